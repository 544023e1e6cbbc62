/** The settings of a bucket as tools name them behind the words "S3 Bucket", with what their actions end with; of a few IAM's name is another. */
const SETTINGS: readonly (readonly [words: string, name: string])[] = [
  ['object[\\s-]lock', 'BucketObjectLockConfiguration'],
  ['versioning', 'BucketVersioning'],
  ['logging', 'BucketLogging'],
  ['CORS', 'BucketCORS'],
  ['website', 'BucketWebsite'],
  ['ACL', 'BucketAcl'],
  ['policy', 'BucketPolicy'],
  ['tag(?:s|ging)', 'BucketTagging'],
  ['lifecycle', 'LifecycleConfiguration'],
  ['replication', 'ReplicationConfiguration'],
  ['(?:server[\\s-]side\\s)?encryption', 'EncryptionConfiguration'],
  ['accelerat\\w{1,4}', 'AccelerateConfiguration'],
  ['request\\spayment', 'BucketRequestPayment'],
  ['ownership\\scontrols', 'BucketOwnershipControls'],
  ['public\\saccess\\sblock', 'BucketPublicAccessBlock'],
  ['notification', 'BucketNotification'],
  ['location', 'BucketLocation'],
]

const OF_BUCKET = 'S3\\s(?:Bucket\\s(?:\\([^()\\n]{1,80}\\)\\s)?)?'
const SETS = '(?:putting|creating|updating|setting|adding)\\s'

/** What a tool says that it does with a setting of a bucket, and the action that this needs: what it sets, and else what it reads. */
export const BUCKET_SETTINGS: readonly (readonly [RegExp, string])[] = [
  ...SETTINGS.flatMap(([words, name]): readonly (readonly [RegExp, string])[] => [
    [new RegExp(`\\b${SETS}${OF_BUCKET}${words}\\b`, 'i'), `s3:Put${name}`],
    [new RegExp(`\\b(?:getting|reading|listing|retrieving)\\s${OF_BUCKET}${words}\\b`, 'i'), `s3:Get${name}`],
  ]),
  // The bucket itself is asked for by HeadBucket.
  [/\breading\sS3\sBucket(?:\s\([^()\n]{1,80}\))?(?=:|$)/i, 's3:ListBucket'],
]
