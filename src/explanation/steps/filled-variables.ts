import type { ContextEntry, ElementResult } from '../../evaluation/evaluation'
import { parseVariables, type VariablePart } from '../../iam/policy-variables'

/** What a part of a value stands for in this request; null where nobody knows. */
function filledPart(part: VariablePart, context: readonly ContextEntry[]): string | null {
  if (part.kind !== 'variable') return part.text
  const values = context.find(({ key }) => key.toLowerCase() === part.lowerKey)?.values
  return values?.length === 1 ? values[0]! : null
}

/** A value with what its variables stand for in this request; as it is written where one of them is unknown. */
function filled(text: string, context: readonly ContextEntry[]): string {
  const parts = (parseVariables(text) ?? []).map((part) => filledPart(part, context))
  return parts.length === 0 || parts.includes(null) ? text : parts.join('')
}

/** A test with the values that its variables have in this request, for words that say what to set. */
export const withFilledVariables = (element: ElementResult, context: readonly ContextEntry[]): ElementResult => ({
  ...element,
  values: element.values.map((value) => ({ ...value, text: filled(value.text, context) })),
})
