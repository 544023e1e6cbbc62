import { refusingSetting } from '../words/block-public-access'
import { settledByClaim, type ClaimReading } from '../words/claim-reading'
import type { Decided } from '../explanation'
import { isJudgeable, type JudgedCase } from '../judged-case'

/** What the evaluation decides, or leaves open until AWS's word settles it. */
export const decidedOf = (judged: JudgedCase, claim: ClaimReading | null): Decided => {
  const { evaluation } = judged
  if (!isJudgeable(judged) || refusingSetting(judged) !== null) return { decision: 'none', layer: 'none' }
  if (evaluation.decision !== 'depends') return { decision: evaluation.decision, layer: evaluation.layer }
  const settled = settledByClaim(claim)
  if (settled !== null)
    return { decision: settled.status === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny', layer: settled.layer }
  const isOpen = claim !== null && (claim.state === 'notGiven' || claim.state === 'narrowed')
  return { decision: 'depends', layer: isOpen ? claim.layer : evaluation.layer }
}
