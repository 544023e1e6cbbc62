import { splitAction } from '../iam/action'
import { CONDITION_KEYS, findConditionKey, globalKeyPage, keyRow } from '../facts/keys/condition-keys'
import type { KeyType } from '../iam/key-type'
import { CONDITION_OPERATORS, parseOperator, type ConditionOperator } from '../iam/condition-operators'
import { findKey, keysOf } from './action-keys'
import { memberItem, stringItem, type CompletionItem, type CompletionRequest } from './completion'
import { describeKey, describeOperator } from './describe'
import { SERVICE_PRINCIPALS } from './key-values'
import { OPERATORS_PAGE, SETS_PAGE } from './messages/operators'
import { matchOperatorType, TYPE_NAMES } from './operator-types'
import { statementActions } from './statement-actions'

/** What is offered: all but Null with a set operator, which says nothing that Null does not. */
const OFFERED = CONDITION_OPERATORS.filter(({ family, set }) => family !== 'null' || set === 'none')

/** Offers the condition operators. */
export function completeOperators({ cursor }: CompletionRequest): readonly CompletionItem[] {
  return OFFERED.filter(({ name }) => !cursor.siblings.includes(name)).map((operator) => {
    const offer = {
      label: operator.name,
      kind: 'operator' as const,
      documentation: describeOperator(operator),
      page: operator.set === 'none' ? OPERATORS_PAGE : SETS_PAGE,
      again: true,
    }
    return memberItem(cursor, offer, '{ $0 }')
  })
}

interface OfferedKey {
  readonly name: string
  readonly type: KeyType
  readonly multivalued: boolean
  readonly origin: string
}

/** The keys that the statement's actions carry, then the global ones; keys for sessions of one service are told by name. */
function keysFor({ cursor, reference }: CompletionRequest): readonly OfferedKey[] {
  const own = statementActions(cursor.statement, reference).flatMap((action) =>
    keysOf(action).map((key) => ({ ...key, origin: action.service })),
  )
  const global = CONDITION_KEYS.filter(({ name }) => name.startsWith('aws:')).map((key) => ({
    ...key,
    origin: 'global',
  }))
  return [...new Map([...own, ...global].map((key) => [key.name.toLowerCase(), key])).values()]
}

const TAG = /\$\{[^{}]*\}|<[^<>]*>|\/tag-key$|\/$/

/** Offers the keys; those that the operator is meant for come first. */
export function completeKeys(request: CompletionRequest): readonly CompletionItem[] {
  const { cursor, reference } = request
  const operator = parseOperator(String(cursor.path.at(-1)))
  const taken = new Set(cursor.siblings.map((name) => name.toLowerCase()))
  const fits = ({ type, multivalued }: OfferedKey) =>
    operator === null ||
    (matchOperatorType(operator, type) === 'fits' &&
      (operator.family === 'null' || multivalued === (operator.set !== 'none')))
  const keys = keysFor(request).filter(({ name }) => !taken.has(name.toLowerCase()))
  return [...keys.filter(fits), ...keys.filter((key) => !fits(key))].map((key) => {
    const label = key.name.replace(TAG, (hole) => (hole.startsWith('/') ? '/' : ''))
    const offer = {
      label,
      kind: 'key' as const,
      detail: key.origin === 'global' ? TYPE_NAMES[key.type] : `${TYPE_NAMES[key.type]} · ${key.origin}`,
      documentation: describeKey(key, reference),
      page: key.name.startsWith('aws:') ? globalKeyPage(key.name) : '',
      again: valuesFor(label, operator, request).length > 0,
    }
    return memberItem(cursor, offer, key.multivalued || operator?.set !== 'none' ? '["$0"]' : '"$0"')
  })
}

/** The type of a key as far as it is known. */
export function typeOfKey(key: string, { reference }: Pick<CompletionRequest, 'reference'>): KeyType | null {
  const service = reference.service(splitAction(key)?.service ?? '')
  return (findConditionKey(key) ?? (service ? findKey(service, key) : null))?.type ?? null
}

/** Values that fit a key, or else its type or the operator. */
function valuesFor(key: string, operator: ConditionOperator | null, request: CompletionRequest): readonly string[] {
  const lower = key.toLowerCase()
  const { fill, principal, resource, cursor } = request
  const { values: documented, form } = keyRow(lower) ?? {}
  if (operator?.family === 'null' || operator?.family === 'bool') return ['true', 'false']
  if (documented) return documented
  if (form === 'service' || form === 'regionalService') return SERVICE_PRINCIPALS
  if (form === 'account') return fill.account ? [fill.account] : []
  if (lower === 'aws:requestedregion') return fill.region ? [fill.region] : []
  if (lower === 'aws:principalarn') return principal ? [principal] : []
  if (lower === 'aws:tagkeys') return cursor.values
  switch (typeOfKey(key, request)) {
    case 'bool':
      return ['true', 'false']
    case 'arn':
      return resource && resource !== '*' ? [resource] : []
    case 'date':
      return ['2030-01-01T00:00:00Z']
    case 'ip':
      return ['203.0.113.0/24', '2001:db8::/32']
    default:
      return []
  }
}

/** Offers the values of a key under an operator. */
export function completeValues(request: CompletionRequest): readonly CompletionItem[] {
  const { cursor } = request
  const [operator = '', key = ''] = cursor.path.filter((step) => typeof step === 'string').slice(-2)
  return [...new Set(valuesFor(key, parseOperator(operator), request))]
    .filter((value) => !cursor.values.includes(value))
    .map((label) => stringItem(cursor, { label, kind: 'value', detail: key }))
}
