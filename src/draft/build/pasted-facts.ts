import { arnsOfKind } from '../../iam/arn-in-text'
import type { CaseFacts } from '../../case/access-case'
import { statementsIn } from '../../policy/statements-in'
import { fieldsOf, textsOf } from '../../text/fields'
import { onlyOne } from '../../text/only-one'
import { MOST_READ } from './inference'

/** How KMS says who manages a key: in the description of it, or alone where a query asks for that. */
const KEY_MANAGER =
  /"KeyManager"\s{0,3}:\s{0,3}"(AWS|CUSTOMER)"|\bKeyMetadata\.KeyManager\b[^\n]{0,80}\n\s{0,8}"?(AWS|CUSTOMER)\b/g

/** A key of AWS’s own, in a setting that was printed, as the CDK calls it, or in words that say what encrypts. */
const KEY_OF_AWS =
  /\b(?:Kms\w{0,20}Key\w{0,12}|kms_\w{0,20}key\w{0,12}|SSEKMSKeyId)["']?(?:\s{0,3}[:=]\s{0,3}|\s)["']?alias\/aws\/(?!lambda)[a-z\d]{2,20}\b|\b(?:encrypted|encryption|SSE|key)\s(?:\w{1,10}\s){0,4}["'`(]?(?:alias\/)?aws\/(?!lambda)[a-z\d]{2,20}\b|\b(?:Queue|Bucket)Encryption\.KMS_MANAGED\b/i

/** What lists the aliases of one key, and the only one that it prints: KMS gives such an alias to its own keys alone. */
const ALIAS_OF_KEY =
  /\blist-aliases\b[^\n]{0,40}--key-id[ =]["']?([\w:/-]{1,160})[^\n]{0,120}\n[^\n]{0,80}?\balias\/aws\/[a-z\d]{2,20}\b/i

/** Does the text list the aliases of the one key that it names, and is that AWS’s own? */
function isAliasOfAws(text: string): boolean {
  const id = ALIAS_OF_KEY.exec(text)?.[1]
  const keys = new Set(arnsOfKind(text, 'key'))
  return id !== undefined && keys.size <= 1 && [...keys].every((arn) => arn.endsWith(id))
}

/** Words of a key of one’s own: then nothing tells which of the two is meant. */
const OWN_KEY = /\bCMK\b|\bcustomer[- ]managed\b|:kms:[a-z\d-]{1,30}:\d{12}:key\/|\bour (?:own )?(?:KMS )?key\b/i
const TURNED = /\b(?:not|no longer|instead of|was|from)\s(?:\w{1,12}\s){0,4}$/i

/** That the one key is AWS’s own, be its ARN there too. */
const IS_OF_AWS = /\bkey\s(?:is|=|:)\s(?:the\s)?["'`(]?(?:alias\/)?aws\/(?!lambda)[a-z\d]{2,20}\b/i

/** Does the text say that a key of AWS’s own encrypts what the request is about? */
function isEncryptedByAws(text: string): boolean {
  const found = KEY_OF_AWS.exec(text)
  return (
    found !== null &&
    (IS_OF_AWS.test(text) || !OWN_KEY.test(text)) &&
    !TURNED.test(text.slice(Math.max(0, found.index - 60), found.index))
  )
}

/** What asks for the key of a secret and gets none, or says so. */
const NO_KEY_OF_SECRET =
  /\bdescribe-secret\b[^\n]{1,160}(?:\bKmsKeyId\b[^\n]{0,60}\n\s{0,8}(?:null|None)\b|\bno\s["'`]?KmsKeyId\b)/

/**
 * Does the text show a secret whose description has no key? Then the key that AWS manages for Secrets Manager encrypts it.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
const isSecretOfAwsKey = (text: string): boolean =>
  NO_KEY_OF_SECRET.test(text) ||
  (!text.includes('KmsKeyId') &&
    /"ARN"\s?:\s?"[^"\n]{1,80}:secret:/.test(text) &&
    text.includes('"VersionIdsToStages"'))

/** The name of the key that KMS keeps for a service, as a policy’s label. */
const NAME_OF_AWS_KEY = /^(?:alias\/)?aws\/[a-z\d]{2,20}$/

/**
 * Is it the policy of a key that AWS manages? It lets in the callers of its own account that come through one service, and
 * lets the account itself only read what the key is. A key that somebody manages lets somebody manage it.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
 */
function isPolicyOfAwsKey(text: string): boolean {
  const allows = statementsIn(text).filter(({ Effect }) => Effect === 'Allow')
  const actions = allows.flatMap(({ Action }) => textsOf(Action).map((action) => action.toLowerCase()))
  const canManage = ['kms:putkeypolicy', 'kms:put*', 'kms:*', '*'].some((action) => actions.includes(action))
  return (
    !canManage &&
    allows.some((one) => {
      const keys = Object.values(fieldsOf(one['Condition'])).flatMap((tests) => Object.keys(fieldsOf(tests)))
      const names = keys.map((key) => key.toLowerCase())
      return names.includes('kms:calleraccount') && names.includes('kms:viaservice')
    }) &&
    actions.some((action) => action === 'kms:describe*' || action === 'kms:get*')
  )
}

/** What the policies of the resource show of it. */
export const factsOfPolicies = (policies: readonly { readonly name: string; readonly text: string }[]): CaseFacts =>
  policies.some(({ name, text }) => NAME_OF_AWS_KEY.test(name) || isPolicyOfAwsKey(text))
    ? { kmsKeyManager: 'aws' }
    : {}

const RESTRICTED = /"?\bRestrictPublicBuckets"?\s{0,3}[:=]\s{0,3}(true|false)\b/gi

/** What a text shows of the things that a request is about, and that no policy and no key says; of two keys nothing. */
export function pastedFacts(text: string): CaseFacts {
  const managers = [...text.slice(0, MOST_READ).matchAll(KEY_MANAGER)].map(([, described, queried]) =>
    (described ?? queried) === 'AWS' ? ('aws' as const) : ('customer' as const),
  )
  const read = text.slice(0, MOST_READ)
  const kmsKeyManager =
    onlyOne(managers) ??
    (managers.length === 0 && (isAliasOfAws(read) || isEncryptedByAws(read) || isSecretOfAwsKey(read))
      ? 'aws'
      : undefined)
  const restricted = onlyOne([...read.matchAll(RESTRICTED)].map(([, is]) => is!.toLowerCase()))
  return {
    ...(kmsKeyManager !== undefined && { kmsKeyManager }),
    ...(restricted !== undefined && { s3RestrictPublicBuckets: restricted === 'true' }),
  }
}
