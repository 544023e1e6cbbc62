/** What the AWS check can do, each off until it is asked for. */
export type AwsFeature = 'identify' | 'decode' | 'import' | 'simulateCustom' | 'simulatePrincipal'

const PRINCIPAL_READS = [
  'iam:GetUser',
  'iam:ListUserPolicies',
  'iam:GetUserPolicy',
  'iam:ListAttachedUserPolicies',
  'iam:ListGroupsForUser',
  'iam:GetRole',
  'iam:ListRolePolicies',
  'iam:GetRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:ListGroupPolicies',
  'iam:GetGroupPolicy',
  'iam:ListAttachedGroupPolicies',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
]

/** The actions that each feature calls, and the kinds of resource they are asked of. */
const NEEDS: Readonly<Record<AwsFeature, { readonly actions: readonly string[]; readonly types: readonly string[] }>> =
  {
    // Needs no permission, and no policy can deny it: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    identify: { actions: [], types: [] },
    decode: { actions: ['sts:DecodeAuthorizationMessage'], types: [] },
    import: { actions: PRINCIPAL_READS, types: ['user', 'group', 'role', 'policy'] },
    simulateCustom: { actions: ['iam:SimulateCustomPolicy'], types: [] },
    simulatePrincipal: {
      actions: ['iam:SimulatePrincipalPolicy', 'iam:GetContextKeysForPrincipalPolicy'],
      types: ['user', 'role'],
    },
  }

/** The least policy that a feature needs, as a document; null where it needs none. */
export function leastPolicy(feature: AwsFeature, account: string, partition = 'aws'): object | null {
  const { actions, types } = NEEDS[feature]
  if (actions.length === 0) return null
  const owned = types.map((type) => `arn:${partition}:iam::${account}:${type}/*`)
  const managed = types.includes('policy') ? [`arn:${partition}:iam::aws:policy/*`] : []
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: actions.length === 1 ? actions[0] : actions,
        Resource: owned.length ? [...owned, ...managed] : '*',
      },
    ],
  }
}

/** The least policy for one call that asks of one resource. */
export const leastPolicyOf = (action: string, resource: string): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
})
