import type { VariablePart } from '../iam/policy-variables'
import type { PatternPart } from '../iam/wildcard'
import type { Reason } from './reasons'
import type { EvaluatedRequest } from './request'

/** A text with its variables replaced, or why it has none. */
export type Expansion =
  | { readonly state: 'ready'; readonly parts: readonly PatternPart[] }
  | { readonly state: 'noValue'; readonly reason: Reason }
  | { readonly state: 'unknown'; readonly keys: readonly string[] }

/**
 * Replaces policy variables by the values of this request. What comes from a variable is literal text: a `*` in it is
 * no wildcard. A multivalued key has no value here, not even its default.
 */
export function expandVariables(parts: readonly VariablePart[], request: EvaluatedRequest): Expansion {
  const out: PatternPart[] = []
  let unknown: string[] | null = null
  for (const part of parts) {
    if (part.kind === 'text') out.push({ text: part.text, literal: false })
    else if (part.kind === 'escape') out.push({ text: part.text, literal: true })
    else if (part.kind === 'malformed') return { state: 'noValue', reason: 'variable-malformed' }
    else {
      const state = request.find(part.lowerKey)
      if (state === 'unknown') {
        unknown ??= []
        if (!unknown.includes(part.key)) unknown.push(part.key)
      } else if (state === 'absent') {
        if (part.fallback === null) return { state: 'noValue', reason: 'variable-without-value' }
        out.push({ text: part.fallback, literal: true })
      } else if (state.multivalued || state.ambiguous) return { state: 'noValue', reason: 'variable-multivalued' }
      else out.push({ text: state.values[0] ?? '', literal: true })
    }
  }
  return unknown === null ? { state: 'ready', parts: out } : { state: 'unknown', keys: unknown }
}
