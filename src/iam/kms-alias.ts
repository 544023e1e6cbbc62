import type { Arn } from './arn'

/** Is it the ARN of a KMS alias? An alias has no policy of its own. */
export const isKmsAlias = (arn: Arn | null): boolean => arn?.service === 'kms' && arn.resource.startsWith('alias/')

/**
 * Is it an alias that KMS keeps for AWS managed keys?
 * https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
 */
export const isAwsManagedAlias = (arn: Arn | null): boolean =>
  isKmsAlias(arn) && arn?.resource.startsWith('alias/aws/') === true

/** How people, consoles and commands name the key that KMS keeps for a service: `aws/lambda`, `alias/aws/s3`, the default aws/ebs key. */
const AWS_ALIAS =
  /(?:\balias\/|["'`“(]|(?<!\b(?:not|no longer|instead of) (?:the )?)\bdefault |\bkey(?: there)?(?: is|:) )aws\/[a-z\d]{2,20}(?![\w/-])/
/** The ARN of a KMS key or alias in a text. https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN */
const KEY_ARN = /arn:aws[a-z-]{0,12}:kms:[a-z0-9-]{5,30}:\d{12}:(?:key|alias)\/[\w/-]{1,256}/g

/** The ARNs of KMS keys and aliases in a text, in order. */
export const kmsArnsIn = (text: string): readonly string[] => text.match(KEY_ARN) ?? []

const MOST_READ = 20_000

/** By which words a text names one key, and the alias that KMS keeps for the key of a service: then it is most likely that key. */
export function awsManagedKeyIn(whole: string): string | null {
  const text = whole.slice(0, MOST_READ)
  if (!text.includes('aws/')) return null
  const isOne = new Set(kmsArnsIn(text).filter((arn) => arn.includes(':key/'))).size <= 1
  return isOne ? (AWS_ALIAS.exec(text)?.[0].trim() ?? null) : null
}
