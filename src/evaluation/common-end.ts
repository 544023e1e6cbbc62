import type { Settled, Settler } from './settle'
import type { Decision } from './evaluation'
import type { Reading } from './layer-verdict'
import { groupsOf, MAX_READINGS, newTrial, readingOf, waysToTry } from './settle'
import type { Scenario } from './scenarios'
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
  const { reading, learn, forget } = newTrial(plain)
  const path: Scenario[] = []
  let end: Decision | null = null
  const readings: Reading[] = []
  let budget = waysToTry(judged)
  const follow = (from: number): boolean => {
    const id = `${from} ${leftOpen(reading)}`
    if (known.has(id)) return true
    if (--budget < 0) return false
    known.add(id)
    const decision = decideUnder(reading)
    if (decision === 'depends') {
      const ways = groups[from]?.scenarios ?? []
      return (
        ways.length > 0 &&
        ways.every((scenario) => {
          path[from] = scenario
          learn(scenario)
          const same = follow(from + 1)
          forget(scenario)
          return same
        })
      )
    }
    end ??= decision
    if (readings.length < MAX_READINGS) readings.push(readingOf(path.slice(0, from), plain))
    return decision === end
  }
  return follow(0) && end !== null ? { decision: end, readings } : { decision: 'depends', readings: [] }
}
