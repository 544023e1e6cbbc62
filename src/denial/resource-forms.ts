import { bucketArn, queueArn } from '../facts/calls/resource-of-request'

/** S3 as URLs write it: of a bucket as the host, of a bucket in the path, and with a scheme of its own. */
const S3_URLS: readonly RegExp[] = [
  /^s3[an]?:\/\/(?<bucket>[^\s/]{1,256})(?:\/(?<key>.*))?$/s,
  /^https?:\/\/(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])\.s3[.-](?:[a-z\d-]{1,30}\.)?amazonaws\.com(?:\.cn)?(?:\/(?<key>.*))?$/s,
  /^https?:\/\/s3[.-](?:[a-z\d-]{1,30}\.)?amazonaws\.com(?:\.cn)?\/(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])(?:\/(?<key>.*))?$/s,
]

const BUCKET_NAME = /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/

/** https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html */
const DOMAIN_NAME = /^[a-z][a-z\d-]{2,27}$/

/** The ARN of a resource that a text names otherwise, as by its URL; null where that does not follow. */
export function resourceArnOf(resource: string, service: string | null): string | null {
  if (resource.startsWith('arn:')) return resource
  for (const pattern of S3_URLS) {
    const groups = pattern.exec(resource)?.groups
    if (groups) return bucketArn(groups.bucket ?? '', groups.key ?? null)
  }
  if (service === 'es' && DOMAIN_NAME.test(resource)) return `arn:aws:es:<region>:<account>:domain/${resource}/<path>`
  if (service === 's3' && BUCKET_NAME.test(resource)) return bucketArn(resource, null)
  return queueArn(resource)
}

const S3_ARN = /^arn:aws[\w-]*:s3:::[^/]+/
const ON_BUCKETS = /Bucket|Configuration$/
const ON_OBJECTS = /Object|Multipart/

/**
 * The resource on the level that the action is asked on: of an object its bucket, where the action is one on buckets.
 * Null where an object is asked for and only a bucket is known, or where the action takes no bucket.
 */
export function atLevelOf(resource: string, action: string | null): string | null {
  const bucket = S3_ARN.exec(resource)?.[0]
  if (bucket === undefined || action === null || !action.startsWith('s3:')) return resource
  if (action === 's3:ListAllMyBuckets') return null
  if (ON_BUCKETS.test(action)) return bucket
  return ON_OBJECTS.test(action) && bucket === resource ? null : resource
}

/** What an action is asked of where words name no more than a bucket: of one on objects, some object in it. */
export function withinBucket(resource: string, action: string | null): string {
  const isBucket = S3_ARN.exec(resource)?.[0] === resource
  const isOfObjects = action?.startsWith('s3:') === true && ON_OBJECTS.test(action) && !ON_BUCKETS.test(action)
  return isBucket && isOfObjects ? `${resource}/...` : resource
}
