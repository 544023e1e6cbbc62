import type { ContextReading } from '../../case/case-reading'
import type { VariablePart } from '../../iam/policy-variables'
import { hasWildcard, type PatternPart } from '../../iam/wildcard'
import type { Requirement } from '../evaluation'
import type { ReasonCode } from '../reason-codes'
import type { EvaluatedRequest } from '../compile/request'

/** A text with its variables replaced, or why it has none. */
export type Expansion =
  | { readonly state: 'ready'; readonly parts: readonly PatternPart[] }
  | { readonly state: 'noValue'; readonly reason: ReasonCode }
  | { readonly state: 'unknown'; readonly keys: readonly string[] }

/**
 * Replaces policy variables by the values of this request. What comes from a variable is literal text: a `*` in it is
 * no wildcard. A multivalued key has no value here, not even its default.
 */
export function expandVariables(parts: readonly VariablePart[], { find }: Pick<EvaluatedRequest, 'find'>): Expansion {
  const out: PatternPart[] = []
  let unknown: string[] | null = null
  for (const part of parts) {
    if (part.kind === 'text') out.push({ text: part.text, literal: false })
    else if (part.kind === 'escape') out.push({ text: part.text, literal: true })
    else if (part.kind === 'malformed') return { state: 'noValue', reason: 'variable-malformed' }
    else {
      const state = find(part.lowerKey)
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

/** What the one unknown variable of a text can be, for the text to match. */
export interface Fitting {
  readonly values: readonly string[]
  /** Does it match without the key too, by the variable's default? */
  readonly orAbsent: boolean
}

const MAX_TRIED = 4_000
const MAX_VALUES = 40

/**
 * All values of a key under which a text with that variable matches `wanted`; null when there are too many, or another
 * variable is unknown too. Such a value stands in `wanted`, behind what the text begins with.
 */
export function fittingValues(
  parts: readonly VariablePart[],
  key: string,
  wanted: string,
  request: EvaluatedRequest,
  matches: (parts: readonly PatternPart[]) => boolean,
): Fitting | null {
  const lower = key.toLowerCase()
  const under = (state: ContextReading | 'absent'): boolean => {
    const find = (asked: string) => (asked === lower ? state : request.find(asked))
    const expansion = expandVariables(parts, { find })
    return expansion.state === 'ready' && matches(expansion.parts)
  }
  // Where the text begins plainly, up to the variable, its value begins there too; else anywhere.
  const at = parts.findIndex((part) => part.kind === 'variable' && part.lowerKey === lower)
  const [start] = parts
  const before = at === 1 && start?.kind === 'text' ? start.text : ''
  const isFixed = at === 0 || (before !== '' && !hasWildcard(before))
  if (isFixed && !wanted.startsWith(before)) return { values: [], orAbsent: under('absent') }
  const from = isFixed ? before.length : 0
  const to = isFixed ? from : wanted.length
  if ((to - from + 1) * (wanted.length - from + 1) > MAX_TRIED) return null
  const values = new Set<string>()
  for (let i = from; i <= to; i++) {
    for (let j = i; j <= wanted.length; j++) {
      const value = wanted.slice(i, j)
      if (values.has(value) || !under({ key, values: [value], multivalued: false, ambiguous: false })) continue
      if (values.add(value).size > MAX_VALUES) return null
    }
  }
  return { values: [...values].reverse(), orAbsent: under('absent') }
}

/** What must be so for a variable to have one of these values, or not to. */
export const fittingRequirement = (key: string, { values, orAbsent }: Fitting, holds: boolean): Requirement =>
  values.length === 0 && orAbsent
    ? { kind: 'key', key, operator: 'Null', values: [String(holds)], holds: true }
    : { kind: 'key', key, operator: orAbsent ? 'StringEqualsIfExists' : 'StringEquals', values, holds }
