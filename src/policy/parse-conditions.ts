import { parseOperator } from '../iam/condition-operators'
import type { JsonNode } from '../text/json-node'
import { spanOrNull } from '../text/span'
import type { ConditionEntry, PolicyText } from './policy'
import { kindInWords, type PolicyProblems } from './policy-problems'

/** Reads a Condition block: one entry for each operator and key. */
export function parseConditions(node: JsonNode, problems: PolicyProblems): readonly ConditionEntry[] {
  const entries: ConditionEntry[] = []
  if (node.kind !== 'object') {
    problems.fatal('condition-not-object', node.span, { found: kindInWords(node) })
    return entries
  }
  for (const member of node.members) {
    const operator = parseOperator(member.key)
    if (operator === null) {
      problems.fatal('condition-unknown-operator', member.keySpan, { operator: member.key })
      continue
    }
    if (operator.name !== member.key) {
      problems.warn('condition-operator-case', member.keySpan, { name: operator.name })
    }
    if (member.value.kind !== 'object') {
      problems.fatal('condition-not-object', member.value.span, { found: kindInWords(member.value) })
      continue
    }
    const seen = member.value.members.length > 1 ? new Set<string>() : null
    for (const { key, keySpan, value } of member.value.members) {
      const lowerKey = key.toLowerCase()
      if (seen !== null) {
        if (seen.has(lowerKey)) problems.warn('condition-duplicate-key', keySpan, { key })
        seen.add(lowerKey)
      }
      entries.push({
        operator,
        operatorText: member.key,
        key,
        lowerKey,
        span: keySpan[0] < 0 ? null : [keySpan[0], value.span[1]],
        values: parseConditionValues(value, problems),
      })
    }
  }
  return entries
}

function parseConditionValues(node: JsonNode, problems: PolicyProblems): readonly PolicyText[] {
  const values: PolicyText[] = []
  for (const item of node.kind === 'array' ? node.items : [node]) {
    const text = scalarText(item)
    if (text === null) problems.fatal('condition-value-not-text', item.span, { found: kindInWords(item) })
    else values.push({ text, span: spanOrNull(item.span) })
  }
  return values
}

/** Numbers and Booleans may stand without quotes; a number keeps the digits that were written. */
function scalarText(node: JsonNode): string | null {
  if (node.kind === 'string') return node.value
  if (node.kind === 'number') return node.raw
  return node.kind === 'boolean' ? String(node.value) : null
}
