/** When a call makes a further check. */
export const WHEN_MESSAGES = {
  always: 'every such call',
  'part-of-it': 'part of the same work',
  'each-resource': 'AWS checks each resource of the call by itself',
  'if-named': 'if the call names one: AWS checks each resource by itself',
  'asks-for-it': 'if the call asks for it',
  'names-version': 'if the call names a version',
  'object-missing': 'if the object doesn’t exist',
  'object-encrypted': 'if the object is encrypted with a KMS key',
  'sets-acl': 'if the call sets an ACL',
  'sets-tags': 'if the call sets tags',
  'source-tagged': 'if the source has tags',
  'queue-encrypted': 'if the queue is encrypted with a KMS key',
  'topic-encrypted': 'if the topic is encrypted with a KMS key',
  'secret-encrypted': 'if the secret is encrypted with a customer managed KMS key',
  'parameter-secure': 'if the parameter is a SecureString under a customer managed KMS key',
  'stream-encrypted': 'if the stream is encrypted with a KMS key',
  'volume-encrypted': 'if a volume or its snapshot is encrypted with a customer managed KMS key',
  'table-encrypted': 'if the table is encrypted with a customer managed KMS key',
  'database-encrypted': 'if the database is encrypted with a customer managed KMS key',
  'function-encrypted': 'if the function’s variables are encrypted with a customer managed KMS key',
  'repository-encrypted': 'if the repository is encrypted with a customer managed KMS key',
  'passes-role': 'if the call hands a role to the service',
  'as-caller': 'if the stack has no service role',
  'listed-by-aws': 'AWS lists it among the actions that this one can need',
} as const

/** When a call makes a further check: a code of `WHEN_MESSAGES`. */
export type WhenCode = keyof typeof WHEN_MESSAGES

/** What people write of something that a KMS key encrypts. */
const ENCRYPTED =
  /\b(?:(?<!-)sse-?kms(?![-\w])|kms[- ]encrypted|encrypted (?:with|by|using|under) (?:[\w'’-]{1,20} ){0,4}(?:kms|cmk|key)\b|customer[- ]managed (?:kms )?key|encryption (?:is|uses|with) (?!not?\b|off\b)(?:[\w'’-]{1,12} ){0,3}?(?:kms|cmk|(?:kms )?key)\b)/i

/** A key of KMS in a setting, as it is printed or written: under a name of its own, or behind words of encryption. */
const SET_KEY =
  /(?<!\barn:)\baws:kms\b|(?<![a-z\d])kms[-_]?(?:master[-_]?)?key(?:[-_]?(?:id|arn))?["']?(?:\s{0,3}[:=]\s{0,3}|\s{1,3})["']?(?:arn:aws|mrk-|[\da-f]{8}-|alias\/)|\b(?:encrypt\w{0,5}|kms|cmk)\b[^\n.]{0,40}?(?::key\/|\bkey\/)[\da-f]{4}/i

/** For a distribution CloudFront reads in its own name: what its key needs is not the caller’s. */
const OF_DISTRIBUTION = /cloudfront/i

const NEGATED = /(?:\b(?:not|no|never|without)|n['’]t)\s+(?:\w{1,12}\s+)?$/i

const MOST_READ = 20_000

/** Terraform reads an object of a bucket with versions by the version that it finds there. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/s3_object */
const READ_BY_VERSION = /\bdata\.aws_s3_(?:bucket_)?object\b|\bdata\s"aws_s3_(?:bucket_)?object"/
const OF_VERSIONS = /\bversioned\b|\bversioning\b(?!\s(?:is\s)?(?:off|disabled|suspended))/i

/** The words of a text that say that a further check is made, as that something is encrypted; null: it has none. */
export function wordsOfWhen(when: WhenCode, text: string): string | null {
  if (when === 'names-version') {
    const versions = OF_VERSIONS.exec(text.slice(0, MOST_READ))
    const isOff = versions === null || NEGATED.test(text.slice(Math.max(0, versions.index - 24), versions.index))
    return isOff ? null : (READ_BY_VERSION.exec(text)?.[0] ?? null)
  }
  if (!when.endsWith('-encrypted')) return null
  const read = text.slice(0, MOST_READ)
  const found = ENCRYPTED.exec(read) ?? (OF_DISTRIBUTION.test(read) ? null : SET_KEY.exec(read))
  return found === null || NEGATED.test(text.slice(Math.max(0, found.index - 24), found.index)) ? null : found[0]
}
