import type { SituationShape } from '../situation'

/** What S3 and the services that keep files in it say in words of their own. */
export const STORAGE_SHAPES = {
  'notification-destination': {
    decides: 'resource',
    service: 's3',
    refused: 's3.amazonaws.com',
    actions: ['sns:Publish', 'sqs:SendMessage', 'lambda:InvokeFunction'],
    says: ['Unable to validate the following destination configurations'],
  },
  'bucket-logging-target': {
    decides: 'resource',
    service: 's3',
    refused: 'logging.s3.amazonaws.com',
    actions: ['s3:PutObject'],
    codes: ['InvalidTargetBucketForLogging'],
    says: [
      'The owner for the bucket to be logged and the target bucket must be the same',
      'You must give the log-delivery group WRITE and READ_ACP permissions to the target bucket',
    ],
  },
  'replication-role': {
    decides: 'identity',
    service: 's3',
    refused: 'given-role',
    actions: [
      's3:GetReplicationConfiguration',
      's3:ListBucket',
      's3:GetObjectVersionForReplication',
      's3:ReplicateObject',
    ],
    says: [
      "Amazon S3 (does not|doesn't) have permissions to replicate",
      "The IAM role specified in the replication configuration (does not|doesn't) have",
    ],
  },
  'object-access-disabled': {
    decides: 'none',
    service: 's3',
    refused: 'caller',
    codes: ['AllAccessDisabled'],
    says: ['All access to this object has been disabled'],
  },
  'requester-pays': {
    decides: 'none',
    service: 's3',
    refused: 'caller',
    overrules: 'codes',
    says: [
      'Bucket is requester pays bucket',
      'bucket is configured as Requester Pays',
      'requires the requester to pay',
    ],
  },
  'object-ownership-acl': {
    decides: 'none',
    service: 's3',
    refused: 'caller',
    codes: ['InvalidBucketAclWithObjectOwnership', 'AccessControlListNotSupported'],
    says: [
      "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
      'The bucket does not allow ACLs',
    ],
  },
  'access-point-network': {
    decides: 'none',
    service: 's3',
    refused: 'caller',
    says: ["(Cannot|can't) access this access point from outside (its|the) VPC"],
  },
  'directory-bucket-session': {
    decides: 'identity',
    service: 's3express',
    refused: 'caller',
    actions: ['s3express:CreateSession'],
    says: ['Failed to create S3 Express session'],
  },
  'object-lock-missing': {
    decides: 'none',
    service: 's3',
    codes: ['ObjectLockConfigurationNotFoundError'],
    says: [
      'Bucket is missing (Object Lock Configuration|ObjectLockConfiguration)',
      'Object Lock configuration does not exist for this bucket',
    ],
  },
  'bucket-key-signature-version': {
    decides: 'none',
    service: 's3',
    refused: 'caller',
    says: [
      'Requests specifying Server Side Encryption with AWS KMS managed keys (require|must be made over a secure connection|must be made using) * Signature Version 4',
      'Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4',
    ],
  },
  'key-through-origin-identity': {
    decides: 'resource',
    service: 'kms',
    refused: 'cloudfront.amazonaws.com',
    actions: ['kms:Decrypt'],
    codes: ['KMS.UnrecognizedClientException'],
    says: ['No account found for the given parameters'],
  },
  'batch-operations-role': {
    decides: 'trust',
    service: 's3',
    refused: 'batchoperations.s3.amazonaws.com',
    actions: ['sts:AssumeRole'],
    says: ['Assuming role {resource} was not authorized'],
  },
  'access-grants-none': {
    decides: 'none',
    service: 's3',
    refused: 'caller',
    ofDenial: true,
    says: ['You do not have a grant on the requested target'],
  },
  'storage-class-archived': {
    decides: 'none',
    service: 's3',
    codes: ['InvalidObjectState'],
    says: ["The operation is not valid for the object's (storage class|access tier)"],
  },
  'bucket-policy-public-blocked': {
    decides: 'none',
    service: 's3',
    refused: 'caller',
    says: [
      'The bucket policy has a public statement and * Block Public Access',
      'public policies are blocked by the BlockPublicPolicy block public access setting',
    ],
  },
  'transfer-role': {
    decides: 'identity',
    service: 'transfer',
    refused: 'given-role',
    actions: ['s3:ListBucket', 's3:GetObject', 's3:PutObject'],
    says: ["Couldn't stat remote file: Permission denied", 'remote (open|readdir|mkdir|setstat) * Permission denied'],
  },
  'datasync-location': {
    decides: 'identity',
    service: 'datasync',
    refused: 'given-role',
    actions: ['s3:ListBucket', 's3:GetObject', 's3:PutObject'],
    says: ['could not perform s3:{call} (on|in) bucket {bucket}', 'Task failed to access location {location}'],
  },
  'efs-mount-denied': {
    decides: 'resource',
    service: 'elasticfilesystem',
    refused: 'caller',
    actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
    says: [
      'mount.nfs4: access denied by server while mounting',
      "b'mount.nfs4: access denied by server while mounting",
    ],
  },
  'backup-role': {
    decides: 'identity',
    service: 'backup',
    refused: 'given-role',
    says: [
      'IAM Role {principal} does not have sufficient permissions to execute the backup',
      '(Insufficient|insufficient) privileges to perform this action * (backup|restore)',
      'Your backup job failed as AWS Backup does not have permission to describe resource',
      "role {principal} (does not|doesn't) have * permissions to (backup|restore|copy)",
    ],
  },
  'backup-copy-vault': {
    decides: 'resource',
    service: 'backup',
    refused: 'other-account',
    actions: ['backup:CopyIntoBackupVault'],
    says: ['Access Denied trying to call AWS Backup service'],
  },
  'backup-region-opt-in': {
    decides: 'none',
    service: 'backup',
    says: [
      'Resource type {type} is not (opted in|enabled|supported) for this account',
      'is not opted in for AWS Backup',
    ],
  },
  'backup-same-organization': {
    decides: 'none',
    service: 'backup',
    refused: 'other-account',
    overrules: 'aws',
    says: [
      'Both source and destination account must be a member of the same organization',
      'source and destination (accounts|account) must be (in|members of|a member of) the same organization',
    ],
  },
} as const satisfies Readonly<Record<string, SituationShape>>
