import { howDenied } from '../../denial/denial'
import type { Observation, RowMatch } from '../knowledge'
import { matchOfRow } from '../match-of-row'
import { PAIRS, type PairId, type PairRow } from './pairs'

const ROWS = Object.entries(PAIRS) as readonly (readonly [PairId, PairRow])[]

/** Is there a refusal that the row can be the reason of: such a sentence of a service, or one that policies decide? */
const isBeside = ({ beside }: PairRow, { denial }: Observation): boolean => {
  if (denial === null) return false
  if (beside === 'any') return true
  if (beside !== undefined) return denial.situation !== undefined && beside.includes(denial.situation)
  return denial.kind !== 'not-authorization' && howDenied(denial) !== 'explicitDeny'
}

/** Places of what was pasted that should say the same, and don't. */
export const findPairs = (seen: Observation): readonly RowMatch<PairId>[] =>
  ROWS.flatMap(([id, row]): readonly RowMatch<PairId>[] => {
    const found = isBeside(row, seen) ? row.find(seen) : null
    if (found === null) return []
    const { clues, facts, layer = row.layer } = found
    const decision = layer === 'none' ? 'none' : 'implicitDeny'
    return [matchOfRow(seen, row, { id, layer, decision, strength: 'shown', for: clues, facts })]
  })
