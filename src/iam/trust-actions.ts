import type { Layer } from './layers'

/** Every action that a role's trust policy takes. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
export const TRUST_POLICY_ACTIONS = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  'sts:AssumeRoleWithSAML',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
] as const

const TRUST_ACTIONS: ReadonlySet<string> = new Set(['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'])

/** Actions that assume a role: the role's trust policy decides, and has to allow. */
export function isTrustAction(action: string): boolean {
  const lower = action.toLowerCase()
  return lower.startsWith('sts:assumerole') || TRUST_ACTIONS.has(lower)
}

/** Actions that assume a role with what a provider of identities says: only a principal under `Federated` may. */
export const isProviderAction = (action: string): boolean => /^sts:AssumeRoleWith(?:WebIdentity|SAML)$/i.test(action)

/** The type of the policies in a layer: where a role is assumed, the resource-based policy is its trust policy. */
export const policyTypeOf = <Named extends string>(layer: Named, action: string | null): Named | Layer =>
  layer === 'resource' && action !== null && isTrustAction(action) ? 'trust' : layer
