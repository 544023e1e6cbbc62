import { splitArn, type Arn, firstInPath } from '../../iam/arn'
import { hasWildcard, matchWildcard, matchAnyCase } from '../../iam/wildcard'
import type { ReasonCode } from '../reason-codes'

const PART_REASONS: readonly ReasonCode[] = [
  'not-an-arn',
  'arn-partition-differs',
  'arn-service-differs',
  'arn-region-differs',
  'arn-account-differs',
]

/** Can a part of a pattern fit the same part of a resource, for all that is known? */
type Fits = (pattern: string, text: string) => boolean

/** Why a resource pattern does not match a resource; both as text, variables already replaced. `asked` is the resource as an ARN. */
export function resourceDifference(
  pattern: string,
  resource: string,
  asked: Arn | null,
  fits: Fits = matchWildcard,
): ReasonCode {
  if (resource === '*') return 'request-names-no-resource'
  if (!pattern.startsWith('arn:') && asked !== null) return 'not-an-arn'
  const parts = splitArn(pattern)
  if (parts === null) return pattern.startsWith('arn:') ? 'arn-incomplete' : 'resource-differs'
  if (asked === null) return 'resource-differs'
  // As text it fits: it has an asterisk or a question mark from a variable, where those are plain characters.
  if (matchWildcard(pattern, resource)) return 'resource-differs'
  if (matchAnyCase(pattern, resource)) return 'case-differs'
  const wanted = ['arn', asked.partition, asked.service, asked.region, asked.account]
  for (let i = 0; i < PART_REASONS.length; i++) {
    if (fits(parts[i] ?? '', wanted[i] ?? '')) continue
    return isOfOtherKind(parts, asked) && i > 2 ? 'arn-type-differs' : (PART_REASONS[i] as ReasonCode)
  }
  return asked.service === 's3'
    ? bucketDifference(parts[5], asked.resource, fits)
    : nameDifference(parts[5], asked.resource)
}

/** A bucket has neither Region nor account in its ARN, an access point both: no other Region, but another kind of thing. */
const isOfOtherKind = ([, , , region, account]: readonly string[], asked: Arn): boolean =>
  asked.service === 's3' && region === '' && account === '' && asked.account !== ''

/**
 * Bucket actions take the bucket's ARN, object actions an object's: `bucket/*` does not cover `bucket`.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
 */
function bucketDifference(pattern: string, resource: string, fits: Fits): ReasonCode {
  const patternBucket = firstInPath(pattern)
  const bucket = firstInPath(resource)
  if (fits(patternBucket, bucket)) {
    if (!pattern.includes('/') && resource.includes('/')) return 'bucket-not-object'
    if (pattern.includes('/') && !resource.includes('/')) return 'object-not-bucket'
  }
  return nameDifference(pattern, resource)
}

function nameDifference(pattern: string, resource: string): ReasonCode {
  const type = /^[a-z-]+[/:]/.exec(resource)?.[0]
  const patternType = /^[a-z-]+[/:]/.exec(pattern)?.[0]
  if (type !== undefined && patternType !== undefined && type !== patternType) return 'arn-type-differs'
  if (pattern.includes('?') && matchWildcard(pattern.replaceAll('?', '*'), resource))
    return 'question-mark-one-character'
  return hasWildcard(pattern) ? 'wildcard-does-not-reach' : 'resource-differs'
}
