import { FULL_AWS_ACCESS } from '../../policy/organizations'
import type { Example } from '../example'
import { ADMINISTRATOR_ACCESS, draftOf, policy, RCP_FULL_AWS_ACCESS } from '../sketch'

/** Cases of SCPs, RCPs, and of several layers at once. */
export const ORGANIZATION_EXAMPLES: readonly Example[] = [
  {
    id: 'level-without-an-allow',
    title: 'An OU that lost FullAWSAccess',
    summary: 'Every level must allow; one OU has a deny list attached and nothing that allows.',
    cause: 'scp',
    services: ['ec2'],
    draft: draftOf({
      title: 'An OU that lost FullAWSAccess',
      error:
        'An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: ' +
        'You are not authorized to perform this operation. ' +
        'User: arn:aws:iam::111122223333:user/ops is not authorized to perform: ec2:DescribeInstances ' +
        'because no service control policy allows the ec2:DescribeInstances action',
      request: { resource: '*' },
      identity: [{ ...ADMINISTRATOR_ACCESS, source: 'user' }],
      scp: [
        { target: 'Root', policies: [FULL_AWS_ACCESS] },
        {
          target: 'Sandbox OU',
          policies: [
            policy('sandbox-deny-list', [
              { Sid: 'NoCostlyServices', Effect: 'Deny', Action: ['redshift:*', 'sagemaker:*'], Resource: '*' },
            ]),
          ],
        },
        { target: '111122223333', policies: [FULL_AWS_ACCESS] },
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'scp', finding: 'scp-level-without-full-access' },
  },
  {
    id: 'missing-cost-tag',
    title: 'A launch without its cost tag',
    summary: 'An SCP denies instances that are launched without the tag CostCenter.',
    cause: 'scp',
    services: ['ec2'],
    draft: draftOf({
      title: 'A launch without its cost tag',
      error:
        'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: ' +
        'You are not authorized to perform this operation. ' +
        'User: arn:aws:sts::111122223333:assumed-role/platform/noa is not authorized to perform: ec2:RunInstances ' +
        'on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* with an explicit deny in a service control policy: ' +
        'arn:aws:organizations::444455556666:policy/o-a1b2c3d4e5/service_control_policy/p-examplepolicyid333',
      context: { 'aws:RequestTag/CostCenter': null },
      identity: [policy('platform', [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }], 'role')],
      scp: [
        { target: 'Root', policies: [FULL_AWS_ACCESS] },
        {
          target: 'Workloads OU',
          policies: [
            FULL_AWS_ACCESS,
            policy('require-cost-center', [
              {
                Sid: 'DenyLaunchWithoutCostCenter',
                Effect: 'Deny',
                Action: 'ec2:RunInstances',
                Resource: 'arn:aws:ec2:*:*:instance/*',
                Condition: { Null: { 'aws:RequestTag/CostCenter': 'true' } },
              },
            ]),
          ],
        },
        { target: '111122223333', policies: [FULL_AWS_ACCESS] },
      ],
    }),
    expect: {
      decision: 'explicitDeny',
      layer: 'scp',
      finding: 'explicit-deny',
      policy: 'require-cost-center',
      sid: 'DenyLaunchWithoutCostCenter',
    },
  },
  {
    id: 'perimeter-of-the-owner',
    title: 'A data perimeter around the bucket’s account',
    summary: 'Role and bucket policy agree across accounts; an RCP of the owner keeps strangers out.',
    cause: 'rcp',
    services: ['s3'],
    draft: draftOf({
      title: 'A data perimeter around the bucket’s account',
      error:
        'An error occurred (AccessDenied) when calling the GetObject operation: ' +
        'User: arn:aws:sts::999988887777:assumed-role/vendor-sync/hourly is not authorized to perform: s3:GetObject ' +
        'on resource: "arn:aws:s3:::catalog-export/full.json" with an explicit deny in a resource control policy',
      request: { resourceAccount: '111122223333' },
      context: { 'aws:PrincipalOrgID': 'o-z9y8x7w6v5', 'aws:PrincipalIsAWSService': 'false' },
      identity: [
        policy(
          'vendor-sync',
          [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::catalog-export/*' }],
          'role',
        ),
      ],
      resource: [
        policy('catalog-export bucket policy', [
          {
            Sid: 'VendorMayRead',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::999988887777:role/vendor-sync' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::catalog-export/*',
          },
        ]),
      ],
      rcp: [
        {
          target: 'Root',
          policies: [
            RCP_FULL_AWS_ACCESS,
            policy('identity-perimeter', [
              {
                Sid: 'OnlyOurOrganization',
                Effect: 'Deny',
                Principal: '*',
                Action: ['s3:*', 'sqs:*', 'kms:*', 'secretsmanager:*', 'sts:AssumeRole'],
                Resource: '*',
                Condition: {
                  StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
                  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
                },
              },
            ]),
          ],
        },
        { target: '111122223333', policies: [RCP_FULL_AWS_ACCESS] },
      ],
    }),
    expect: {
      decision: 'explicitDeny',
      layer: 'rcp',
      finding: 'explicit-deny',
      policy: 'identity-perimeter',
      sid: 'OnlyOurOrganization',
    },
  },
  {
    id: 'three-blockers',
    title: 'Three layers deny at once',
    summary: 'AWS names one layer; two more would stop the request after it.',
    cause: 'several',
    services: ['secretsmanager'],
    draft: draftOf({
      title: 'Three layers deny at once',
      error:
        'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/migration/run-1 is not authorized to perform: ' +
        'secretsmanager:GetSecretValue on resource: ' +
        'arn:aws:secretsmanager:us-east-1:111122223333:secret:legacy/db-Zx81Qp ' +
        'with an explicit deny in a service control policy',
      context: { 'aws:RequestedRegion': 'us-east-1' },
      identity: [
        policy(
          'migration',
          [
            {
              Sid: 'LegacySecrets',
              Effect: 'Allow',
              Action: ['secretsmanager:DescribeSecret', 'secretsmanager:ListSecrets'],
              Resource: '*',
            },
          ],
          'role',
        ),
      ],
      boundary: [
        policy('team-boundary', [
          { Sid: 'TeamServices', Effect: 'Allow', Action: ['dynamodb:*', 'lambda:*', 's3:*'], Resource: '*' },
        ]),
      ],
      scp: [
        { target: 'Root', policies: [FULL_AWS_ACCESS] },
        {
          target: 'Workloads OU',
          policies: [
            FULL_AWS_ACCESS,
            policy('region-guard', [
              {
                Sid: 'DenyOutsideEurope',
                Effect: 'Deny',
                NotAction: ['iam:*', 'sts:*', 'support:*'],
                Resource: '*',
                Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
              },
            ]),
          ],
        },
        { target: '111122223333', policies: [FULL_AWS_ACCESS] },
      ],
    }),
    expect: {
      decision: 'explicitDeny',
      layer: 'scp',
      finding: 'deny-not-action',
      policy: 'region-guard',
      sid: 'DenyOutsideEurope',
      blocking: ['scp', 'identity', 'boundary'],
    },
  },
]
