import { arnsOfKind } from './arn-in-text'

/** How people, consoles and commands name the key that KMS keeps for a service: `aws/lambda`, `alias/aws/s3`, the default aws/ebs key. */
const AWS_ALIAS =
  /(?:\balias\/|["'`“(]|(?<!\b(?:not|no longer|instead of) (?:the )?)\bdefault |\bkey(?: there)?(?: is|:) )aws\/[a-z\d]{2,20}(?![\w/-])/

const MOST_READ = 20_000

/** By which words a text names one key, and the alias that KMS keeps for the key of a service: then it is most likely that key. */
export function awsManagedKeyIn(whole: string): string | null {
  const text = whole.slice(0, MOST_READ)
  if (!text.includes('aws/')) return null
  const isOne = new Set(arnsOfKind(text, 'key')).size <= 1
  return isOne ? (AWS_ALIAS.exec(text)?.[0].trim() ?? null) : null
}
