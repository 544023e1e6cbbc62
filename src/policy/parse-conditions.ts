import { hasMark } from '../case/holes'
import { parseOperator } from '../iam/condition-operators'
import type { JsonReader } from '../text/json-reader'
import type { ConditionEntry, PolicyText } from './policy'
import { kindInWords, type PolicyProblems } from './policy-problems'

/** Reads a Condition block: one entry for each operator and key. What stands under an operator with a hole is passed over. */
export function parseConditions<N>(
  node: N,
  reader: JsonReader<N>,
  problems: PolicyProblems,
): readonly ConditionEntry[] {
  const entries: ConditionEntry[] = []
  if (reader.kind(node) !== 'object') {
    problems.fatal('condition-not-object', reader.span(node), { found: kindInWords(reader.kind(node)) })
    return entries
  }
  const operators = reader.keys(node)
  for (let i = 0; i < operators.length; i++) {
    const text = operators[i] as string
    if (hasMark(text)) continue
    parseOperatorBlock(text, reader.keySpan(node, i), reader.value(node, i, text), entries, reader, problems)
  }
  return entries
}

function parseOperatorBlock<N>(
  operatorText: string,
  operatorSpan: ConditionEntry['span'],
  node: N,
  entries: ConditionEntry[],
  reader: JsonReader<N>,
  problems: PolicyProblems,
): void {
  const operator = parseOperator(operatorText)
  if (operator === null) {
    problems.fatal('condition-unknown-operator', operatorSpan, { operator: operatorText })
    return
  }
  if (operator.name !== operatorText) problems.warn('condition-operator-case', operatorSpan, { name: operator.name })
  if (reader.kind(node) !== 'object') {
    problems.fatal('condition-not-object', reader.span(node), { found: kindInWords(reader.kind(node)) })
    return
  }
  const keys = reader.keys(node)
  const seen = keys.length > 1 ? new Set<string>() : null
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    const lowerKey = key.toLowerCase()
    const keySpan = reader.keySpan(node, i)
    if (seen !== null) {
      if (seen.has(lowerKey)) problems.warn('condition-duplicate-key', keySpan, { key })
      seen.add(lowerKey)
    }
    problems.placeholders(key, keySpan)
    const value = reader.value(node, i, key)
    const valueSpan = reader.span(value)
    const span = keySpan === null || valueSpan === null ? null : ([keySpan[0], valueSpan[1]] as const)
    const values = parseConditionValues(value, reader, problems)
    entries.push({ operator, operatorText, key, lowerKey, span, values })
  }
}

/** Numbers and Booleans may stand without quotes; a number keeps the digits that were written. */
function parseConditionValues<N>(node: N, reader: JsonReader<N>, problems: PolicyProblems): readonly PolicyText[] {
  const values: PolicyText[] = []
  for (const item of reader.kind(node) === 'array' ? reader.items(node) : [node]) {
    const kind = reader.kind(item)
    const span = reader.span(item)
    if (kind === 'string' || kind === 'number' || kind === 'boolean') {
      const text = reader.scalar(item)
      problems.placeholders(text, span)
      values.push({ text, span })
    } else problems.fatal('condition-value-not-text', span, { found: kindInWords(kind) })
  }
  return values
}
