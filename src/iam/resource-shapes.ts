import { nameOfAction, serviceOfAction } from './action'
import { matchWildcard } from './wildcard'

/**
 * The ARNs that the resources of an action have, as far as it says: `{region}`, `{account}` and `{rest}` stand for what
 * the request would say. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const REGIONAL: Readonly<Record<string, string>> = {
  sqs: 'sqs:{region}:{account}:{rest}',
  sns: 'sns:{region}:{account}:{rest}',
  secretsmanager: 'secretsmanager:{region}:{account}:secret:{rest}',
}

/** S3's actions on one object; those of the others on a bucket, or on something else. */
const ON_OBJECTS =
  /^(?:abortmultipartupload|listmultipartuploadparts|bypassgovernanceretention|(?:get|put|delete|restore|replicate)object\w*)$/

/** S3's actions on one bucket that its other types of resources do not share. */
const ON_BUCKETS =
  /^(?:listbucket|listbucketversions|listbucketmultipartuploads|(?:get|put)bucket\w*|(?:create|delete)bucket\w*)$/

/** Of the actions of STS those that assume a role. */
const ON_ROLES = /^assumerole(?:with\w+)?$/

/**
 * Shapes of the resources of an action, by its name in lower case: one for each kind of ARN, without `arn:` and the
 * partition; null where nothing is said here of it.
 */
export function resourceShapes(lowerAction: string): readonly string[] | null {
  const service = serviceOfAction(lowerAction)
  const operation = nameOfAction(lowerAction)
  if (service === 's3') {
    if (ON_OBJECTS.test(operation)) return ['s3:::{name}/{rest}']
    return ON_BUCKETS.test(operation) ? ['s3:::{name}'] : null
  }
  if (service === 'sts' && ON_ROLES.test(operation))
    return ['iam::{account}:role/{name}', 'iam::{account}:role/{rest}/{name}']
  if (service === 'kms' && !operation.startsWith('list')) {
    return ['key/', 'alias/', 'alias/aws/'].map((type) => `kms:{region}:{account}:${type}{rest}`)
  }
  const shape = Object.hasOwn(REGIONAL, service) ? REGIONAL[service] : undefined
  return shape === undefined || operation.startsWith('list') ? null : [shape]
}

/** Is an ARN, or a pattern of such, of a shape that the resources of an action have? Null where nothing is said here of it. */
export function isOfShape(arn: string, action: string): boolean | null {
  const shapes = resourceShapes(action.toLowerCase())
  return shapes && shapes.some((shape) => matchWildcard(`arn:*:${shape.replace(/\{[a-z]+\}/g, '*')}`, arn))
}
