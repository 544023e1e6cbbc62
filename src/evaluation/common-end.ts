import type { Settled, Settler } from './settle'
import { groupsOf, MAX_DECISIONS, readingOf } from './settle'
import type { Literal } from './scenarios'
import { residue } from './residue'

/** Where a decision depends: what it comes to, without what it hangs on. */
export type CommonEnd = Pick<Settled, 'decision' | 'reading'>

/**
 * The decision in which every way ends in which unknown keys and layers can turn out, else `depends`. Looks at the
 * same ways as `settle`, in the same order, and stops at the first that ends otherwise than those before.
 */
export const commonEnd: Settler<CommonEnd> = (judged, plain, decideUnder, mayBeAbsent) => {
  const groups = groupsOf(judged, plain, mayBeAbsent)
  const known = new Set<string>()
  const leftOpen = residue(judged)
  const open: CommonEnd = { decision: 'depends', reading: null }
  let end = open
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
    if (end === open) end = { decision, reading }
    return decision === end.decision
  }
  return follow(0, []) ? end : open
}
