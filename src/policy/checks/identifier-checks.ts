import { READING_ORDER } from '../../iam/layers'
import { valueFormOf } from '../../facts/keys/condition-keys'
import { isAccountId, splitArn } from '../../iam/arn'
import { hasWildcard } from '../../iam/wildcard'
import type { ConditionEntry, PolicyText, Statement } from '../policy'
import { eachStatement, type Check, type CheckHit } from './check'
import { eachCondition } from './condition-checks'

/** Does the key hold an id which AWS makes? */
const holdsId = (lowerKey: string): boolean => valueFormOf(lowerKey)?.isId === true

/** A value with what counts as a wildcard in it: the escapes of the policy language do not. */
const patternOf = ({ text }: PolicyText): string => text.replace(/\$\{[*?$]\}/g, '$')

/** A wildcard where only an id can stand. */
function* identifierPattern({ lowerKey, key, operator, values }: ConditionEntry): Iterable<CheckHit> {
  if (!holdsId(lowerKey) || operator.family !== 'stringLike') return
  for (const value of values)
    if (hasWildcard(patternOf(value))) yield { span: value.span, data: { key, text: value.text } }
}

function* identifierNumber({ lowerKey, key, operator, operatorText, span }: ConditionEntry): Iterable<CheckHit> {
  if (holdsId(lowerKey) && operator.family === 'numeric') yield { span, data: { key, operator: operatorText } }
}

/** How many plain characters in a row have to stand beside a wildcard. */
const BESIDE = 6

function* shortPattern({ operator, operatorText, values }: ConditionEntry): Iterable<CheckHit> {
  if (operator.family !== 'stringLike') return
  for (const value of values) {
    const runs = patternOf(value)
      .split(/[*?]/)
      .map((run) => run.length >= BESIDE)
    const isLonely = runs.some((isLong, i) => i > 0 && !isLong && !runs[i - 1])
    if (isLonely) yield { span: value.span, data: { text: value.text, operator: operatorText } }
  }
}

/** The account of an ARN is an id or a wildcard. */
function* mixedAccount({ resource, conditions }: Statement): Iterable<CheckHit> {
  for (const { text, span } of [...(resource?.values ?? []), ...conditions.flatMap(({ values }) => values)]) {
    const account = text.startsWith('arn:') ? (splitArn(text)?.[4] ?? '') : ''
    if (account !== '*' && hasWildcard(account) && !isAccountId(account)) yield { span, data: { account } }
  }
}

/** Checks of ids, and what the policies of VPC endpoints ask of patterns. */
export const IDENTIFIER_CHECKS: readonly Check[] = [
  {
    code: 'key-wildcard-in-id',
    severity: 'suggestion',
    types: READING_ORDER.filter((type) => type !== 'endpoint'),
    find: eachCondition(identifierPattern),
  },
  { code: 'endpoint-wildcard-in-id', severity: 'error', types: ['endpoint'], find: eachCondition(identifierPattern) },
  { code: 'endpoint-number-for-id', severity: 'error', types: ['endpoint'], find: eachCondition(identifierNumber) },
  { code: 'endpoint-short-pattern', severity: 'error', types: ['endpoint'], find: eachCondition(shortPattern) },
  { code: 'endpoint-mixed-account', severity: 'error', types: ['endpoint'], find: eachStatement(mixedAccount) },
]
