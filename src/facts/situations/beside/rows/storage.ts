import { codedObjectKey } from '../../../coded-object-key'
import { either } from '../../../../text/either'
import { isAnonymousMount } from '../credential-signs'
import { isOfBucket, isOfRoleAtBucket, readsObject } from '../row-kinds'
import { allSigns } from '../sign'
import {
  bucketIsMissing,
  leadsToNoBucket,
  objectIsMissing,
  objectIsThere,
  ownKeyIsSet,
  storageAllowedWithoutKey,
} from '../storage-signs'
import type { BesideRow } from '../beside-row'

/** That the bucket keeps each new object for a time. */
const RETAINS_OBJECTS = /\bdefault_?retention\b/i

/** That the bucket has Object Lock, with such a time or without one. */
const LOCKS_OBJECTS = either(
  /\bObjectLockEnabled["']?\s?:\s?["']?Enabled\b/,
  /\bobject_lock_enabled\s?=\s?true\b/,
  RETAINS_OBJECTS,
)

/** That a bucket’s own setting takes public policies. */
const BLOCK_OFF = /\bBlockPublicPolicy["']?\s?[:=]\s?["']?false\b/i

/** What the mount helper logs where it signs a mount with credentials that it found. */
const SIGNS_MOUNT = /\bAWS credentials source used for IAM authentication\b/i

/** The ARN of a destination: then the text tells which one is meant. */
const DESTINATION = /\barn:aws[\w-]{0,12}:(?:lambda|sqs|sns):[a-z]/

/** What a sentence of a bucket, an object or a file system means beside what else the text shows. */
export const STORAGE_ROWS: readonly BesideRow[] = [
  // EFS.
  { of: ['efs-mount-denied'], sign: isAnonymousMount, is: 'efs-mount-anonymous' },
  { of: ['efs-mount-denied'], shows: [SIGNS_MOUNT], is: 'efs-mount-signed' },
  {
    of: ['efs-mount-denied-to-task', 'efs-mount-denied'],
    shows: [/\befs_?volume_?configuration\b/i, /\bfile_?system_?id\b/i],
    lacks: [/\bIAM["']?\s{0,20}[:=]\s{0,4}["']?ENABLED\b/i],
    is: 'efs-task-anonymous',
  },
  {
    of: ['efs-mount-denied-to-task', 'efs-mount-denied'],
    shows: [/\befs_?volume_?configuration\b/i, /\bIAM["']?\s{0,20}[:=]\s{0,4}["']?ENABLED\b/i],
    is: 'efs-task-role-refused',
  },
  // Object Lock.
  {
    of: ['recorder-bucket'],
    shows: [LOCKS_OBJECTS],
    // A configuration without a default retention is no matter to AWS Config.
    sign: ({ whole }) => RETAINS_OBJECTS.test(whole) || !/\bObjectLockConfiguration\b/.test(whole),
    is: 'recorder-bucket-locked',
  },
  {
    of: ['batch-report-locked'],
    shows: [RETAINS_OBJECTS],
    is: 'batch-report-retained',
  },
  {
    of: ['mount-deletes-nothing'],
    shows: [/\bcopy(?:stat|mode)\b|\bos\.(?:chmod|chown|utime)\b/],
    is: 'mount-keeps-no-owner',
  },
  // Object keys, and servers and targets of file transfers.
  {
    of: ['transfer-role-writes', 'transfer-role'],
    shows: [
      /\.compute(?:-1)?\.amazonaws\.com\b|\bsftp (?:[^\n@]{1,80} )?(?:ec2-user|ubuntu|root|bitnami|centos)@|\bEC2 (?:instance|server|machine|host)\b|["'\s]\/var\/www\/|\bsshd_config\b|\bLightsail\b/i,
    ],
    lacks: [
      /\.server\.transfer\.|\bTransfer (?:Family|server|user)\b|\bs-[\da-f]{17}\b|\bhome_?directory|\bOperation=/i,
    ],
    is: 'transfer-to-own-machine',
  },
  { of: ['transcribe-bucket'], sign: ({ whole }) => codedObjectKey(whole) !== null, is: 'object-key-coded' },
  { of: ['transfer-role-writes', 'transfer-role'], sign: leadsToNoBucket, is: 'transfer-target-of-no-bucket' },
  // Whether the bucket and the object are there, and what else reading them takes.
  { of: isOfBucket, sign: bucketIsMissing, is: 'bucket-not-there' },
  { of: readsObject, sign: objectIsMissing, is: 'object-not-there' },
  { of: ['transcribe-bucket'], sign: objectIsThere, is: 'media-file-there' },
  { of: ['training-data', 'training-input', 'model-data'], sign: objectIsThere, is: 'training-data-there' },
  {
    of: ['model-data'],
    // What SageMaker’s own policy allows covers buckets with its name alone.
    shows: [
      /\bsame role\b|\brole (?:has|already has|is allowed)\b(?! ["'])(?! (?:the |only )?\w{0,12}SageMaker\w{0,20}Access\b)/i,
    ],
    is: 'model-of-working-role',
  },
  { of: isOfRoleAtBucket, sign: allSigns(ownKeyIsSet, storageAllowedWithoutKey), is: 'stored-data-key' },
  {
    of: ['query-output-bucket', 'query-path-denied'],
    sign: allSigns(ownKeyIsSet, storageAllowedWithoutKey),
    is: 'query-key',
  },
  // Notifications of a bucket.
  {
    of: ['notification-destination'],
    shows: [
      either(
        /\b(?:(?:Queue|Topic)(?:Arn)?|queue_arn|topic_arn)["']?\s{0,20}[:=]\s{0,4}["']?arn:aws[^\s"']{1,120}\.fifo\b/,
        /\bfifo_?(?:queue|topic)["']?\s{0,20}[:=]\s{0,4}["']?true\b/,
      ),
    ],
    is: 'notification-to-fifo',
  },
  {
    of: ['notification-destination'],
    shows: [
      /\bkms_?master_?key_?id["']?\s{0,20}[:=]\s{0,4}["']?(?!(?:arn:aws[^\s"']{1,60}:)?alias\/aws\/|null\b|["'])\S/i,
      /\bs3\.amazonaws\.com\b/,
      /\b(?:sqs:SendMessage|sns:Publish)\b/i,
    ],
    lacks: [/\bkms:(?:GenerateDataKey|\*)/i],
    is: 'notification-key',
  },
  {
    of: ['notification-destination'],
    shows: [/\baws_s3_bucket_notification\b/, /\baws_(?:lambda_permission|sqs_queue_policy|sns_topic_policy)\b/],
    lacks: [/\bdepends_on\b[^\]]{1,300}\baws_(?:lambda_permission|sqs_queue_policy|sns_topic_policy)\b/],
    is: 'notification-before-permission',
  },
  {
    of: ['notification-destination'],
    shows: [
      /\bAWS::S3::Bucket\b/,
      /\bNotificationConfiguration\b/,
      /\bAWS::(?:Lambda::Permission|SQS::QueuePolicy|SNS::TopicPolicy)\b/,
      /\bs3\.amazonaws\.com\b/,
    ],
    lacks: [/\bDependsOn\b/],
    is: 'notification-before-permission',
  },
  {
    of: ['notification-destination'],
    shows: [/\b(?:SQS|queue|QueueConfigurations?|QueueArn)\b/i],
    lacks: [/\blambda|\btopic|\bsns\b/i, DESTINATION],
    is: 'notification-to-queue',
  },
  {
    of: ['notification-destination'],
    shows: [/\b(?:lambda|LambdaFunctionConfigurations?|LambdaFunctionArn)\b/i],
    lacks: [/\bsqs\b|\bqueue|\btopic|\bsns\b/i, DESTINATION],
    is: 'notification-to-function',
  },
  // Public access.
  {
    of: ['bucket-policy-public-blocked'],
    shows: [/\bPublicAccessBlockConfiguration\b/, BLOCK_OFF],
    lacks: [/\bs3control\b/],
    is: 'public-block-of-account',
  },
  {
    of: ['bucket-policy-public-blocked'],
    shows: [
      /\baws_s3_bucket_public_access_block\b/,
      /\bblock_public_policy\s{0,20}=\s{0,4}false\b/,
      /\bresource "aws_s3_bucket_policy"/,
    ],
    lacks: [
      /\bdepends_on\b[^\]]{1,300}\baws_s3_bucket_public_access_block\b|\bbucket\s{0,20}=\s{0,4}aws_s3_bucket_public_access_block\.|\baws_s3_account_public_access_block\b/,
    ],
    is: 'public-block-still-on',
  },
]
