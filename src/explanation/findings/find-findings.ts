import type { LayerResult } from '../../evaluation/evaluation'
import { actionExists } from '../../reference/action-name'
import type { Reference } from '../../reference/reference'
import type { Lacks } from '../../text/lacks'
import type { Finding } from '../explanation'
import { LAYERS_LEFT, LAYERS_LEFT_PAGE } from '../messages/layers-left'
import { isJudgeable, type JudgedCase } from '../judged-case'
import { layersBesideClaim, readClaim, settledByClaim } from '../words/claim-reading'

/** All findings of a case, in reading order; see explain-findings.ts. */
export type ExplainFindings = (judged: JudgedCase, reference: Reference) => readonly Finding[]

const saysNothing = ({ status, blocking }: LayerResult): boolean =>
  !blocking && (status === 'notGiven' || status === 'notApplicable')

/** Is no policy given, of an action that has no finding of its own? */
const isBare = ({ evaluation, accessCase }: JudgedCase, reference: Reference): boolean =>
  evaluation.layers.every(saysNothing) &&
  evaluation.dependsOn.keys.length === 0 &&
  accessCase.request.action.toLowerCase() !== 'iam:createservicelinkedrole' &&
  actionExists(accessCase.request.action, reference) !== false

/** Is the answer open, also with what AWS says? */
export const isStillOpen = (judged: JudgedCase): boolean =>
  judged.evaluation.decision === 'depends' && settledByClaim(readClaim(judged)) === null

/** The findings of a case of which no policy is given: which layers are left. */
const layersLeft: ExplainFindings = (judged) => {
  const layers = layersBesideClaim(judged)
  if (!isStillOpen(judged) || layers.length === 0) return []
  return [{ code: 'hangs-on-layers', sentence: LAYERS_LEFT({ layers }), evidence: [], page: LAYERS_LEFT_PAGE }]
}

/** All findings of a case, in reading order: only what is given here has any but one, and takes the rules of all. */
export const findFindings = (
  judged: JudgedCase,
  reference: Reference,
  explainFindings: ExplainFindings | undefined,
): readonly Finding[] | Lacks => {
  if (!isJudgeable(judged)) return []
  if (isBare(judged, reference)) return layersLeft(judged, reference)
  return explainFindings?.(judged, reference) ?? { lacks: 'given' }
}
