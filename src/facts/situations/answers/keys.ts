import type { KEYS_SHAPES } from '../shapes/keys'
import type { SituationAnswer } from '../situation-row'
import { CHANGING_COMMANDS, DECIDING_COMMANDS } from '../deciding-commands'

const KEY_OF_STREAM =
  'aws kinesis describe-stream-summary --stream-name {stream} --query StreamDescriptionSummary.KeyId --output text'

const KEY_OF_SECRET = 'aws secretsmanager describe-secret --secret-id {secret} --query KmsKeyId --output text'

const KEY_AND_STATE =
  'aws kms describe-key --key-id {keyId} --query KeyMetadata.[Arn,KeyManager,KeyState] --output json'

/** Makes a grant with which a service that launches can use a key, for the role that it launches as. */
const grantTo = (role: string): string =>
  `aws kms create-grant --key-id {keyId} --grantee-principal ${role} --operations Encrypt Decrypt ReEncryptFrom ReEncryptTo GenerateDataKey GenerateDataKeyWithoutPlaintext DescribeKey CreateGrant`

/** What KMS says, and what services say when KMS refused them: what is said of each. */
export const KEYS_ANSWERS = {
  'key-of-trail': {
    title: 'CloudTrail may not use the KMS key or the bucket.',
    means:
      'CloudTrail’s message covers both. Most often the key policy doesn’t allow `cloudtrail.amazonaws.com` `kms:GenerateDataKey*` and `kms:DescribeKey`, or allows only another trail. Otherwise the bucket policy doesn’t let CloudTrail in.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Add `cloudtrail.amazonaws.com` to the key policy with `kms:GenerateDataKey*` and `kms:DescribeKey`, conditioned on `aws:SourceArn` = the trail’s ARN. If that’s there, compare the bucket policy: CloudTrail needs `s3:GetBucketAcl` and `s3:PutObject`.',
        page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-of-snapshot': {
    title: 'RDS can’t use the KMS key of this copy.',
    means:
      'Most often the policy of the source’s key doesn’t allow this account `kms:CreateGrant`, `kms:Decrypt` and `kms:DescribeKey`, which RDS needs to copy. A key that is missing, disabled or in another Region gives the same message, and so does the other account’s `aws/rds`.',
    check: KEY_AND_STATE,
    changes: [
      {
        says: 'If the key is enabled and customer managed, allow this account in its key policy `kms:CreateGrant` with `kms:GrantIsForAWSResource` true, `kms:DescribeKey`, `kms:Decrypt` and `kms:ReEncrypt*`. Then allow the same in the caller’s own policy.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'A snapshot encrypted with `aws/rds` can’t be shared: copy it with a customer managed key first.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-of-database': {
    title: 'The KMS key can’t be used in the caller’s name.',
    means:
      'The database service makes a grant on the key with the rights of whoever calls. The caller needs `kms:CreateGrant` and `kms:DescribeKey` on it, and the key policy must let the account or the caller use it. A key that is disabled, due for deletion, or in another Region gives the same message.',
    check: DECIDING_COMMANDS.keyState,
    changes: [
      {
        says: 'Allow the caller `kms:CreateGrant`, with `kms:GrantIsForAWSResource` true, and `kms:DescribeKey`, `kms:Decrypt` and `kms:GenerateDataKey*` on the key. If the key isn’t enabled, enable it or cancel its deletion instead.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'key-of-vanished-volume': {
    title: 'The volume is gone again, most likely because of its key.',
    means:
      'EC2 makes an encrypted volume first and asks for its KMS key afterwards. Where the key refuses, EC2 deletes the volume without an error, and the next call finds none. That the creation succeeded shows nothing of the key.',
    check: 'aws kms describe-key --key-id {keyId} --query KeyMetadata.[Arn,KeyState] --output json',
    changes: [
      {
        says: 'Allow whoever creates the volume `kms:CreateGrant`, `kms:Decrypt`, `kms:DescribeKey`, `kms:GenerateDataKeyWithoutPlaintext` and `kms:ReEncrypt*` on the key. The key policy must allow it too, or leave it to IAM policies.',
        page: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'grant-of-launch': {
    title: 'The launching service can’t use the other account’s key.',
    means:
      'Auto Scaling launches as `AWSServiceRoleForAutoScaling`. For a key of another account that role needs a grant, made in the account that launches; the other account’s key policy alone doesn’t let it in. A disabled key gives the same message.',
    changes: [
      {
        says: 'In the account that launches, create a grant on the key for the service-linked role, as a principal whom the key policy lets call `kms:CreateGrant`.',
        run: grantTo('{linkedRole}'),
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'Let the key policy allow that principal `kms:CreateGrant` without `kms:GrantIsForAWSResource`: that test is met by AWS services alone.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'key-of-launch-elsewhere': {
    title: 'The launching service can’t use the volume’s key in another account.',
    means:
      'Auto Scaling and Spot launch as a service-linked role of the account that launches. For a key of another account that role needs a grant, which only the account that launches can create once the key policy allows it. A disabled key gives the same message.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'In the account that launches create a grant for its service-linked role, such as `AWSServiceRoleForAutoScaling` of that account. Before, the key policy must allow that account to use the key and `kms:CreateGrant`: no policy of the service-linked role can be changed.',
        comesFirst: true,
        run: grantTo('{linkedRole}'),
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'In the key’s account allow the account that launches in the key policy: `kms:Encrypt`, `kms:Decrypt`, `kms:ReEncrypt*`, `kms:GenerateDataKey*`, `kms:DescribeKey` and `kms:CreateGrant`.',
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-of-launch': {
    title: 'The launching service can’t use the volume’s KMS key.',
    means:
      'Auto Scaling launches as `AWSServiceRoleForAutoScaling`, Spot as `AWSServiceRoleForEC2Spot`, a Spot Fleet as `AWSServiceRoleForEC2SpotFleet`. Most often the policy of a customer managed key doesn’t allow that service-linked role, `kms:CreateGrant` included. A key that is disabled or pending deletion gives the same message.',
    check: KEY_AND_STATE,
    changes: [
      {
        says: 'If the key is enabled, add the service-linked role of the launching service, such as `AWSServiceRoleForAutoScaling`, to the key policy: `kms:Encrypt`, `kms:Decrypt`, `kms:ReEncrypt*`, `kms:GenerateDataKey*`, `kms:DescribeKey`, and `kms:CreateGrant` with `kms:GrantIsForAWSResource` true.',
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'For a key in another account create a grant for the service-linked role.',
        run: grantTo('<ARN of the service-linked role>'),
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'key-of-launch-of-group': {
    title: 'The group’s own service-linked role can’t use the volume’s KMS key.',
    means:
      'A group can launch as a service-linked role with a suffix, `AWSServiceRoleForAutoScaling_SUFFIX`. A key policy that names `AWSServiceRoleForAutoScaling` without it doesn’t let that one in. Nor does a statement for the account: the role has no permission on keys, and nobody can give it one. A key that is disabled or pending deletion gives the same message.',
    check: KEY_AND_STATE,
    changes: [
      {
        says: 'If the key is enabled and its policy doesn’t name the role with the suffix, allow that role in it `kms:Encrypt`, `kms:Decrypt`, `kms:ReEncrypt*`, `kms:GenerateDataKey*`, `kms:DescribeKey`, and `kms:CreateGrant` with `kms:GrantIsForAWSResource` true.',
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'key-of-start': {
    title: 'Whoever starts the instance can’t use the volume’s KMS key.',
    means:
      'An instance with a volume under a customer managed key needs a grant on that key, and EC2 makes it for whoever starts the instance. Without `kms:CreateGrant` the start is accepted, and the instance stops again at once. A disabled key gives the same message.',
    check: 'aws kms describe-key --key-id {givenKey} --output json',
    changes: [
      {
        says: 'If the key is enabled, allow whoever starts it `kms:CreateGrant` on the key, only for AWS services, and `kms:Decrypt`, `kms:DescribeKey` and `kms:GenerateDataKeyWithoutPlaintext`.',
        page: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'key-of-volume': {
    title: 'EC2 can’t use the volume’s KMS key for the caller.',
    means:
      'To attach an encrypted volume EC2 makes a grant on its key for the caller, who needs `kms:CreateGrant` there. EC2 says the same where the key is disabled or due for deletion.',
    check: 'aws kms describe-key --key-id {givenKey} --output json',
    changes: [
      {
        says: 'If the key is enabled, allow the caller `kms:CreateGrant` on the key, only for AWS services, and `kms:Decrypt`, `kms:DescribeKey` and `kms:GenerateDataKeyWithoutPlaintext`.',
        page: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'key-of-records': {
    title: 'The caller can’t use the stream’s KMS key.',
    means:
      'The stream is encrypted with a KMS key. The consumer’s role needs `kms:Decrypt` on it, the producer’s role `kms:GenerateDataKey`. Kinesis permissions alone aren’t enough.',
    check: KEY_OF_STREAM,
    changes: [
      {
        says: 'Allow the role that reads `kms:Decrypt` on the stream’s key; the role that writes `kms:GenerateDataKey`.',
        page: 'https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'If the key policy doesn’t delegate to IAM, add the role there too.',
        page: 'https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'secret-to-be-deleted': {
    title: 'The secret is scheduled for deletion.',
    means:
      'No policy refused this. Until its recovery window is over the secret can be restored; nobody can read it before.',
    changes: [
      {
        says: 'If the secret is still needed, restore it. Otherwise name the one that replaces it.',
        run: 'aws secretsmanager restore-secret --secret-id <secret>',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_restore-secret.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'key-of-records-written': {
    title: 'Whoever writes can’t use the stream’s KMS key.',
    means:
      'The stream is encrypted with a KMS key. Whoever writes records needs `kms:GenerateDataKey` on it; permissions for Kinesis alone aren’t enough.',
    check: KEY_OF_STREAM,
    changes: [
      {
        says: 'Allow whoever writes `kms:GenerateDataKey` on the stream’s key. If the key policy doesn’t delegate to IAM, allow it there too.',
        page: 'https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'key-of-delivery-stream': {
    title: 'Firehose can’t use the delivery stream’s KMS key.',
    means:
      'With a customer managed key, whoever calls PutRecord needs `kms:GenerateDataKey` and `kms:Decrypt` on it; from an EventBridge rule that is the target’s role, not the delivery role. A key that was disabled, or whose grant was revoked, gives the same message.',
    check:
      'aws firehose describe-delivery-stream --delivery-stream-name {stream} --query DeliveryStreamDescription.DeliveryStreamEncryptionConfiguration --output json',
    changes: [
      {
        says: 'Allow the role that puts the records (for a rule the target’s role) `kms:GenerateDataKey` and `kms:Decrypt` on the stream’s key.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/encryption.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If the key was changed or disabled, start encryption again.',
        run: 'aws firehose start-delivery-stream-encryption --delivery-stream-name {stream} --delivery-stream-encryption-configuration-input KeyType=CUSTOMER_MANAGED_CMK,KeyARN=<ARN of the key>',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/encryption.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'function-grant-of-old-role': {
    title: 'Most likely Lambda decrypts with a grant for a deleted role.',
    means:
      'Lambda decrypts a function’s environment variables with a grant on the key `aws/lambda`, made for the execution role. A role that was deleted and created again under the same name is another role, so the grant doesn’t fit. No policy of the new role replaces it, and no one can edit the key’s policy.',
    changes: [
      {
        says: 'Set the function to another execution role and then back to this one, or create the function again: Lambda then makes a new grant.',
        page: 'https://repost.aws/knowledge-center/lambda-kmsaccessdeniedexception-errors',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'key-of-function-environment': {
    title: 'The function’s role can’t decrypt its environment variables.',
    means:
      'Lambda decrypts as the execution role, through a grant on the KMS key. A role that was deleted and created again under the same name no longer matches the old grant.',
    check:
      'aws lambda get-function-configuration --function-name {aliasedFunction} --query [KMSKeyArn,Role] --output json',
    changes: [
      {
        says: 'If the grant is gone, for example since the role was recreated: set another key on the function, then the right one again. Lambda then creates a new grant.',
        run: `${CHANGING_COMMANDS.setFunction} --kms-key-arn <ARN of the key>`,
        comesFirst: true,
        page: 'https://repost.aws/knowledge-center/lambda-kmsaccessdeniedexception-errors',
        confirmed: '2026-11-29',
      },
      {
        says: 'Otherwise allow the execution role `kms:Decrypt` on the key, in its own policy or the key policy.',
        page: 'https://repost.aws/knowledge-center/lambda-kmsaccessdeniedexception-errors',
        confirmed: '2026-11-29',
      },
      {
        says: 'With the default key (`KMSKeyArn` is null): set another execution role on the function, then the right one again. That also creates a new grant.',
        run: `${CHANGING_COMMANDS.setFunction} --role <ARN of another role>`,
        page: 'https://repost.aws/knowledge-center/lambda-kmsaccessdeniedexception-errors',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'key-of-code-package': {
    title: 'Lambda can’t use the KMS key of the function’s code.',
    means:
      'Lambda reads an encrypted image or package through a grant on its KMS key. The key is disabled, or its policy doesn’t let Lambda’s caller create the grant.',
    changes: [
      {
        says: 'If the key is disabled, enable it. Otherwise allow whoever creates the function `kms:CreateGrant` and `kms:Decrypt` on it.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-images.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'key-of-topic-or-queue': {
    title: 'The key of the encrypted topic, queue or bucket refuses the request.',
    means:
      'The resource is encrypted with a KMS key. Whoever sends needs `kms:GenerateDataKey` and `kms:Decrypt`, whoever reads `kms:Decrypt`. A service that sends must be named in the key policy.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow the sender `kms:GenerateDataKey` and `kms:Decrypt` on the key. If an AWS service sends, name its service principal in the key policy; the AWS managed key can’t be used.',
        page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-of-message-sent': {
    title: 'The key of the topic or queue refuses the sender.',
    means:
      'The topic or queue is encrypted. Whoever sends needs `kms:GenerateDataKey` and `kms:Decrypt` on its key, in their own policy and, from another account or where the key policy doesn’t name the account, in the key policy too.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow the sender `kms:GenerateDataKey` and `kms:Decrypt` on the key of the topic or queue.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'key-of-secret-replica': {
    title: 'The secret’s key, or the replica’s key, refuses the caller.',
    means:
      'Secrets Manager replicates with the caller’s permissions: `kms:Decrypt` on the key in the primary Region, `kms:GenerateDataKey` and `kms:Encrypt` on the key in the replica’s Region.',
    changes: [
      {
        says: 'Allow the caller those actions on both keys. Then replicate again.',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets_troubleshoot.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'key-of-secret-in-use': {
    title: 'The secret’s KMS key refuses the caller.',
    means:
      'Secrets Manager decrypts in the caller’s name. From another account the AWS managed key `aws/secretsmanager` never works: its policy can’t be changed. A customer managed key must allow the caller `kms:Decrypt`.',
    check: KEY_OF_SECRET,
    changes: [
      {
        says: 'Allow the caller `kms:Decrypt` on the secret’s key, in the key policy or the caller’s own policy; from another account in both. If another account reads a secret under `aws/secretsmanager`, encrypt it with a customer managed key first (`kms_key_id` in Terraform).',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-of-secret': {
    title: 'Secrets Manager can’t use the secret’s KMS key.',
    means:
      'The key is disabled, pending deletion or gone, or it refuses the caller, in whose name Secrets Manager uses it. With a customer managed key the caller needs `kms:Decrypt`, and to write a value also `kms:GenerateDataKey`. Across accounts the key policy must allow it too, and `aws/secretsmanager` can’t be used.',
    check: KEY_OF_SECRET,
    changes: [
      {
        says: 'If the key is enabled, allow the caller `kms:Decrypt` on it; if it’s off, enable it. Across accounts add the caller to the key policy, and encrypt the secret with a customer managed key.',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-of-log-group': {
    title: 'CloudWatch Logs can’t find the KMS key, or may not use it.',
    means:
      'Most often the key policy doesn’t allow `logs.REGION.amazonaws.com` `kms:Encrypt*`, `kms:Decrypt*`, `kms:ReEncrypt*`, `kms:GenerateDataKey*` and `kms:Describe*` for the log group’s ARN. A wrong ID, or a key that is disabled or in another Region, gives the same message.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Add `logs.REGION.amazonaws.com` to the key policy, with `kms:EncryptionContext:aws:logs:arn` like the log group’s ARN. Use a key of the same Region.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'table-key-lost': {
    title: 'DynamoDB can’t use the table’s KMS key any more.',
    means:
      'The key is disabled or scheduled for deletion, or its policy or grants were changed. After seven days DynamoDB archives the table.',
    check: DECIDING_COMMANDS.keyState,
    changes: [
      {
        says: 'Enable the key or cancel its deletion, or put its policy and grants for DynamoDB back.',
        page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'key-of-table': {
    title: 'The caller can’t use the table’s KMS key.',
    means:
      'DynamoDB uses a customer managed key in the caller’s name, who needs `kms:Decrypt` on it for every read and write. A key that is disabled or gone refuses everyone.',
    check: 'aws dynamodb describe-table --table-name {table} --query Table.SSEDescription --output json',
    changes: [
      {
        says: 'Allow the caller `kms:Decrypt` and `kms:DescribeKey` on the table’s key; who creates the table also needs `kms:CreateGrant`.',
        page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-of-backup': {
    title: 'AWS Backup can’t use the KMS key.',
    means:
      'AWS Backup uses the source’s key, and for a copy the vault’s key. Most often the key policy doesn’t allow the backup role, or the destination account’s `AWSServiceRoleForBackup`, `kms:CreateGrant`, `kms:Decrypt`, `kms:GenerateDataKey*` and `kms:DescribeKey`. A disabled key, or an AWS managed key in a copy to another account, gives the same message.',
    check: KEY_AND_STATE,
    changes: [
      {
        says: 'If the key is enabled and customer managed, allow those actions in its policy, for both accounts where it’s a copy. A source under an AWS managed key must be encrypted with a customer managed one first.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'key-policy-lockout': {
    title: 'This key policy would lock you out of the key.',
    means:
      'KMS rejects a key policy that doesn’t let the caller change it later: no statement allows the caller `kms:PutKeyPolicy`, or a Deny takes it away. A statement for the account root lets the caller in only if its own policies allow it too.',
    changes: [
      {
        says: 'Let the key policy allow the caller, or the account root, `kms:PutKeyPolicy`. If a Deny takes it away, exempt the caller from the Deny, or let a principal that it exempts create the key.',
        page: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Only if another principal manages the key: skip the check.',
        option: { is: 'added', words: '--bypass-policy-lockout-safety-check' },
        page: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-looked-up-here': {
    title: 'KMS found no such key in the caller’s account and Region.',
    means:
      'KMS looks a bare key id or alias up in the caller’s own account and in the Region of the call. A key of another account or Region needs its full ARN. A deleted key gives the same message. No policy was evaluated.',
    check: 'aws kms describe-key --key-id {keyId} --output json',
    changes: [
      {
        says: 'Set the key by its full ARN where it’s configured, with the owner’s account and the right Region. If it was deleted, choose another key.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/find-cmk-id-arn.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'policy-principal-linked-role': {
    title: 'The policy names a service-linked role that may not exist yet.',
    means:
      'AWS checks the principals when it saves a policy. A service-linked role isn’t in an account before its service is first used there, or it is created by hand. Nobody was denied anything.',
    changes: [
      {
        says: 'Create the service-linked role, for the service in its ARN after `aws-service-role/`. Wait some seconds, and save the policy again. Each other principal must exist too.',
        run: 'aws iam create-service-linked-role --aws-service-name <service>.amazonaws.com',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'policy-principal-wildcard': {
    title: 'An ARN in `Principal` can’t hold a wildcard.',
    means:
      'In `Principal` a `*` stands alone or not at all: it matches no part of a name or an ARN. So AWS looked for a role or user with that very name. Nothing was denied by the policy.',
    changes: [
      {
        says: 'Name the account as principal, `arn:aws:iam::ACCOUNT:root`, and test `aws:PrincipalArn` with the pattern under `ArnLike` in the statement’s condition. Or list the roles’ whole ARNs.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'policy-principal-without-path': {
    title: 'The ARN of the Identity Center role lacks its path.',
    means:
      'A role that begins with `AWSReservedSSO_` lies under `/aws-reserved/sso.amazonaws.com/`, usually with the Region of Identity Center behind that. IAM found no role at the ARN without it, and so refused the document. Nothing was denied by the policy.',
    changes: [
      {
        says: 'Take the whole ARN from the role itself.',
        run: 'aws iam list-roles --path-prefix /aws-reserved/sso.amazonaws.com/ --query Roles[].Arn --output text',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'To outlast a new provisioning of the permission set, name the account as principal, `arn:aws:iam::ACCOUNT:root`. Then test `aws:PrincipalArn` under `ArnLike` with `*` for the Region and the ending of the name.',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'policy-principal-gone': {
    title: 'AWS doesn’t accept a principal that the policy names.',
    means:
      'AWS checks the principals when it saves a policy. Most often a role or user was deleted, isn’t there yet, or is mistyped. A group, an account that doesn’t exist or a misspelled service is refused too; the policy itself denied nothing.',
    changes: [
      {
        says: 'Correct the ARN, and replace ids that begin with `AROA` or `AIDA`. Create the role first, and wait some seconds after creating it.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If the policy names a service-linked role (`aws-service-role/`), create that first: a new account has it only after the service was used.',
        run: 'aws iam create-service-linked-role --aws-service-name <service>.amazonaws.com',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'key-grant-missing': {
    title: 'The KMS grant isn’t there, or isn’t valid yet.',
    means:
      'Whoever uses a key through a grant needs the grant, or its token until the grant has spread. It was retired, revoked, or belongs to another key.',
    changes: [
      {
        says: 'List the grants of the key and create the grant again.',
        run: 'aws kms list-grants --key-id {keyId} --output json',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'key-of-guardduty': {
    title: 'The key policy or bucket policy doesn’t let GuardDuty export findings.',
    means:
      'GuardDuty exports as `guardduty.amazonaws.com`, in a Region that has to be enabled as `guardduty.REGION.amazonaws.com`. The key policy must allow that principal `kms:GenerateDataKey`, and the bucket policy `s3:PutObject` and `s3:GetBucketLocation`. Your own permissions play no part.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Add that principal to the key policy with `kms:GenerateDataKey`, conditioned on `aws:SourceAccount` and `aws:SourceArn` (the detector). Then check the bucket policy.',
        page: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-not-usable-for-signing': {
    title: 'The key isn’t made for this operation.',
    means: 'A KMS key encrypts or signs, never both. No policy can change the key’s usage.',
    changes: [
      {
        says: 'Use a key with the right key usage, or create one.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-not-accessible': {
    title: 'This caller or role can’t use the KMS key.',
    means:
      'A copy or a launch uses the source’s key and the destination’s key. The caller, or the role of AWS Backup, must be able to use both. A key of another account, of another Region or a default key gives this message.',
    check: KEY_AND_STATE,
    changes: [
      {
        says: 'Allow the caller or role `kms:DescribeKey`, `kms:CreateGrant` and `kms:Decrypt` in the policy of a customer managed key. A default key of another account can’t be used.',
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-key-state': {
    title: 'The KMS key is disabled, pending deletion or gone.',
    means:
      'Lambda, Kinesis or SNS, whichever says it, works with this key, and nobody can use a key in that state. A key of another Region isn’t found either. No policy was refused.',
    check: KEY_AND_STATE,
    changes: [
      {
        says: 'If the key is disabled, enable it; if it’s pending deletion, cancel that first. If it’s gone, give the function, stream or topic another key of its Region.',
        run: CHANGING_COMMANDS.enableKey,
        page: 'https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'ciphertext-invalid': {
    title: 'KMS can’t decrypt this text: another key, context or copy.',
    means:
      'The ciphertext is damaged, was made with another key, or the encryption context isn’t the one it was encrypted with. KMS doesn’t say which. No permission was refused.',
    changes: [
      {
        says: 'Pass the same encryption context as at encryption, in the same letters, and the raw bytes, not Base64.',
        page: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'database-key-lost': {
    title: 'RDS can’t use the database’s KMS key any more.',
    means:
      'The key is disabled, to be deleted, or its grant to RDS is gone. After seven days as `inaccessible-encryption-credentials-recoverable` only a backup helps.',
    check: KEY_AND_STATE,
    changes: [
      {
        says: 'Enable the key and undo the change of its policy or grants, then start the database again.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'secret-policy-public': {
    title: 'The new resource policy would open the resource to everyone.',
    means:
      'Secrets Manager checks that where the call asks for it (`BlockPublicPolicy`), Lambda where public access is blocked, Payment Cryptography always. The policy grants access to everyone. No permission is missing.',
    changes: [
      {
        says: 'Name accounts, roles or the organization in the policy in place of `*`.',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'key-grant-of-function': {
    title: 'Lambda couldn’t create its grant on the function’s KMS key.',
    means:
      'Lambda makes the grant with the caller’s credentials, and KMS’s own message at the end says why it failed. Most often the caller lacks `kms:CreateGrant` on the key. The key must also be enabled and in the function’s Region.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'If KMS denied access, allow whoever configures the function `kms:CreateGrant` and `kms:Encrypt` on the key.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'function-grant-arn-refused': {
    title: 'KMS doesn’t accept an ARN in the grant that Lambda makes.',
    means:
      'Lambda names the function’s key and execution role in the grant. A role that is seconds old or was deleted is no “valid principal”, and an alias in place of the key’s ARN is refused too. No policy refused this.',
    changes: [
      {
        says: 'If KMS names the principal, wait a minute and repeat. If it stays so, check that the execution role still exists under this ARN.',
        page: 'https://github.com/hashicorp/terraform-provider-aws/issues/4633',
        confirmed: '2026-12-02',
      },
      {
        says: 'If KMS speaks of aliases, set the function’s `KMSKeyArn` to the ARN of the key itself, `arn:aws:kms:REGION:ACCOUNT:key/ID`.',
        page: 'https://github.com/hashicorp/terraform/issues/20813',
        confirmed: '2026-12-02',
      },
    ],
  },
  'key-of-device-job': {
    title: 'The key policy doesn’t let the job use the key.',
    means:
      'The job uses the KMS key for its data. The key policy must let whoever creates the job, and the job’s role, use the key and create grants on it.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow the job’s creator and its role `kms:CreateGrant`, `kms:GenerateDataKey` and `kms:Decrypt` in the key policy.',
        page: 'https://docs.aws.amazon.com/snowball/latest/developer-guide/access-control-managing-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'secret-default-key': {
    title: 'The secret must be encrypted with a customer managed key.',
    means:
      'MSK reads the secret of a SCRAM user itself, and the key `aws/secretsmanager` lets no other service in. The secret’s name must also begin with `AmazonMSK_`. No policy refused this.',
    changes: [
      {
        says: 'Create the secret again with a customer managed KMS key, under a name that begins with `AmazonMSK_`.',
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-limitations.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'key-of-new-database': {
    title: 'The database’s KMS key refuses the caller, or can’t be used.',
    means:
      'RDS describes the key and makes a grant on it in the name of whoever creates the database. That caller needs `kms:DescribeKey` and `kms:CreateGrant`; another account’s key must allow it too.',
    check: 'aws kms describe-key --key-id {keyId} --query KeyMetadata.[KeyState,Arn] --output text',
    changes: [
      {
        says: 'See whether the key exists in this Region and is enabled. Then allow the caller both actions on it.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'key-refused-or-off': {
    title: 'The KMS key is off or missing, or may not be used.',
    means:
      'The service uses the key with the role it was given, or in the caller’s name. The key must be enabled, and that role or caller must be allowed in its own policies and by the key policy. A key of another account needs both.',
    check: DECIDING_COMMANDS.keyState,
    changes: [
      {
        says: 'If the key is enabled, allow that role or caller `kms:Decrypt`, `kms:GenerateDataKey` and `kms:DescribeKey` in its own policies and in the key policy.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'key-not-symmetric': {
    title: 'The KMS key is asymmetric; a symmetric one is needed.',
    means: 'Secrets and data keys are made with symmetric encryption keys only. No policy refused this.',
    check: 'aws kms describe-key --key-id {keyId} --query KeyMetadata.KeySpec --output text',
    changes: [
      {
        says: 'Choose a symmetric encryption key, or leave the key out for the default one.',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'key-of-other-origin': {
    title: 'This operation isn’t there for a key of this origin.',
    means:
      'Keys with imported material, of a custom key store or an external one can’t do all that others can, such as automatic rotation. No policy refused it.',
    check: 'aws kms describe-key --key-id {key} --query KeyMetadata.Origin --output text',
    changes: [
      {
        says: 'Use an operation that the key’s origin has, or a key whose material KMS made.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'external-key-refused': {
    title: 'The external key store’s proxy refused this, not AWS.',
    means:
      'A key of an external key store is used through your own proxy. The proxy denied the operation, or didn’t accept the credential that KMS signs with. IAM and the key policy had let it through.',
    grantedIn: 'the external key manager and its proxy',
    check: DECIDING_COMMANDS.keyStores,
    changes: [
      {
        says: 'Enable the external key and allow the operation for it in its manager. If the credential changed at the proxy, update it in the key store.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/xks-troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'external-key-unreachable': {
    title: 'KMS can’t reach the external key or its proxy.',
    means:
      'KMS reaches such a key through your proxy: it didn’t answer, or the path or the key’s id is wrong. No policy refused it.',
    check: DECIDING_COMMANDS.keyStores,
    changes: [
      {
        says: 'Check that the proxy and the key manager run and are reachable, and compare URI path and external key id.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/xks-troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'repository-key': {
    title: 'CodeCommit can’t use its KMS key for this account or caller.',
    means:
      'CodeCommit encrypts with `aws/codecommit`, in the caller’s name. Most often the account isn’t set up for AWS KMS yet; otherwise a policy keeps the caller from KMS. Permissions of CodeCommit aren’t what is missing.',
    check: 'aws kms describe-key --key-id alias/aws/codecommit --output json',
    changes: [
      {
        says: 'Open the AWS KMS console, “AWS managed keys”, in this Region. If it asks to subscribe, do that.',
        page: 'https://docs.aws.amazon.com/codecommit/latest/userguide/troubleshooting-cs.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'If the key is there, allow the caller `kms:Encrypt`, `kms:Decrypt`, `kms:ReEncrypt*`, `kms:GenerateDataKey*` and `kms:DescribeKey` on it, and look for a Deny of KMS.',
        page: 'https://docs.aws.amazon.com/codecommit/latest/userguide/encryption.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'secret-key-of-own-account': {
    title: 'The secret’s AWS managed key serves no other account.',
    means:
      'The secret is encrypted with `aws/secretsmanager`. Nobody can change that key’s policy, so no policy of the secret or of the reader opens it to another account.',
    changes: [
      {
        says: 'In the secret’s account encrypt it with a customer managed key. Let that key’s policy and the reader’s policy allow `kms:Decrypt`.',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'revocation-list-refused': {
    title: 'Private CA can’t write its revocation list to the bucket.',
    means:
      'The list is written with a public ACL unless `S3ObjectAcl` is `BUCKET_OWNER_FULL_CONTROL`. S3 Block Public Access, on for new buckets, refuses a public one. Or the bucket policy doesn’t let `acm-pca.amazonaws.com` in.',
    changes: [
      {
        says: 'Set `S3ObjectAcl` to `BUCKET_OWNER_FULL_CONTROL` in the CRL configuration, and leave Block Public Access on. Then compare the bucket policy with the page.',
        page: 'https://docs.aws.amazon.com/privateca/latest/APIReference/API_CrlConfiguration.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'snapshot-default-key-not-shared': {
    title: 'A snapshot under an AWS managed key can’t be shared.',
    means: 'No other account can use an AWS managed key, and its policy can’t be changed.',
    changes: [
      {
        says: 'Copy the snapshot with a customer managed key, let that key’s policy allow the other account, and share the copy.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/share-encrypted-snapshot.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'findings-key': {
    title: 'Most likely the key policy doesn’t let GuardDuty export findings.',
    means:
      'According to what you pasted, the bucket policy has GuardDuty’s statements, so the key is what’s left. GuardDuty encrypts each export with it, as `guardduty.amazonaws.com`. Your own permissions play no part.',
    changes: [
      {
        says: 'Allow `guardduty.amazonaws.com` `kms:GenerateDataKey` in the key policy, with your account as `aws:SourceAccount` and the detector as `aws:SourceArn`. In an opt-in Region it’s `guardduty.REGION.amazonaws.com`. The key must be in the bucket’s Region.',
        page: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'findings-bucket': {
    title: 'Most likely the bucket policy doesn’t let GuardDuty export findings.',
    means:
      'According to what you pasted, the key policy has GuardDuty’s statement, so the bucket is what’s left. GuardDuty writes as `guardduty.amazonaws.com`. Your own permissions play no part.',
    changes: [
      {
        says: 'Allow `guardduty.amazonaws.com` `s3:GetBucketLocation` on the bucket and `s3:PutObject` on its objects, with your account as `aws:SourceAccount` and the detector as `aws:SourceArn`. In an opt-in Region it’s `guardduty.REGION.amazonaws.com`.',
        page: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'key-of-another-region': {
    title: 'The key is in another Region than the call.',
    means:
      'A KMS key works in its own Region only, and a copy in another Region needs a key of that Region. What you pasted names a key of one Region in a call to another. No policy of that key helps.',
    changes: [
      {
        says: 'Name a key of the Region that you call: one that is there, a replica of a multi-Region key, or a new one. In a copy to another Region, `--kms-key-id` is the target’s key.',
        run: 'aws kms list-aliases --region {region}',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'repository-clone-key': {
    title: 'Most likely the caller may not use the repository’s own KMS key.',
    means:
      'According to what you pasted, the repository has a key of its own, and the same credentials reach another repository. So Git’s sign-in works. CodeCommit encrypts and decrypts in the caller’s name, and its Git address answers a refused key with a bare 403.',
    changes: [
      {
        says: 'Allow the caller `kms:Encrypt`, `kms:Decrypt`, `kms:ReEncrypt*`, `kms:GenerateDataKey*` and `kms:DescribeKey` on the key that the repository has, and see that the key policy lets the account’s policies decide. Then clone again.',
        page: 'https://docs.aws.amazon.com/codecommit/latest/userguide/encryption.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'key-lockout-caller-lacks': {
    title: 'The caller’s own policies don’t allow `kms:PutKeyPolicy`.',
    means:
      'The key policy leaves it to the account: its statement for the account root counts only where the caller’s own policies allow the action too. KMS checks that the caller, or the role that deploys, can change the key policy later. The key policy is fine.',
    changes: [
      {
        says: 'Allow `kms:PutKeyPolicy` in a policy of whoever creates the key. In a stack that’s its CloudFormation role. To manage the key later, add `kms:GetKeyPolicy` and `kms:ScheduleKeyDeletion`.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'copy-with-default-key': {
    title: 'Another account can’t use the default key of the source.',
    means:
      'The copy goes to another account, and the source is encrypted with an AWS managed key such as `aws/ebs`. Nobody can edit the policy of such a key or share it, so no permission of a role and no vault policy helps.',
    changes: [
      {
        says: 'Encrypt the source with a customer managed key that the other account may use: copy the snapshot with that key or re-encrypt the volume, and make it the default key for EBS. Then copy again.',
        page: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'secret-without-value': {
    title: 'The secret has no value yet, or no version with this label.',
    means:
      'The secret is there, but no version of it has the staging label or ID of the call. A secret that was created without a value has none. No permission was refused.',
    check: 'aws secretsmanager list-secret-version-ids --secret-id {secret} --output json',
    changes: [
      {
        says: 'Put a value into the secret, or ask for a version that it has. Then start again what read it when it started, such as a task of ECS.',
        run: 'aws secretsmanager put-secret-value --secret-id {secret} --secret-string file://<file>',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'ciphertext-of-another-key': {
    title: 'The ciphertext was made with another key than the call names.',
    means:
      'For a symmetric key, KMS reads from the ciphertext which key made it. The call names a different one. No policy refused this.',
    changes: [
      {
        says: 'Leave the key’s ID out of the call, and KMS finds the key itself. Or name the key that encrypted it, in its own Region.',
        page: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'key-material-of-another': {
    title: 'It isn’t the key material that this KMS key had before.',
    means:
      'A KMS key with imported material takes back only the very material it was created with. Other material needs another KMS key. No policy refused this.',
    changes: [
      {
        says: 'Import the same key material again, wrapped with a fresh public key and token. If it’s lost, create a new KMS key; what the old one encrypted can’t be decrypted.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-import-key-material.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'secret-name-waiting': {
    title: 'A deleted secret still holds this name.',
    means:
      'A secret of this name was deleted, and until its recovery window is over no other one can have the name. No policy refused this.',
    check: 'aws secretsmanager list-secrets --include-planned-deletion --output json',
    changes: [
      {
        says: 'Restore the secret and use it: in Terraform import it, in a stack refer to it. Or take another name.',
        run: 'aws secretsmanager restore-secret --secret-id <secret>',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Only if nobody needs its value any more: delete it at once, which can’t be undone, and create it again after a minute.',
        run: 'aws secretsmanager delete-secret --secret-id <secret> --force-delete-without-recovery',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'managed-key-not-made': {
    title: 'The AWS managed key isn’t there yet, or is misspelled.',
    means:
      'AWS makes such a key in an account and Region when the service first encrypts something with it there. Until then its alias leads to nothing. No policy was evaluated.',
    check: 'aws kms list-aliases --output json',
    changes: [
      {
        says: 'Let the service encrypt something with its default key in this Region once, or name a customer managed key. If the list has the alias under another name, use that.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof KEYS_SHAPES, SituationAnswer>>
