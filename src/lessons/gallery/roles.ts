import type { Example } from '../example'
import { draftOf, policy } from '../sketch'

/** Cases of users, roles and their trust policies. */
export const ROLE_EXAMPLES: readonly Example[] = [
  {
    id: 'github-subject',
    title: 'A GitHub workflow on another branch',
    summary: 'The trust policy takes tokens of the main branch; the workflow ran on a release branch.',
    cause: 'trust',
    services: ['sts'],
    draft: draftOf({
      title: 'A GitHub workflow on another branch',
      error:
        'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity\n' +
        'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: ' +
        'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      request: {
        principal: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: 'arn:aws:iam::111122223333:role/deploy-site',
      },
      context: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': 'repo:octo-shop/site:ref:refs/heads/release/2.4',
      },
      resource: [
        policy('deploy-site trust policy', [
          {
            Sid: 'GitHubMainBranch',
            Effect: 'Allow',
            Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                'token.actions.githubusercontent.com:sub': 'repo:octo-shop/site:ref:refs/heads/main',
              },
            },
          },
        ]),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'trust', finding: 'oidc-subject-differs' },
  },
  {
    id: 'trust-in-a-deleted-role',
    title: 'A trust policy that names a role which is gone',
    summary: 'IAM stores a role’s unique id; a role created again under the same name has another.',
    cause: 'trust',
    services: ['sts'],
    draft: draftOf({
      title: 'A trust policy that names a role which is gone',
      error:
        'An error occurred (AccessDenied) when calling the AssumeRole operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/pipeline/run-88 is not authorized to perform: sts:AssumeRole ' +
        'on resource: arn:aws:iam::111122223333:role/release',
      context: { 'aws:userid': 'AROAEXAMPLENEWNEWNEW1:run-88' },
      identity: [
        policy(
          'pipeline',
          [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/release' }],
          'role',
        ),
      ],
      resource: [
        policy('release trust policy', [
          {
            Sid: 'TrustThePipeline',
            Effect: 'Allow',
            Principal: { AWS: 'AROAEXAMPLEOLDOLDOLD1' },
            Action: 'sts:AssumeRole',
          },
        ]),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'trust', finding: 'trust-deleted-principal' },
  },
  {
    id: 'power-user-creates-a-role',
    title: 'A power user creates a role',
    summary: 'NotAction leaves IAM out of what is allowed; nothing denies it, nothing allows it.',
    cause: 'no-allow',
    services: ['iam'],
    draft: draftOf({
      title: 'A power user creates a role',
      error:
        'An error occurred (AccessDenied) when calling the CreateRole operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_PowerUserAccess_0123456789abcdef/lee@example.com ' +
        'is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::111122223333:role/etl ' +
        'because no identity-based policy allows the iam:CreateRole action',
      identity: [
        policy(
          'PowerUserAccess',
          [
            { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
            {
              Effect: 'Allow',
              Action: [
                'account:GetAccountInformation',
                'account:GetPrimaryEmail',
                'account:ListRegions',
                'iam:CreateServiceLinkedRole',
                'iam:DeleteServiceLinkedRole',
                'iam:ListRoles',
                'organizations:DescribeEffectivePolicy',
                'organizations:DescribeOrganization',
              ],
              Resource: '*',
            },
          ],
          'role',
        ),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'identity', finding: 'allow-not-action' },
  },
  {
    id: 'source-ip-through-an-endpoint',
    title: 'An office-only policy, from inside a VPC',
    summary: 'Through a VPC endpoint there is no aws:SourceIp, and NotIpAddress is met without it.',
    cause: 'condition',
    services: ['s3'],
    draft: draftOf({
      title: 'An office-only policy, from inside a VPC',
      error:
        'An error occurred (AccessDenied) when calling the GetObject operation: ' +
        'User: arn:aws:iam::111122223333:user/batch is not authorized to perform: s3:GetObject ' +
        'on resource: "arn:aws:s3:::price-lists/2026.csv" with an explicit deny in an identity-based policy: ' +
        'arn:aws:iam::111122223333:policy/office-only',
      request: { resourceAccount: '111122223333' },
      context: { 'aws:SourceIp': null, 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718', 'aws:ViaAWSService': 'false' },
      identity: [
        policy(
          'read-price-lists',
          [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::price-lists/*' }],
          'user',
        ),
        policy(
          'office-only',
          [
            {
              Sid: 'DenyOutsideTheOffice',
              Effect: 'Deny',
              Action: '*',
              Resource: '*',
              Condition: {
                NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] },
                Bool: { 'aws:ViaAWSService': 'false' },
              },
            },
          ],
          'user',
        ),
      ],
    }),
    expect: {
      decision: 'explicitDeny',
      layer: 'identity',
      finding: 'deny-negated-key-absent',
      policy: 'office-only',
      sid: 'DenyOutsideTheOffice',
    },
  },
]
