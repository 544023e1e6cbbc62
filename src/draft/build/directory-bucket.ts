import { onlyOne } from '../../text/only-one'
import { partitionOfRegion } from '../../iam/partitions'
import { isRegionName } from '../../iam/regions-in-text'
import { MOST_READ } from './inference'

/** The name of a directory bucket, which says its Availability Zone. https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html */
const NAME = /(?<![\w.-])([a-z\d][a-z\d-]{1,50}--[a-z\d]{3,6}-az\d{1,2}--x-s3)(?![\w-])/g

/** A bucket of the other kind, which the call may be for. */
const OTHER = /\bs3:\/\/(?![a-z\d-]{1,60}--x-s3)[a-z\d]|\barn:aws[\w-]{0,12}:s3:::(?![a-z\d-]{1,60}--x-s3)[a-z\d]/

/** Calls that are made in a session of a directory bucket. https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam.html */
const IN_SESSION: ReadonlySet<string> = new Set(
  [
    ...['GetObject', 'PutObject', 'DeleteObject', 'GetObjectAttributes', 'AbortMultipartUpload'],
    ...['ListBucket', 'ListMultipartUploadParts', 'ListBucketMultipartUploads'],
  ].map((name) => `s3:${name}`),
)

const SESSION = 's3express:CreateSession'

/** The one directory bucket that a text is about; null where it names another bucket too. */
function bucketIn(text: string): string | null {
  const read = text.slice(0, MOST_READ)
  return OTHER.test(read) ? null : (onlyOne([...read.matchAll(NAME)].map(([, name = '']) => name)) ?? null)
}

/** What is authorized where a call is for objects of a directory bucket: the session that the client opens first. */
export const sessionFor = (text: string, action: string): string | null =>
  IN_SESSION.has(action) && bucketIn(text) !== null ? SESSION : null

const REGION = /\bregion["']?[\s:=]{1,3}["']?([a-z]{2}(?:-[a-z]{2,9}){1,3}-\d)(?![\w-])/g

/** The directory bucket whose session is asked for, as an ARN with blanks for what the text doesn't say. */
export function directoryBucketIn(text: string, action: string): string | null {
  const bucket = action === SESSION ? bucketIn(text) : null
  if (bucket === null) return null
  const named = [...text.slice(0, MOST_READ).matchAll(REGION)].map(([, region = '']) => region)
  const region = onlyOne(named.filter(isRegionName)) ?? ''
  return `arn:${partitionOfRegion(region)}:s3express:${region || '<region>'}:<account>:bucket/${bucket}`
}
