import type { Circumstances, Verdicts } from '../decide/decide'
import type { LayerOutcomes } from '../decide/layer-verdict'
import type { EvaluatedRequest } from '../compile/request'
import { UNKNOWN } from '../kleene'
import type { Outcome } from '../match/evaluate-statement'
import type { Question } from '../question'
import type { PossibleRefusal } from '../services/service-rules'
import type { Solution } from './solve-unknowns'

/** What was found for readings of one request, by all that it was looked for with. */
export type SolvedBefore = Map<string, Solution>

/** All that a search for what a decision hangs on is given. */
interface Searched {
  readonly request: EvaluatedRequest
  /** Those of which something is open. */
  readonly layers: readonly LayerOutcomes[]
  readonly asked: readonly Question[]
  readonly refusals: readonly PossibleRefusal[]
  readonly verdicts: Verdicts
  readonly circumstances: Circumstances
}

/** Searches once for all readings of one caller of which the same is open. */
export function solveOnce(solved: SolvedBefore, searched: Searched, solve: () => Solution): Solution {
  // What a statement asks may hang on anything in the request.
  if (searched.layers.some(hasOpenStatement)) return solve()
  const id = idOf(searched)
  const solution = solved.get(id) ?? solve()
  solved.set(id, solution)
  return solution
}

const hasOpenStatement = ({ levels, grants }: LayerOutcomes): boolean =>
  grants.some(isOpenMatch) || levels.some(({ outcomes }) => outcomes.some(isOpenMatch))

/** Is it not known whether a statement matches? */
/** Is it not known whether a statement matches? */
export const isOpenMatch = ({ matches }: Outcome): boolean => matches === UNKNOWN

/** Equal for searches that find the same. */
const idOf = ({ request, layers, asked, refusals, verdicts, circumstances }: Searched): string =>
  JSON.stringify([
    request.principal.text,
    layers.map(({ layer, state, reason, levels, maybeExempt }) => [
      layer,
      state,
      reason,
      levels.map(({ unreadable }) => unreadable),
      maybeExempt?.id,
    ]),
    asked.map(({ id }) => id),
    refusals.map(({ layer, when }) => [layer, when?.id]),
    verdicts,
    circumstances,
  ])
