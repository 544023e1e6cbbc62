import { FULL_AWS_ACCESS } from '../policy/organizations'
import type { Example } from './example'
import { ADMINISTRATOR_ACCESS, draftOf, policy } from './sketch'

export type { Example } from './example'

const putObject: Example = {
  id: 'no-identity-allow',
  title: 'Nothing allows s3:PutObject',
  summary: 'A deploy user may read a bucket; the upload was never granted.',
  cause: 'no-allow',
  services: ['s3'],
  draft: draftOf({
    title: 'Nothing allows s3:PutObject',
    error: `An error occurred (AccessDenied) when calling the PutObject operation:
User: arn:aws:iam::123456789012:user/deploy-bot is not authorized to
perform: s3:PutObject on resource:
"arn:aws:s3:::my-bucket/uploads/file.txt"
because no identity-based policy allows the s3:PutObject action`,
    request: { resourceAccount: '123456789012' },
    identity: [
      policy(
        'deploy-bot-read',
        [{ Sid: 'ReadObjects', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::my-bucket/*' }],
        'user',
      ),
    ],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity', finding: 'missing-action' },
}

const regionGuard: Example = {
  id: 'administrator-stopped-by-scp',
  title: 'An administrator, stopped by an SCP',
  summary: 'AdministratorAccess allows everything; a region guard on the OU does not.',
  cause: 'scp',
  services: ['dynamodb'],
  draft: draftOf({
    title: 'An administrator, stopped by an SCP',
    error:
      'An error occurred (AccessDeniedException) when calling the CreateTable operation: ' +
      'User: arn:aws:iam::111122223333:user/maria is not authorized to perform: dynamodb:CreateTable on resource: ' +
      'arn:aws:dynamodb:us-west-2:111122223333:table/orders with an explicit deny in a service control policy: ' +
      'arn:aws:organizations::444455556666:policy/o-a1b2c3d4e5/service_control_policy/p-examplepolicyid222',
    context: { 'aws:RequestedRegion': 'us-west-2' },
    identity: [{ ...ADMINISTRATOR_ACCESS, source: 'user' }],
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
              NotAction: [
                'cloudfront:*',
                'iam:*',
                'organizations:*',
                'route53:*',
                's3:ListAllMyBuckets',
                'sts:*',
                'support:*',
              ],
              Resource: '*',
              Condition: {
                StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] },
                ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/OrganizationAccountAccessRole' },
              },
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
    finding: 'ceiling-over-administrator',
    policy: 'region-guard',
    sid: 'DenyOutsideEurope',
  },
}

const bucketArn: Example = {
  id: 'bucket-arn-for-objects',
  title: 'A bucket ARN where an object ARN was needed',
  summary: 's3:GetObject reads objects; the policy names only the bucket.',
  cause: 'resource',
  services: ['s3'],
  draft: draftOf({
    title: 'A bucket ARN where an object ARN was needed',
    error:
      'An error occurred (AccessDenied) when calling the GetObject operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/report-reader/nightly is not authorized to perform: s3:GetObject ' +
      'on resource: "arn:aws:s3:::quarterly-reports/2026/q3/summary.csv" ' +
      'because no identity-based policy allows the s3:GetObject action',
    request: { resourceAccount: '111122223333' },
    identity: [
      policy(
        'read-reports',
        [
          {
            Sid: 'ReadReports',
            Effect: 'Allow',
            Action: ['s3:ListBucket', 's3:GetObject'],
            Resource: 'arn:aws:s3:::quarterly-reports',
          },
        ],
        'role',
      ),
    ],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity', finding: 'bucket-arn-for-object-action' },
}

const mfa: Example = {
  id: 'denied-without-mfa',
  title: 'Access keys, and a policy that asks for MFA',
  summary: 'Long-term access keys carry no MFA key at all, and BoolIfExists denies that too.',
  cause: 'condition',
  services: ['secretsmanager'],
  draft: draftOf({
    title: 'Access keys, and a policy that asks for MFA',
    error:
      'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: ' +
      'User: arn:aws:iam::111122223333:user/sam is not authorized to perform: secretsmanager:GetSecretValue on resource: ' +
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/orders-db-Ab12Cd ' +
      'with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/require-mfa',
    context: { 'aws:MultiFactorAuthPresent': null },
    identity: [
      policy(
        'read-secrets',
        [
          {
            Sid: 'ReadSecrets',
            Effect: 'Allow',
            Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
            Resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/*',
          },
        ],
        'group:Operations',
      ),
      policy(
        'require-mfa',
        [
          {
            Sid: 'DenyAllButMfaSetupWithoutMfa',
            Effect: 'Deny',
            NotAction: [
              'iam:CreateVirtualMFADevice',
              'iam:EnableMFADevice',
              'iam:GetUser',
              'iam:ListMFADevices',
              'iam:ListVirtualMFADevices',
              'iam:ResyncMFADevice',
              'sts:GetSessionToken',
            ],
            Resource: '*',
            Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
          },
        ],
        'group:Operations',
      ),
    ],
  }),
  expect: {
    decision: 'explicitDeny',
    layer: 'identity',
    finding: 'deny-without-mfa',
    policy: 'require-mfa',
    sid: 'DenyAllButMfaSetupWithoutMfa',
  },
}

const externalId: Example = {
  id: 'trust-policy-external-id',
  title: 'A role of another account that asks for an external id',
  summary: 'The caller may call AssumeRole; the trust policy wants an sts:ExternalId that was not sent.',
  cause: 'trust',
  services: ['sts'],
  draft: draftOf({
    title: 'A role of another account that asks for an external id',
    error:
      'An error occurred (AccessDenied) when calling the AssumeRole operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/ci-runner/build-4711 is not authorized to perform: sts:AssumeRole ' +
      'on resource: arn:aws:iam::999988887777:role/deploy-target',
    context: { 'sts:ExternalId': null },
    identity: [
      policy(
        'assume-deploy-roles',
        [
          {
            Sid: 'AssumeDeployRoles',
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Resource: 'arn:aws:iam::*:role/deploy-target',
          },
        ],
        'role',
      ),
    ],
    resource: [
      policy('deploy-target trust policy', [
        {
          Sid: 'TrustTheBuildAccount',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/ci-runner' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'deploy-7f3a9c' } },
        },
      ]),
    ],
  }),
  expect: { decision: 'implicitDeny', layer: 'trust', finding: 'trust-external-id-absent' },
}

const keyPolicy: Example = {
  id: 'key-policy-behind-s3',
  title: 'An S3 upload that fails at its KMS key',
  summary: 'The role may write to the bucket; the key that encrypts it does not know the role.',
  cause: 'key-policy',
  services: ['s3', 'kms'],
  draft: draftOf({
    title: 'An S3 upload that fails at its KMS key',
    error:
      'An error occurred (AccessDenied) when calling the PutObject operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/ingest/i-0abcd1234ef567890 is not authorized to perform: ' +
      'kms:GenerateDataKey on resource: ' +
      'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab ' +
      'because no resource-based policy allows the kms:GenerateDataKey action',
    context: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
    identity: [
      policy(
        'ingest',
        [
          {
            Sid: 'WriteToTheLake',
            Effect: 'Allow',
            Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
            Resource: 'arn:aws:s3:::data-lake-raw/*',
          },
          {
            Sid: 'EncryptForTheLake',
            Effect: 'Allow',
            Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
            Resource: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
          },
        ],
        'role',
      ),
    ],
    resource: [
      policy('data-lake key policy', [
        {
          Sid: 'KeyAdministrators',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/key-admin' },
          Action: [
            'kms:Describe*',
            'kms:Enable*',
            'kms:Get*',
            'kms:List*',
            'kms:Put*',
            'kms:Update*',
            'kms:ScheduleKeyDeletion',
            'kms:CancelKeyDeletion',
          ],
          Resource: '*',
        },
        {
          Sid: 'UseOfTheKey',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/analytics' },
          Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey*'],
          Resource: '*',
        },
      ]),
    ],
  }),
  expect: { decision: 'implicitDeny', layer: 'resource', finding: 's3-denied-because-of-kms' },
}

/** The six examples of the empty page. */
export const EXAMPLES: readonly Example[] = [putObject, regionGuard, bucketArn, mfa, externalId, keyPolicy]
