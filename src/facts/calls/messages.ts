import type { CallFactId } from './call-facts'

/** The sentences of a row. Text in backticks is code; a gap in braces is filled from the facts and is code too. */
interface CallMessage {
  /** What holds in general, never a claim about this case. */
  readonly says: string
  /** What fixes it where it is so. */
  readonly fix: string
}

/** What each further need is, and what fixes it. */
export const CALL_MESSAGES: Readonly<Record<CallFactId, CallMessage>> = {
  's3-key-that-does-not-exist': {
    says: 'Without `s3:ListBucket` on the bucket, S3 answers a read of a key that does not exist with 403 instead of 404.',
    fix: 'Check the key, letter by letter; allow `s3:ListBucket` on the bucket itself, without `/*`, to be told that it is missing.',
  },
  's3-object-acl': {
    says: 'A write that sets an ACL also needs `s3:PutObjectAcl`.',
    fix: 'Allow `s3:PutObjectAcl` on the same objects, or write without the ACL.',
  },
  's3-object-tags': {
    says: 'A write that sets tags also needs `s3:PutObjectTagging`.',
    fix: 'Allow `s3:PutObjectTagging` on the same objects, or write without tags.',
  },
  's3-write-with-kms': {
    says: 'A write with a KMS key, set in the call or as the bucket’s default, needs `kms:GenerateDataKey` on it. A multipart upload also needs `kms:Decrypt`.',
    fix: 'Allow both actions on the key in the identity-based policy. Allow them in the key policy too, unless key and caller are in one account that it trusts. From another account the key `aws/s3` never works.',
  },
  's3-read-with-kms': {
    says: 'A read of an object that is encrypted with a KMS key needs `kms:Decrypt` on the key.',
    fix: 'Allow `kms:Decrypt` on the key in the identity-based policy. Allow it in the key policy too, unless key and caller are in one account that it trusts. From another account the key `aws/s3` never works.',
  },
  's3-part-with-kms': {
    says: 'A multipart upload with a KMS key needs `kms:GenerateDataKey` and `kms:Decrypt`: S3 decrypts the data key for each part.',
    fix: 'Allow `kms:Decrypt` on the key, beside `kms:GenerateDataKey`; across accounts in the key policy too.',
  },
  's3-head-with-checksum': {
    says: 'Reading the checksum of an object that is encrypted with a KMS key needs `kms:Decrypt`; its other metadata needs no key.',
    fix: 'Allow `kms:Decrypt` on the key, or leave the checksum mode out.',
  },
  's3-object-retention': {
    says: 'A write that sets a retention mode and date also needs `s3:PutObjectRetention`.',
    fix: 'Allow `s3:PutObjectRetention` on the same objects, or write without it.',
  },
  's3-object-legal-hold': {
    says: 'A write that sets a legal hold also needs `s3:PutObjectLegalHold`.',
    fix: 'Allow `s3:PutObjectLegalHold` on the same objects, or write without it.',
  },
  's3-read-of-version': {
    says: 'A read that names a version needs `s3:GetObjectVersion`.',
    fix: 'Allow `s3:GetObjectVersion` on the same objects, or read without a version.',
  },
  's3-delete-of-version': {
    says: 'A deletion that names a version needs `s3:DeleteObjectVersion`.',
    fix: 'Allow `s3:DeleteObjectVersion` on the same objects, or delete without a version.',
  },
  's3-copy-reads-source': {
    says: 'A copy reads its source: it needs `s3:GetObject` on the source and `s3:PutObject` on the target.',
    fix: 'Allow the source’s actions on the source bucket’s objects, and the target’s on the target’s; across accounts, in the source bucket’s policy too.',
  },
  's3-copy-of-tags': {
    says: 'A copy takes the tags of its source along: where it has some, the copy also needs `s3:GetObjectTagging` on the source.',
    fix: 'Allow it on the source’s objects; across accounts, in the source bucket’s policy too. Or copy with the tagging directive `REPLACE`.',
  },
  's3-object-attributes': {
    says: 'Reading the attributes of an object needs `s3:GetObject` and `s3:GetObjectAttributes`.',
    fix: 'Allow both on the same objects.',
  },
  's3-version-attributes': {
    says: 'Reading the attributes of a version needs `s3:GetObjectVersion` and `s3:GetObjectVersionAttributes`.',
    fix: 'Allow both on the same objects, or ask for the current version.',
  },
  's3-bucket-with-acl': {
    says: 'Creating a bucket with an ACL other than `private` also needs `s3:PutBucketAcl`, and an ownership setting that has ACLs.',
    fix: 'Allow `s3:PutBucketAcl` on the bucket, or create it without the ACL.',
  },
  's3-bucket-with-object-lock': {
    says: 'Creating a bucket with Object Lock also needs `s3:PutBucketObjectLockConfiguration` and `s3:PutBucketVersioning`.',
    fix: 'Allow both on the bucket, or create it without Object Lock.',
  },
  's3-bucket-with-ownership': {
    says: 'Creating a bucket with an ownership setting also needs `s3:PutBucketOwnershipControls`.',
    fix: 'Allow `s3:PutBucketOwnershipControls` on the bucket, or leave the setting as it is by default.',
  },
  's3-copy-of-annotations': {
    says: 'A copy that takes the annotations of an object along needs `s3:GetObjectAnnotation` on the source and `s3:PutObjectAnnotation` on the target.',
    fix: 'Allow these, or copy with the annotation directive `EXCLUDE`.',
  },
  'ec2-tags-at-creation': {
    says: 'A call that creates a resource with tags also needs `ec2:CreateTags` on the new resource; `ec2:CreateAction` then names the creating operation, and `aws:ResourceTag` is absent, since nothing is tagged yet.',
    fix: 'Allow `ec2:CreateTags` on the resources that are created, tied to the creating operation by `ec2:CreateAction` under `StringEquals`; or create without tags.',
  },
  'elb-tags-at-creation': {
    says: 'A load balancer or target group that is created with tags also needs `elasticloadbalancing:AddTags` on the new resource; `elasticloadbalancing:CreateAction` then names the creating operation, the tags stand in `aws:RequestTag`, and `aws:ResourceTag` is absent.',
    fix: 'Allow `elasticloadbalancing:AddTags` in a statement of its own, tied to the creating operation by `elasticloadbalancing:CreateAction` under `StringEquals`; a test of `aws:ResourceTag` cannot hold at creation.',
  },
  'iam-role-tags-at-creation': {
    says: 'Creating a role, user or policy with tags also needs `iam:TagRole`, `iam:TagUser` or `iam:TagPolicy`.',
    fix: 'Allow the tagging action on the same resources, or create without tags.',
  },
  'tags-at-creation': {
    says: 'A call that creates something with tags is also checked for the tagging action; at that moment the tags stand in `aws:RequestTag`, and `aws:ResourceTag` is absent.',
    fix: 'Allow the tagging action on the same resources, without a test of `aws:ResourceTag`; or create without tags.',
  },
  's3-table-with-schema': {
    says: 'Creating a table of S3 Tables with its schema also needs `s3tables:PutTableData`.',
    fix: 'Allow `s3tables:PutTableData` on the tables of the table bucket, or create the table without metadata.',
  },
  's3-table-with-own-encryption': {
    says: 'Creating a table of S3 Tables with an encryption of its own also needs `s3tables:PutTableEncryption`, and with a KMS key the maintenance service of S3 Tables needs the key too.',
    fix: 'Allow `s3tables:PutTableEncryption`, and `maintenance.s3tables.amazonaws.com` in the key policy; or leave the encryption to the table bucket.',
  },
  'log-group-tags-at-creation': {
    says: 'A log group that is created with tags also needs `logs:TagResource`, or the older `logs:TagLogGroup`.',
    fix: 'Allow `logs:TagResource` on the log group, or create it without tags.',
  },
  'secret-in-other-regions': {
    says: 'A secret that is created with replicas also needs `secretsmanager:ReplicateSecretToRegions`.',
    fix: 'Allow `secretsmanager:ReplicateSecretToRegions` on the secret, or add the replicas later.',
  },
  'pass-role': {
    says: 'A call that hands a role to a service needs `iam:PassRole` on that role; its denial names the role that is handed over, which is not the role that calls.',
    fix: 'Allow `iam:PassRole` on the ARN of that one role, tied to the service by `iam:PassedToService`; or hand over a role that may be passed.',
  },
  'launch-through-auto-scaling': {
    says: 'An Auto Scaling group with a launch template needs `ec2:RunInstances` of the caller, as a dry run, and `ec2:CreateTags` and `iam:PassRole` where the template has tags or an instance profile.',
    fix: 'Allow these on what the launch template uses.',
  },
  'ec2-encrypted-volume': {
    says: 'An instance or a volume that is encrypted with a customer managed key needs `kms:CreateGrant` and more on the key; without them an instance starts and stops at once, with `Client.InternalError`.',
    fix: 'Allow these on the key, `kms:CreateGrant` with `kms:GrantIsForAWSResource` under `Bool`, and let the key policy allow the caller or the account.',
  },
  'secret-with-own-key': {
    says: 'A secret that is encrypted with a customer managed key also needs `kms:Decrypt` on the key; across accounts it always does, and the key `aws/secretsmanager` cannot be used.',
    fix: 'Allow `kms:Decrypt` on the key, tied to `kms:ViaService`, and in the key policy too unless that trusts the caller’s account.',
  },
  'secret-written-with-own-key': {
    says: 'Writing a secret that is encrypted with a customer managed key also needs `kms:GenerateDataKey` and `kms:Decrypt` on the key.',
    fix: 'Allow both on the key, and in the key policy too unless that trusts the caller’s account.',
  },
  'secure-string-read': {
    says: 'Reading a `SecureString` with decryption also needs `kms:Decrypt` on its key; the key `aws/ssm` gives it to the whole account.',
    fix: 'Allow `kms:Decrypt` on the key, and in the key policy too unless that trusts the caller’s account.',
  },
  'secure-string-written': {
    says: 'Writing a `SecureString` with a customer managed key needs `kms:Encrypt` on it, or `kms:GenerateDataKey` and `kms:Decrypt` for an advanced parameter.',
    fix: 'Allow these on the key, and in the key policy too unless that trusts the caller’s account.',
  },
  'queue-with-own-key': {
    says: 'Where a queue is encrypted with a KMS key, the sender needs `kms:GenerateDataKey` and `kms:Decrypt` on the queue’s key. An AWS service that sends can’t use the key `aws/sqs`.',
    fix: 'Allow these on the key, and in the key policy too unless that trusts the caller’s account.',
  },
  'queue-read-with-own-key': {
    says: 'A queue that is encrypted with a KMS key needs `kms:Decrypt` on the key of who receives.',
    fix: 'Allow it on the key, and in the key policy too unless that trusts the caller’s account.',
  },
  'topic-with-own-key': {
    says: 'A topic that is encrypted with a KMS key needs `kms:GenerateDataKey` and `kms:Decrypt` on the key of who publishes; an AWS service that publishes has to be named in the key policy, and cannot use the key `aws/sns`.',
    fix: 'Allow both on the key: for users and roles in their policies, for a service such as CloudWatch in the key policy, with the service as the principal.',
  },
  'stream-with-own-key': {
    says: 'Whoever writes to a stream that is encrypted with a KMS key needs `kms:GenerateDataKey` on that key.',
    fix: 'Allow `kms:GenerateDataKey` on the key, and in the key policy too unless that trusts the caller’s account.',
  },
  'stream-read-with-own-key': {
    says: 'Whoever reads a stream that is encrypted with a KMS key needs `kms:Decrypt` on that key.',
    fix: 'Allow `kms:Decrypt` on the key, and in the key policy too unless that trusts the caller’s account.',
  },
  'session-tags-need-trust': {
    says: 'A session with tags needs `sts:TagSession` on the role, in the trust policy too.',
    fix: 'Allow `sts:TagSession` beside the action that assumes the role, in both policies; or send no tags.',
  },
  'source-identity-needs-trust': {
    says: 'A session with a source identity needs `sts:SetSourceIdentity` on the role, in the trust policy too.',
    fix: 'Allow `sts:SetSourceIdentity` beside the action that assumes the role, in both policies; or send none.',
  },
  'table-with-own-key': {
    says: 'A table that is encrypted with a customer managed key needs `kms:Decrypt` on it of who reads and writes, through DynamoDB.',
    fix: 'Allow it on the key, tied to `kms:ViaService`, and in the key policy too unless that trusts the caller’s account.',
  },
  'database-with-own-key': {
    says: 'A database that is encrypted with a customer managed key needs `kms:CreateGrant` and `kms:DescribeKey` on it of who creates, restores or copies it.',
    fix: 'Allow both on the key, and in the key policy too unless that trusts the caller’s account.',
  },
  'function-with-own-key': {
    says: 'A function whose environment variables are encrypted with a customer managed key needs `kms:Encrypt` and `kms:CreateGrant` on it of who configures them, and `kms:Decrypt` of who reads them and of its execution role.',
    fix: 'Allow these on the key, and in the key policy too unless that trusts the caller’s account.',
  },
  'function-layers': {
    says: 'A function with layers needs `lambda:GetLayerVersion` on each layer version of who configures it; a layer of another account has to grant it too, version by version.',
    fix: 'Allow `lambda:GetLayerVersion` on the ARN of the layer version, with its number; the layer’s owner adds the account with `add-layer-version-permission`.',
  },
  'function-in-vpc': {
    says: 'A function in a VPC needs the permissions on network interfaces in its execution role, as in `AWSLambdaVPCAccessExecutionRole`, and `ec2:DescribeSubnets`, `ec2:DescribeSecurityGroups` and `ec2:DescribeVpcs` of who configures it.',
    fix: 'Attach `AWSLambdaVPCAccessExecutionRole` to the execution role, and allow the three Describe actions for who configures, on `*`.',
  },
  'function-code-in-bucket': {
    says: 'A function whose code lies in a bucket needs `s3:GetObject` on the archive of who creates or updates it, `s3:GetObjectVersion` where a version is named.',
    fix: 'Allow the read on the archive; across accounts in the bucket’s policy too.',
  },
  'function-from-image': {
    says: 'A function from an image needs `ecr:GetRepositoryPolicy` and `ecr:SetRepositoryPolicy` of who creates it, or a repository policy that lets `lambda.amazonaws.com` read the image already.',
    fix: 'Let the repository policy allow `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer` to `lambda.amazonaws.com`, or allow the caller to set it.',
  },
  'image-pull': {
    says: 'Pulling an image needs `ecr:GetAuthorizationToken`, which takes only `*`, and on the repository `ecr:BatchCheckLayerAvailability`, `ecr:GetDownloadUrlForLayer` and `ecr:BatchGetImage`.',
    fix: 'Allow `ecr:GetAuthorizationToken` on `*` in a statement of its own, and the three others on the repository.',
  },
  'image-push': {
    says: 'Pushing an image needs `ecr:GetAuthorizationToken` on `*`, and on the repository `ecr:BatchCheckLayerAvailability`, `ecr:InitiateLayerUpload`, `ecr:UploadLayerPart`, `ecr:CompleteLayerUpload`, `ecr:PutImage` and `ecr:BatchGetImage`.',
    fix: 'Allow all of them; a push checks first which layers are there.',
  },
  'repository-with-own-key': {
    says: 'A repository with a customer managed key needs `kms:CreateGrant`, `kms:RetireGrant` and `kms:DescribeKey` on it of who creates it.',
    fix: 'Allow all three on the key, and in the key policy too unless that trusts the caller’s account.',
  },
  'multipart-upload': {
    says: 'Large files go up in parts: that needs `s3:PutObject`, and `s3:AbortMultipartUpload` and `s3:ListMultipartUploadParts` to give up or resume.',
    fix: 'Allow these on the same objects.',
  },
  'deletion-in-governance-mode': {
    says: 'A version that is locked in governance mode needs `s3:BypassGovernanceRetention` to delete, and the call has to ask for the bypass; in compliance mode nobody can.',
    fix: 'Allow `s3:BypassGovernanceRetention` and send the bypass header, or wait until the retention ends.',
  },
  'log-delivery': {
    says: 'A service that delivers logs for you needs `logs:CreateLogDelivery` and its siblings, and `logs:PutResourcePolicy` and `logs:DescribeResourcePolicies` for a log group, of who switches it on; they take only `*`.',
    fix: 'Allow them on `*` for whom the message names: who configures the service, or the role with which it works.',
  },
  'snapshot-or-stack-reads-template': {
    says: 'A template in a bucket is read with the permissions of who calls: it needs `s3:GetObject` on the template.',
    fix: 'Allow the read on the template; across accounts in the bucket’s policy too.',
  },
  'stack-operations-as-caller': {
    says: 'Without a service role CloudFormation acts with the permissions of who calls, for each resource of the stack; a service role that the stack once had stays with it.',
    fix: 'Allow what the stack’s resources need to the caller, or give the stack a service role and allow the caller to pass it.',
  },
  'athena-results': {
    says: 'A query of Athena reads the catalog and the data and writes its result with the permissions of who asks: Glue on catalog, database and table, S3 on the data and on the result’s place.',
    fix: 'Allow `glue:GetDatabase`, `glue:GetTable` and `glue:GetPartitions` on catalog, database and table, the reads on the data, and the writes on the result’s place.',
  },
  'glue-catalog-parents': {
    says: 'Glue checks a table on all that it stands in: the action is needed on the catalog, the database and the table.',
    fix: 'Name `catalog`, `database/NAME` and `table/NAME/TABLE` in one statement.',
  },
  'cluster-access': {
    says: 'Creating clusters and node groups reads the role that is handed over: it needs `iam:GetRole` and `iam:ListAttachedRolePolicies` on it besides `iam:PassRole`.',
    fix: 'Allow these on the role.',
  },
  'alias-needs-key-and-alias': {
    says: 'An alias is checked twice: on the alias, by an identity-based policy, and on the key, by the key policy.',
    fix: 'Allow the action on both: the ARN of the alias in an identity-based policy, and the key in the key policy, or through it.',
  },
}
