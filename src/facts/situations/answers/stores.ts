import type { STORES_SHAPES } from '../shapes/stores'
import type { SituationAnswer } from '../situation-row'

/** What graphs, caches, warehouses, file transfers and the lesser known parts of S3 say in words of their own: what is said of each. */
export const STORES_ANSWERS = {
  'warehouse-workgroup-as-cluster': {
    title: 'The Data API finds no cluster of this name here.',
    means:
      'It looks for a provisioned cluster with the name in `ClusterIdentifier`, in the Region of the call. A Serverless workgroup isn’t one. No policy refused it.',
    check: 'aws redshift-serverless list-workgroups --query workgroups[].workgroupName --output text',
    changes: [
      {
        says: 'For a workgroup send `WorkgroupName` in place of `ClusterIdentifier`, without `DbUser`. Else correct name or Region.',
        page: 'https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_ExecuteStatement.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'warehouse-default-role': {
    title: 'The default role isn’t among the attached roles.',
    means:
      'The default role must also stand in the list of roles of the namespace or cluster. Redshift checks that first, so neither `iam:PassRole` nor the role’s policies matter yet.',
    changes: [
      {
        says: 'Name the role in `iam_roles` too, beside `default_iam_role_arn`.',
        page: 'https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateNamespace.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'graph-data-actions': {
    title: 'Neptune refused the connection’s signature or the caller’s permission.',
    means:
      'Neptune answers 403 where the handshake isn’t signed for `neptune-db` with valid credentials, and where the caller lacks the data action. From engine 1.2.0.0 on it tests an action for each kind of access, such as `neptune-db:ReadDataViaQuery`. The resource is the cluster’s resource id, not its ARN.',
    check:
      'aws neptune describe-db-clusters --query DBClusters[].[DbClusterResourceId,EngineVersion,IAMDatabaseAuthenticationEnabled] --output text',
    changes: [
      {
        says: 'If the client doesn’t sign the handshake, let it sign for `neptune-db` in the cluster’s Region. If it does, allow the caller the actions that its queries need, on `arn:aws:neptune-db:<region>:<account>:<cluster-resource-id>/*`.',
        page: 'https://docs.aws.amazon.com/neptune/latest/userguide/iam-data-access-examples.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'ledger-session-ended': {
    title: 'The ledger session has ended; the AWS credentials are fine.',
    means:
      'QLDB means its own session, which lives some minutes, and not the token of your credentials. A driver that keeps ended sessions in its pool meets this after a pause.',
    changes: [
      {
        says: 'Update the QLDB driver: later versions replace ended sessions. Until then, create the driver again when this error comes.',
        page: 'https://docs.aws.amazon.com/qldb/latest/developerguide/driver-errors.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'built-in-of-service': {
    title: 'This belongs to the service and can’t be deleted or changed.',
    means:
      'Each account has it from the start, such as the ACL `open-access`, the user `default` or a default parameter group. AWS keeps it for everyone. No permission is missing.',
    changes: [
      {
        says: 'Leave it out: filter it in the clean-up tool. It costs nothing.',
        page: 'https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'transfer-logical-target': {
    title: 'The logical directory may point to another bucket.',
    means:
      'In a mapping `Target` is `/bucket/prefix`: its first part is the bucket’s name. A target such as `/user1` is read as a bucket of that name, for which the user’s role has no rights. If the target is right, the role lacks `s3:ListBucket` on that bucket.',
    changes: [
      {
        says: 'Begin `Target` with the bucket’s name, and create the folder if it isn’t there. A custom identity provider must send the mappings as a text of JSON.',
        page: 'https://docs.aws.amazon.com/transfer/latest/userguide/logical-dir-example.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'Allow the user’s role `s3:ListBucket` on the bucket and the object actions on its objects. A session policy must allow them too.',
        page: 'https://docs.aws.amazon.com/transfer/latest/userguide/logical-dir-mappings.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'transfer-target-of-no-bucket': {
    title: 'The logical directory doesn’t begin with the bucket’s name.',
    means:
      'In a mapping, `Target` is `/bucket/prefix`. The target that you pasted begins with none of the buckets that it names, so Transfer Family looks for a bucket of another name. More permissions on the real bucket change nothing.',
    changes: [
      {
        says: 'Begin `Target` with the bucket’s name, as in `/bucket/folder`, where the user or the identity provider sets the mappings.',
        page: 'https://docs.aws.amazon.com/transfer/latest/userguide/logical-dir-example.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'gateway-not-connected': {
    title: 'The gateway’s appliance isn’t connected.',
    means:
      'Storage Gateway asks the appliance itself for this. It is stopped, was deleted, or can’t reach the service’s endpoint. The caller’s permissions don’t matter here.',
    check: 'aws storagegateway list-gateways --query Gateways[].[GatewayId,GatewayOperationalState] --output text',
    changes: [
      {
        says: 'Start the appliance and see that it reaches the endpoint over its ports. If it is gone for good, delete the gateway, or take it out of the state.',
        page: 'https://docs.aws.amazon.com/storagegateway/latest/userguide/AWSStorageGatewayAPI.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'batch-report-locked': {
    title: 'The batch job’s report couldn’t be written to its bucket.',
    means:
      'The job itself may have run. Its report is written with the job’s role: the role lacks `s3:PutObject` on the report bucket, or that bucket has a default retention of Object Lock, which reports don’t support.',
    check: 'aws s3api get-object-lock-configuration --bucket {bucket}',
    changes: [
      {
        says: 'If the report bucket has a default retention, take another bucket. Else allow the job’s role `s3:PutObject` under the report’s prefix, and the bucket’s KMS key if it has one.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshooting-batch-operations.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'batch-manifest-versions': {
    title: 'The manifest has an empty version id for this object.',
    means:
      'The manifest lists version ids, and this row has none. An object without one needs the word `null` there. No permission is missing.',
    changes: [
      {
        says: 'Write `null` in place of the empty version ids, or use a manifest without version ids.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshooting-batch-operations.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'batch-replication-none': {
    title: 'The filter of the job’s manifest matches no object.',
    means:
      'No object in the source bucket fits the filter. Batch Replication also leaves out objects that no replication rule covers, and those in Glacier Flexible Retrieval or Deep Archive. No permission is missing.',
    changes: [
      {
        says: 'Widen the filter, for example by the prefix or the replication status. For Batch Replication restore archived objects first, and check that a replication rule covers the objects.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshooting-batch-operations.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'file-share-listing': {
    title: 'The file share’s role may not list the bucket.',
    means:
      'A file gateway lists the bucket with the role in `roleArn` of its health log. The action is `s3:ListBucket`, and it is checked on the bucket itself, without `/*`. While it’s refused, the share stays in CREATING or becomes UNAVAILABLE.',
    changes: [
      {
        says: 'Allow the role `s3:ListBucket` on the bucket’s own ARN, in a statement apart from the objects. The gateway needs its other actions on buckets there too: `s3:GetBucketLocation`, `s3:ListBucketVersions` and `s3:ListBucketMultipartUploads`.',
        page: 'https://docs.aws.amazon.com/filegateway/latest/files3/grant-access-s3.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'file-share-operation': {
    title: 'The file share’s role may not do this in the bucket.',
    means:
      'A file gateway works with the role in `roleArn` of its health log. That role’s policies, or the bucket’s, don’t allow the operation under the prefix that the log names.',
    changes: [
      {
        says: 'Allow the role the S3 action of the operation that the log names, for example `s3:PutObject` for S3Upload, under that prefix. For an encrypted bucket it also needs the key.',
        page: 'https://docs.aws.amazon.com/storagegateway/latest/userguide/troubleshooting-file-gateway-issues.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'search-dashboards-assertion': {
    title: 'OpenSearch Dashboards doesn’t accept the SAML sign-in.',
    means:
      'The domain compares the assertion with its SAML settings: the provider’s certificate changed, or audience or address aren’t the domain’s own. IAM isn’t asked.',
    changes: [
      {
        says: 'Load the provider’s metadata into the domain again if its certificate changed. For audience and address set the provider’s values to the domain endpoint, or to the custom endpoint.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/saml.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'search-host-header': {
    title: 'The request names another host than the domain.',
    means:
      'OpenSearch Service wants the domain endpoint in the `Host` header. A proxy or tunnel sends its own name or an IP address. No policy was evaluated.',
    changes: [
      {
        says: 'Send the domain endpoint, without https://, as `Host`. In nginx: `proxy_set_header Host` with the endpoint.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/handling-errors.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'warehouse-password-expired': {
    title: 'The temporary Redshift password has expired.',
    means:
      'What `get-cluster-credentials` gives is valid 15 minutes, or up to an hour where the call asks for it. It counts when a connection begins. No policy refused it.',
    changes: [
      {
        says: 'Ask for new credentials before each connection, or for a longer time with `--duration-seconds 3600`.',
        option: { is: 'added', words: '--duration-seconds 3600' },
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/generating-iam-credentials-cli-api.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'search-capability-key': {
    title: 'The KMS key doesn’t let OpenSearch use this capability.',
    means:
      'The capability of the OpenSearch application failed since the customer managed key of the application isn’t open to it. The key policy decides.',
    changes: [
      {
        says: 'Compare the key policy with what the application’s page asks for, and allow OpenSearch the missing actions. Then enable the capability again.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CapabilityFailure.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'batch-report-retained': {
    title: 'Most likely the report bucket’s default retention stops the report.',
    means:
      'S3 Batch Operations writes no report to a bucket whose Object Lock has a default retention. No permission of the job’s role changes that. The job itself has run.',
    changes: [
      {
        says: 'Give the job a report bucket without default retention, and let its role write there.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshooting-batch-operations.html',
        confirmed: '2026-12-01',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof STORES_SHAPES, SituationAnswer>>
