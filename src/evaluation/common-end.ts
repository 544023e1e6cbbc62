import type { Settled, Settler } from './settle'
import type { Decision } from './evaluation'
import type { Reading } from './layer-verdict'
import { groupsOf, MAX_DECISIONS, MAX_READINGS, readingOf } from './settle'
import type { Literal } from './scenarios'
import { residue } from './residue'

/** Where a decision depends: what it comes to, without what it hangs on. */
export type CommonEnd = Pick<Settled, 'decision' | 'readings'>

/**
 * The decision in which every way ends in which unknown keys and layers can turn out, else `depends`. Looks at the
 * same ways as `settle`, in the same order, and stops at the first that ends otherwise than those before.
 */
export const commonEnd: Settler<CommonEnd> = (judged, plain, decideUnder, mayBeAbsent) => {
  const groups = groupsOf(judged, plain, mayBeAbsent)
  const known = new Set<string>()
  const leftOpen = residue(judged)
  let end: Decision | null = null
  const readings: Reading[] = []
  let budget = MAX_DECISIONS
  const follow = (from: number, literals: readonly Literal[]): boolean => {
    const reading = readingOf(literals, plain)
    const id = `${from} ${leftOpen(reading)}`
    if (known.has(id)) return true
    if (--budget < 0) return false
    known.add(id)
    const decision = decideUnder(reading)
    const group = groups[from]
    if (decision === 'depends') {
      const ways = group?.scenarios ?? []
      return ways.length > 0 && ways.every((one) => follow(from + 1, [...literals, ...one.literals]))
    }
    end ??= decision
    if (readings.length < MAX_READINGS) readings.push(reading)
    return decision === end
  }
  return follow(0, []) && end !== null ? { decision: end, readings } : { decision: 'depends', readings: [] }
}
