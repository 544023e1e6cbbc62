import { firstMark } from '../case/holes'
import { parseOperator } from '../iam/condition-operators'
import type { JsonReader } from '../text/json-reader'
import type { ConditionEntry, PolicyText } from './policy'
import { kindInWords, type PolicyProblems } from './policy-problems'

/** What a Condition block says. */
interface Conditions {
  /** One for each operator and key; what stands under an operator with a hole is passed over. */
  readonly entries: readonly ConditionEntry[]
  /** The first hole in an operator, which may then test anything. */
  readonly open: string | null
}

/** Reads a Condition block. */
export function parseConditions<N>(node: N, reader: JsonReader<N>, problems: PolicyProblems): Conditions {
  const entries: ConditionEntry[] = []
  if (reader.kind(node) !== 'object') {
    problems.fatal('condition-not-object', reader.span(node), { found: kindInWords(reader.kind(node)) })
    return { entries, open: null }
  }
  const { keys: operators, values: blocks } = reader.fields(node)
  let open: string | null = null
  for (let i = 0; i < operators.length; i++) {
    const text = operators[i] as string
    const mark = firstMark(text)
    if (mark === null) {
      const block = { operatorText: text, operatorSpan: reader.keySpan(node, i), node: blocks[i] as N }
      parseOperatorBlock(block, entries, reader, problems)
    } else open ??= mark
  }
  return { entries, open }
}

/** An operator of a Condition block, with its keys and their values below it. */
interface OperatorBlock<N> {
  readonly operatorText: string
  readonly operatorSpan: ConditionEntry['span']
  readonly node: N
}

function parseOperatorBlock<N>(
  { operatorText, operatorSpan, node }: OperatorBlock<N>,
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
  const fields = reader.fields(node)
  const { keys } = fields
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
    const value = fields.values[i] as N
    const valueSpan = reader.span(value)
    const span = keySpan === null || valueSpan === null ? null : ([keySpan[0], valueSpan[1]] as const)
    const values = parseConditionValues(value, reader, problems)
    entries.push({ operator, operatorText, key, lowerKey, span, values })
  }
}

/** Numbers and Booleans may stand without quotes; a number keeps the digits that were written. */
function parseConditionValues<N>(node: N, reader: JsonReader<N>, problems: PolicyProblems): readonly PolicyText[] {
  if (reader.kind(node) !== 'array') {
    const only = parseConditionValue(node, reader, problems)
    return only === null ? [] : [only]
  }
  const items = reader.items(node)
  const values = new Array<PolicyText>(items.length)
  let count = 0
  for (let i = 0; i < items.length; i++) {
    const value = parseConditionValue(items[i] as N, reader, problems)
    if (value !== null) values[count++] = value
  }
  if (count < items.length) values.length = count
  return values
}

function parseConditionValue<N>(node: N, reader: JsonReader<N>, problems: PolicyProblems): PolicyText | null {
  const kind = reader.kind(node)
  const span = reader.span(node)
  if (kind === 'string' || kind === 'number' || kind === 'boolean') {
    const text = reader.scalar(node)
    problems.placeholders(text, span)
    return { text, span }
  }
  problems.fatal('condition-value-not-text', span, { found: kindInWords(kind) })
  return null
}
