import { valueFormOf } from '../../facts/keys/condition-keys'
import { serviceOfArn } from '../../iam/arn'
import { parseVariables } from '../../iam/policy-variables'
import { hasWildcard } from '../../iam/wildcard'
import type { ConditionEntry } from '../../policy/policy'
import type { ReasonCode } from '../reason-codes'

/**
 * Tags hold letters, digits, spaces and `+ - = . _ : / @`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
 */
const TAG = /^[\w-]+:(?:resource|request|principal)tag\//

/** Services whose things have no `*` in their names. Those of logs and of APIs have. */
const PLAIN_NAMES: ReadonlySet<string> = new Set([
  ...['cloudfront', 'codebuild', 'dynamodb', 'ec2', 'events', 'iam', 'kms', 'lambda', 'organizations', 's3'],
  ...['sns', 'sqs', 'states', 'sts'],
])

/** Is a text a pattern of what the key holds, where its operator compares it as it is? */
const isPatternAsText = (lowerKey: string, text: string): boolean =>
  hasWildcard(text) &&
  !text.includes('${') &&
  valueFormOf(lowerKey) !== null &&
  (!text.startsWith('arn:') || PLAIN_NAMES.has(serviceOfArn(text)))

/** Does a text name a key as a variable? What a template fills in has other names. */
const namesVariable = (text: string): boolean =>
  (parseVariables(text) ?? []).some((part) => part.kind === 'variable' && /^[\w-]+:[a-z]/i.test(part.key))

/**
 * Why no request carries one of the values of a test, whatever its key has: a variable that is plain text, or a pattern
 * that is read as it stands. Null where one may be carried.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export function neverHeld({ operator, lowerKey, values }: ConditionEntry, variablesOn: boolean): ReasonCode | null {
  const { family } = operator
  const isText = family === 'string' || family === 'stringIgnoreCase'
  if (isText && values.every(({ text }) => isPatternAsText(lowerKey, text))) return 'wildcard-is-literal'
  if (variablesOn || !(isText || family === 'stringLike')) return null
  const isOfForm = TAG.test(lowerKey) || valueFormOf(lowerKey) !== null
  return isOfForm && values.every(({ text }) => namesVariable(text)) ? 'variables-need-version-2012' : null
}
