import type { Example } from '../example'
import { draftOf, policy } from '../sketch'

/** Cases of S3, and of the keys and endpoints in front of it. */
export const STORAGE_EXAMPLES: readonly Example[] = [
  {
    id: 'bucket-policy-endpoint-only',
    title: 'A bucket that answers one VPC endpoint only',
    summary: 'The role may read; the bucket policy denies every request that comes another way.',
    cause: 'explicit-deny',
    services: ['s3'],
    draft: draftOf({
      title: 'A bucket that answers one VPC endpoint only',
      error:
        'An error occurred (AccessDenied) when calling the GetObject operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/analyst/kim is not authorized to perform: s3:GetObject ' +
        'on resource: "arn:aws:s3:::ledger-archive/2026/10.parquet" with an explicit deny in a resource-based policy',
      request: { resourceAccount: '111122223333' },
      context: { 'aws:SourceVpce': null, 'aws:PrincipalIsAWSService': 'false' },
      identity: [
        policy(
          'read-ledger',
          [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::ledger-archive*' }],
          'role',
        ),
      ],
      resource: [
        policy('ledger-archive bucket policy', [
          {
            Sid: 'OnlyThroughOurEndpoint',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: ['arn:aws:s3:::ledger-archive', 'arn:aws:s3:::ledger-archive/*'],
            Condition: {
              StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' },
              BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
            },
          },
        ]),
      ],
    }),
    expect: {
      decision: 'explicitDeny',
      layer: 'resource',
      finding: 'deny-negated-key-absent',
      policy: 'ledger-archive bucket policy',
      sid: 'OnlyThroughOurEndpoint',
    },
  },
  {
    id: 'cross-account-without-bucket-policy',
    title: 'Another account’s bucket, without a bucket policy',
    summary: 'Across accounts both sides must allow; the owner has said nothing.',
    cause: 'cross-account',
    services: ['s3'],
    draft: draftOf({
      title: 'Another account’s bucket, without a bucket policy',
      error:
        'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: ' +
        'User: arn:aws:iam::111122223333:user/importer is not authorized to perform: s3:ListBucket ' +
        'on resource: "arn:aws:s3:::partner-drop-zone" because no resource-based policy allows the s3:ListBucket action',
      request: { resourceAccount: '999988887777' },
      identity: [
        policy(
          'import-from-partner',
          [
            {
              Sid: 'ListDropZone',
              Effect: 'Allow',
              Action: 's3:ListBucket',
              Resource: 'arn:aws:s3:::partner-drop-zone',
            },
            {
              Sid: 'ReadDropZone',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::partner-drop-zone/*',
            },
          ],
          'user',
        ),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'resource', finding: 'cross-account-resource-side-missing' },
  },
  {
    id: 'cross-account-without-identity-allow',
    title: 'The owner allows it, the caller’s account does not',
    summary: 'A bucket policy names the role of another account; that role has no policy of its own for it.',
    cause: 'cross-account',
    services: ['s3'],
    draft: draftOf({
      title: 'The owner allows it, the caller’s account does not',
      error:
        'An error occurred (AccessDenied) when calling the GetObject operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/reporting/weekly is not authorized to perform: s3:GetObject ' +
        'on resource: "arn:aws:s3:::shared-metrics/week-40.json" ' +
        'because no identity-based policy allows the s3:GetObject action',
      request: { resourceAccount: '999988887777' },
      identity: [
        policy(
          'reporting',
          [{ Sid: 'OwnReports', Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::reporting-output/*' }],
          'role',
        ),
      ],
      resource: [
        policy('shared-metrics bucket policy', [
          {
            Sid: 'ReportingMayRead',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/reporting' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::shared-metrics/*',
          },
        ]),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'identity', finding: 'cross-account-caller-side-missing' },
  },
  {
    id: 'cross-account-key',
    title: 'The bucket is shared, its key is not',
    summary: 'Bucket policy and role agree; the KMS key of the other account does not know the role.',
    cause: 'key-policy',
    services: ['s3', 'kms'],
    draft: draftOf({
      title: 'The bucket is shared, its key is not',
      error:
        'botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/reporting/weekly is not authorized to perform: kms:Decrypt ' +
        'on resource: arn:aws:kms:eu-west-1:999988887777:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0 ' +
        'because no resource-based policy allows the kms:Decrypt action',
      context: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
      identity: [
        policy(
          'reporting',
          [
            { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::shared-metrics/*' },
            {
              Effect: 'Allow',
              Action: 'kms:Decrypt',
              Resource: 'arn:aws:kms:eu-west-1:999988887777:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
            },
          ],
          'role',
        ),
      ],
      resource: [
        policy('shared-metrics key policy', [
          {
            Sid: 'Enable IAM User Permissions',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::999988887777:root' },
            Action: 'kms:*',
            Resource: '*',
          },
        ]),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'resource', finding: 'cross-account-resource-side-missing' },
  },
  {
    id: 'endpoint-policy-other-bucket',
    title: 'An endpoint policy that lets one bucket through',
    summary: 'The request takes a VPC endpoint whose policy lists the buckets it may reach.',
    cause: 'endpoint',
    services: ['s3'],
    draft: draftOf({
      title: 'An endpoint policy that lets one bucket through',
      error:
        'upload failed: ./build.zip to s3://releases-eu/build.zip ' +
        'An error occurred (AccessDenied) when calling the PutObject operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/builder/i-0abcd1234ef567890 is not authorized to perform: ' +
        's3:PutObject on resource: "arn:aws:s3:::releases-eu/build.zip" ' +
        'because no VPC endpoint policy allows the s3:PutObject action',
      request: { resourceAccount: '111122223333' },
      context: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' },
      identity: [
        policy(
          'publish-builds',
          [{ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::releases-*/*' }],
          'role',
        ),
      ],
      endpoint: [
        policy('vpce-0a1b2c3d4e5f60718', [
          {
            Sid: 'ReleaseBucketsOnly',
            Effect: 'Allow',
            Principal: '*',
            Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
            Resource: ['arn:aws:s3:::releases-us', 'arn:aws:s3:::releases-us/*'],
          },
        ]),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'endpoint', finding: 'endpoint-policy-limits' },
  },
  {
    id: 'operation-is-not-the-action',
    title: 'ListObjectsV2 needs s3:ListBucket',
    summary: 'The policy allows s3:ListObjects, which is an API operation and no IAM action.',
    cause: 'action',
    services: ['s3'],
    draft: draftOf({
      title: 'ListObjectsV2 needs s3:ListBucket',
      error:
        'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: ' +
        'User: arn:aws:iam::111122223333:user/backup is not authorized to perform: s3:ListBucket ' +
        'on resource: "arn:aws:s3:::nightly-backups" because no identity-based policy allows the s3:ListBucket action',
      request: { resourceAccount: '111122223333' },
      identity: [
        policy(
          'backup',
          [
            {
              Sid: 'Backups',
              Effect: 'Allow',
              Action: ['s3:ListObjects', 's3:GetObject', 's3:PutObject'],
              Resource: ['arn:aws:s3:::nightly-backups', 'arn:aws:s3:::nightly-backups/*'],
            },
          ],
          'user',
        ),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'identity', finding: 'action-named-after-operation' },
  },
  {
    id: 'bucket-policy-names-a-session',
    title: 'A bucket policy that names one session',
    summary: 'A role session in Principal matches that session by its exact name, and no other.',
    cause: 'resource-policy',
    services: ['s3'],
    draft: draftOf({
      title: 'A bucket policy that names one session',
      error:
        'An error occurred (AccessDenied) when calling the GetObject operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/auditor/2026-11 is not authorized to perform: s3:GetObject ' +
        'on resource: "arn:aws:s3:::audit-evidence/november.zip" ' +
        'because no identity-based policy allows the s3:GetObject action',
      request: { resourceAccount: '111122223333' },
      identity: [policy('auditor', [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }], 'role')],
      resource: [
        policy('audit-evidence bucket policy', [
          {
            Sid: 'AuditorMayRead',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/auditor/2026-10' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::audit-evidence/*',
          },
        ]),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'identity', finding: 'principal-names-other-session' },
  },
]
