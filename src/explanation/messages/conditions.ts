import { keyRow } from '../../facts/keys/condition-keys'
import { keyOfValues } from '../../facts/keys/key-of-values'
import type { ElementResult } from '../../evaluation/evaluation'
import { parseOperator, type ConditionOperator } from '../../iam/condition-operators'
import { OPERATOR_WORDS } from '../../reference/messages/operators'
import { code, codes, join, list, say, type Phrase } from '../../text/phrase'

/** A test on a key's value in words, without its set operator and IfExists. */
function testOf({ base, family, negated }: ConditionOperator, values: readonly string[]): Phrase {
  const { verb } = OPERATOR_WORDS[base]
  if (family === 'null') return /^true$/i.test(values[0] ?? '') ? say`${verb}` : say`is present`
  return negated && values.length > 1 ? say`${verb} any of ${codes(values, 'or')}` : say`${verb} ${codes(values, 'or')}`
}

const SET_OPERATORS: Readonly<Record<ConditionOperator['set'], (key: Phrase, test: Phrase) => Phrase>> = {
  none: (key, test) => say`${key} ${test}`,
  all: (key, test) => say`every value of ${key} ${test}`,
  any: (key, test) => say`a value of ${key} ${test}`,
}

/** Is the operator one that is true for an absent key? */
export const isNegated = (operator: string): boolean => parseOperator(operator)?.negated ?? false

/** Values of an element as the policy writes them. */
export const writtenValues = (element: ElementResult): readonly string[] => element.values.map((value) => value.text)

/** What a condition asks for, as a clause: "aws:SourceIp is in 203.0.113.0/24". */
export const conditionClause = (operator: string, key: string, values: readonly string[]): Phrase => {
  const parsed = parseOperator(operator)
  if (parsed === null) return say`${code(key)} passes ${operator} with ${codes(values, 'or')}`
  const clause = SET_OPERATORS[parsed.set]([code(key)], testOf(parsed, values))
  if (!parsed.ifExists) return clause
  return parsed.set === 'none' ? say`${clause} or is absent` : say`${clause}, or the key is absent`
}

/** What a condition element asks for. */
export const clauseOf = (element: ElementResult): Phrase =>
  conditionClause(element.operator ?? '', element.key ?? '', writtenValues(element))

/** What the request carries: "it is us-east-1", "the request does not carry it". */
export const actualClause = (element: ElementResult): Phrase => {
  const unfilled = element.values.find(({ reason }) => reason === 'variable-without-value')
  if (unfilled) return say`${code(unfilled.text)} has no value in this request`
  const plain = element.values.find(({ reason }) => reason === 'variables-need-version-2012')
  if (plain) return say`${code(plain.text)} is plain text there: variables need ${code('"Version": "2012-10-17"')}`
  if (element.reason === 'multivalued-without-set-operator')
    return say`${code(element.operator ?? '')} never matches that key, which has several values: it needs ${code('ForAnyValue')}`
  if (element.actual === undefined && element.values.some(({ reason }) => reason === 'wildcard-is-literal'))
    return say`${code(element.operator ?? '')} takes its wildcard as a plain character, which no request has there`
  if (element.actual === undefined) return say`its value is unknown`
  if (element.isNever) return say`no request for this action on this resource carries the key`
  if (element.actual === null) return say`this request does not carry the key`
  return element.actual.length === 0 ? say`it is an empty list` : say`here it is ${codes(element.actual)}`
}

/** Why a test is meant for another operator: one that takes one of a list, or that reads patterns. */
export const whyOperator = (written: string, meant: string): Phrase =>
  parseOperator(meant)?.set === parseOperator(written)?.set
    ? say`under ${code(written)} a ${code('*')} is a plain character`
    : say`the key has several values, and ${code(written)} never matches such a key`

/** A sentence of the registry with its values: `{all}` of them, or `{any}`. */
const withValues = (template: string, values: readonly string[]): Phrase => {
  const [before = '', gap, after = ''] = template.split(/\{(all|any)\}/)
  return join(before, codes(values, gap === 'any' ? 'or' : 'and'), after)
}

const absence = (element: ElementResult): Phrase => {
  const isMissing = element.actual === null
  if (element.isNever) return say`no request for this action on this resource carries ${code(element.key ?? '')}`
  return isMissing ? say`this request carries no ${code(element.key ?? '')}` : actualClause(element)
}

/** How a Deny's condition reads when it has a well-known meaning: "allows only eu-west-1; this request goes to us-east-1". */
export const knownLimit = (element: ElementResult): Phrase | null => {
  const key = (element.key ?? '').toLowerCase()
  const operator = element.operator ?? ''
  const values = writtenValues(element)
  const { limit, deniesFalse } = keyRow(key) ?? {}
  const isFalse = values.length === 1 && values[0]?.toLowerCase() === 'false'
  if (deniesFalse !== undefined && parseOperator(operator)?.family === 'bool' && isFalse)
    return element.actual === null ? say`${deniesFalse}; ${absence(element)}` : say`${deniesFalse}`
  if (limit === undefined || !isNegated(operator)) return null
  const family = parseOperator(operator)?.family
  const meant = family === undefined ? null : keyOfValues(key, values, family)
  if (meant !== null)
    return say`allows only requests whose ${code(element.key ?? '')} is ${codes(values, 'or')}, and none has that: such a value is one of ${code(meant)}`
  const got = element.actual ? withValues(limit.got, element.actual) : absence(element)
  return say`${withValues(limit.leaves, values)}; ${got}`
}

/** Several conditions as one clause: "A is x and B is y". */
export const allClauses = (elements: readonly ElementResult[]): Phrase => list(elements.map(clauseOf))

/** What conditions ask and what the request has: "A is x, and here it is y". */
export const clauseAndActual = (element: ElementResult): Phrase =>
  join(clauseOf(element), ', and ', actualClause(element))
