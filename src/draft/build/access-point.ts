import { ARN_OF } from '../../iam/arn-in-text'
import { ANY_PART } from '../../iam/any-part'
import { resourceShapes } from '../../iam/resource-shapes'
import { onlyOne } from '../../text/only-one'
import { MOST_READ } from './inference'

/** Where configurations, commands and code name a bucket, and the ARN of an access point in its place. */
const NAMED = new RegExp(
  String.raw`(?:\b(?:bucket|bucket_?name|access_?point(?:_?arn)?)["']?\s{0,3}[:=]\s{0,3}["']?|--bucket[ =]["']?|\bs3:\/\/)(${ARN_OF.accessPoint})(\/[\w!.*'()/-]{1,400})?`,
  'gi',
)

/**
 * What a request through the one access point that a text names is for: the access point, or an object in it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
export function accessPointIn(text: string, action: string): string | null {
  const shapes = resourceShapes(action.toLowerCase())
  if (!action.startsWith('s3:') || shapes === null) return null
  const named = [...text.slice(0, MOST_READ).matchAll(NAMED)].map(([, arn, key]) => ({ arn: arn!, key }))
  const arn = onlyOne(named.map((one) => one.arn))
  if (arn === undefined) return null
  if (!shapes.some((shape) => shape.includes('/'))) return arn
  const key = onlyOne(named.flatMap((one) => one.key ?? []))
  return `${arn}/object${key ?? `/${ANY_PART}`}`
}
