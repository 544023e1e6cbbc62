import type { Arn } from './arn'

/** Is it the ARN of a KMS alias? An alias has no policy of its own. */
export const isKmsAlias = (arn: Arn | null): boolean => arn?.service === 'kms' && arn.resource.startsWith('alias/')

/**
 * Is it an alias that KMS keeps for AWS managed keys?
 * https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
 */
export const isAwsManagedAlias = (arn: Arn | null): boolean =>
  isKmsAlias(arn) && arn?.resource.startsWith('alias/aws/') === true
