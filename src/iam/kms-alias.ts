import type { Arn } from './arn'

/** Is it the ARN of a KMS alias? An alias has no policy of its own. */
export const isKmsAlias = (arn: Arn | null): boolean => arn?.service === 'kms' && arn.resource.startsWith('alias/')

/**
 * Is it an alias that KMS keeps for AWS managed keys?
 * https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
 */
export const isAwsManagedAlias = (arn: Arn | null): boolean =>
  isKmsAlias(arn) && arn?.resource.startsWith('alias/aws/') === true

/** How people, consoles and commands name the key that KMS keeps for a service: `aws/lambda`, `alias/aws/s3`. */
const AWS_ALIAS = /(?:\balias\/|["'`“(])aws\/[a-z\d]{2,20}(?![\w/-])/
const KEY_ARN = /\barn:aws[\w-]{0,12}:kms:[\w-]{5,30}:\d{12}:key\/[\w-]{1,64}/g
const MOST_READ = 20_000

/** Does a text name one key, and the alias that KMS keeps for the key of a service? Then it is most likely that key. */
export function namesAwsManagedKey(whole: string): boolean {
  const text = whole.slice(0, MOST_READ)
  return AWS_ALIAS.test(text) && new Set(text.match(KEY_ARN) ?? []).size <= 1
}
