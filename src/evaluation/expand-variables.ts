import type { VariablePart } from '../iam/policy-variables'
import { hasWildcard, type PatternPart } from '../iam/wildcard'
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

/** What a single variable must be for its text to match `wanted`, where its neighbours are plain text; else null. */
export function neededValue(parts: readonly VariablePart[], wanted: string): string | null {
  const at = parts.findIndex(({ kind }) => kind === 'variable')
  if (at < 0 || at > 1 || parts.some(({ kind }, i) => i !== at && kind !== 'text')) return null
  const before = at === 1 ? textOf(parts[0]) : ''
  const after = textOf(parts[at + 1])
  if (hasWildcard(before) || !wanted.startsWith(before)) return null
  const rest = wanted.slice(before.length)
  if (after === '') return rest
  const stop = after.charAt(0)
  const end = hasWildcard(stop) ? -1 : rest.indexOf(stop)
  return end < 0 ? null : rest.slice(0, end)
}

const textOf = (part: VariablePart | undefined): string => (part?.kind === 'text' ? part.text : '')
