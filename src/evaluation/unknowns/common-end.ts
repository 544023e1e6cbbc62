import type { Settled, Settler } from './settle'
import type { Decision } from '../evaluation'
import { groupsOf, MAX_ENDS, waysToTry } from './settle'
import type { Scenario } from './scenarios'
import { residue } from './residue'
import { newTrial, supposing } from './trial'

/** Where a decision depends: what it comes to, without what it hangs on. */
export type CommonEnd = Pick<Settled, 'decision' | 'ways'>

/**
 * The decision in which every way ends in which unknown keys and layers can turn out, else `depends`. Looks at the
 * same ways as `settle`, in the same order, and stops at the first that ends otherwise than those before.
 */
export const commonEnd: Settler<CommonEnd> = (open, plain, decideUnder, mayBeAbsent) => {
  const groups = groupsOf(open, mayBeAbsent)
  const known = new Set<string>()
  const trial = newTrial(open, plain)
  const leftOpen = residue(trial)
  const path: Scenario[] = []
  let end: Decision | null = null
  const ends: (readonly Scenario[])[] = []
  let budget = waysToTry(open)
  const follow = (from: number): boolean => {
    const id = String.fromCharCode(from) + leftOpen()
    if (known.has(id)) return true
    if (--budget < 0) return false
    known.add(id)
    const decision = decideUnder(trial)
    if (decision === 'depends') {
      const scenarios = groups[from]?.scenarios ?? []
      return (
        scenarios.length > 0 &&
        scenarios.every((scenario) => {
          path[from] = scenario
          trial.learn(scenario)
          const same = follow(from + 1)
          trial.forget(scenario)
          return same
        })
      )
    }
    end ??= decision
    if (ends.length < MAX_ENDS) ends.push(path.slice(0, from))
    return decision === end
  }
  if (!follow(0) || end === null) return { decision: 'depends', ways: [] }
  return { decision: end, ways: ends.map((scenarios) => supposing(scenarios, open, plain)) }
}
