import type { SituationShape } from '../situation'

/** What KMS says, and what services say when KMS refused them. */
export const KEYS_SHAPES = {
  'key-of-trail': {
    decides: 'resource',
    service: 'kms',
    refused: 'cloudtrail.amazonaws.com',
    actions: ['kms:GenerateDataKey*'],
    codes: ['InsufficientEncryptionPolicyException'],
    says: ['Insufficient permissions to access S3 bucket {bucket} or KMS key {resource}'],
  },
  'key-of-snapshot': {
    decides: 'resource',
    service: 'kms',
    refused: 'other-account',
    actions: ['kms:CreateGrant', 'kms:DescribeKey'],
    codes: ['KMSKeyNotAccessibleFault'],
    says: [
      'The source snapshot KMS key {resource} does not exist, is not enabled or you do not have permissions to access it',
      "The (target|destination) (snapshot|cluster|instance) KMS key {resource} (does not exist|doesn't exist) * permissions to access it",
    ],
  },
  'key-of-launch': {
    decides: 'resource',
    service: 'kms',
    refused: 'linked-role',
    actions: [
      'kms:CreateGrant',
      'kms:Decrypt',
      'kms:GenerateDataKey*',
      'kms:ReEncrypt*',
      'kms:Encrypt',
      'kms:DescribeKey',
    ],
    says: [
      'Client.InvalidKMSKey.InvalidState',
      'Client.InternalError: Client error on launch',
      'EBS volumes are encrypted with an inaccessible AWS KMS key',
      'Client.InvalidKmsKey.InvalidState',
    ],
  },
  'key-of-records': {
    decides: 'identity',
    service: 'kms',
    refused: 'caller',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    codes: ['KMSAccessDeniedException'],
    says: [
      'is not authorized to decrypt records in stream {stream}',
      'is not authorized to encrypt records in stream {stream}',
    ],
  },
  'key-of-delivery-stream': {
    decides: 'identity',
    service: 'kms',
    refused: 'caller',
    actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
    codes: ['InvalidKMSResourceException'],
    says: [
      'the grant for the destination CMK to the delivery stream might have been revoked',
      'might have been revoked or the caller might not have sufficient permissions',
    ],
  },
  'key-of-function-environment': {
    decides: 'resource',
    service: 'kms',
    refused: 'given-role',
    actions: ['kms:Decrypt'],
    codes: ['KMSAccessDeniedException.Lambda', 'EnvironmentVariablesNotDecrypted'],
    says: [
      'Lambda was unable to decrypt the environment variables because KMS access was denied',
      'Lambda was unable to configure your environment variables because the KMS key',
      'Lambda was unable to decrypt your environment variables',
      "Lambda couldn't decrypt the environment variables",
      'Calling the invoke API action failed with this message: Lambda was unable to decrypt',
    ],
  },
  'key-of-code-package': {
    decides: 'resource',
    service: 'kms',
    refused: 'given-role',
    actions: ['kms:Decrypt'],
    says: [
      'Lambda was unable to decrypt your container image',
      'Lambda cannot access the KMS key * (source|code|container)',
      'The KMS key is (invalid|unavailable) for (container|function)',
    ],
  },
  'key-of-topic-or-queue': {
    decides: 'resource',
    service: 'kms',
    actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
    codes: ['KMSAccessDenied', 'KMS.AccessDeniedException'],
    says: ['Access to KMS is not allowed', 'KMS.AccessDeniedException: * is not authorized'],
  },
  'key-of-secret': {
    decides: 'identity',
    service: 'kms',
    refused: 'caller',
    actions: ['kms:Decrypt'],
    codes: ['DecryptionFailure', 'EncryptionFailure'],
    says: [
      'Access to KMS is not allowed * secret',
      "Secrets Manager can't decrypt the protected secret text using the provided KMS key",
      "Secrets Manager can't encrypt the protected secret text using the provided KMS key",
    ],
  },
  'key-of-log-group': {
    decides: 'resource',
    service: 'kms',
    refused: 'logs.amazonaws.com',
    actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    says: [
      'The specified KMS Key Id could not be found or the service is not allowed to use it',
      'The specified KMS key does not exist or is not allowed to be used',
    ],
  },
  'key-of-table': {
    decides: 'identity',
    service: 'kms',
    refused: 'caller',
    actions: ['kms:Decrypt'],
    codes: ['InaccessibleEncryptionCredentialsException'],
    says: ['KMS key access denied'],
  },
  'key-of-backup': {
    decides: 'resource',
    service: 'kms',
    refused: 'other-account',
    actions: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey'],
    says: [
      'The backup job failed to create a recovery point for your resource * due to missing permissions on key {resource}',
      'missing permissions on key {resource}',
      'Source snapshot KMS key does not exist, is not enabled, or you do not have permissions to access it',
    ],
  },
  'key-policy-lockout': {
    decides: 'none',
    service: 'kms',
    refused: 'caller',
    says: ['The new key policy will not allow you to update the key policy in the future'],
  },
  'key-policy-principal-gone': {
    decides: 'none',
    service: 'iam',
    says: ['Policy contains a statement with one or more invalid principals'],
  },
  'key-grant-missing': {
    decides: 'none',
    service: 'kms',
    says: ['The grant token * (invalid|not found)', 'Grant {grant} (does not exist|not found)'],
  },
  'key-of-guardduty': {
    decides: 'resource',
    service: 'guardduty',
    refused: 'guardduty.amazonaws.com',
    actions: ['kms:GenerateDataKey', 's3:PutObject', 's3:GetBucketLocation'],
    says: [
      'GuardDuty service principal does not have permission to the KMS key or the resource specified by the destinationArn parameter',
    ],
  },
  'key-not-usable-for-signing': {
    decides: 'none',
    service: 'kms',
    codes: ['InvalidKeyUsageException'],
    says: ['{key} key usage is (ENCRYPT_DECRYPT|SIGN_VERIFY|GENERATE_VERIFY_MAC) which is not valid for'],
  },
} as const satisfies Readonly<Record<string, SituationShape>>
