import { isDenial } from '../../iam/how-denied'
import type { LayerResult } from '../../evaluation/evaluation'
import type { Answer } from '../answer'
import type { Decided, Diagram, Gate } from '../explanation'
import { toldGate } from './told-gate'
import type { Telling } from '../causes/answer-parts'
import { GATE_SENTENCES, LANE_TITLES } from '../messages/gates'
import { LAYER_PHRASES, STATUS_TEXT } from '../messages/layers'
import { layerDependsPhrase } from '../messages/depends'
import { areAccountsMasked } from '../words/masked-accounts'
import { refusingSetting } from '../words/block-public-access'
import { awsDenied, isJudgeable, type JudgedCase } from '../judged-case'
import { say } from '../../text/phrase'
import { canGrant, type LayerSide } from '../../iam/layers'

/** Two accounts: each side on its own. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
const SIDES = ['caller', 'resource'] as const satisfies readonly LayerSide[]

type GateText = Pick<Gate, 'sentence' | 'evidence'>

const noneCode = ({ layer, blocking }: LayerResult): 'none' | 'noneGrants' | 'noneBlocks' => {
  if (blocking) return 'noneBlocks'
  return canGrant(layer) ? 'noneGrants' : 'none'
}

const gateSentence = (judged: JudgedCase, result: LayerResult, telling: Telling | undefined): GateText => {
  const { status, layer, reason } = result
  if (isDenial(status) || status === 'allows')
    return telling?.decidedGate(judged, result) ?? { sentence: [], evidence: null }
  const facts = { layer, action: judged.accessCase.request.action, who: say``, fact: say``, reason }
  const depends = layerDependsPhrase(result, judged.evaluation.dependsOn)
  const isForeign = reason === 'layer-of-another-service'
  const code = isForeign ? 'ofAnotherService' : status === 'none' ? noneCode(result) : status
  return { sentence: GATE_SENTENCES[code]({ ...facts, depends }), evidence: null }
}

const gate = (judged: JudgedCase, decided: Decided, result: LayerResult, telling: Telling | undefined): Gate => {
  const name = LAYER_PHRASES[result.layer].gate
  const statusText = STATUS_TEXT[result.status]
  return {
    layer: result.layer,
    label: `${name}: ${statusText}`,
    name,
    status: result.status,
    statusText,
    lane: result.lane,
    blocking: result.blocking,
    stopped: decided.decision !== 'depends' && decided.layer === result.layer,
    needed: result.needed,
    ...gateSentence(judged, result, telling),
  }
}

/** The gates in their order, in one lane or two. */
export const explainDiagram = (
  judged: JudgedCase,
  {
    decided,
    answer,
    telling,
  }: { readonly decided: Decided; readonly answer: Answer; readonly telling: Telling | undefined },
): Diagram => {
  const { evaluation } = judged
  // While the request lacks a part there is nothing that could pass a gate; where a setting refused it, none was asked.
  const isAsked = isJudgeable(judged) && refusingSetting(judged) === null
  // In the order of the evaluation. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
  const gates = (isAsked ? evaluation.layers : []).map((result) =>
    toldGate(judged, answer, gate(judged, decided, result, telling)),
  )
  const isDenied = isDenial(decided.decision) || gates.some(({ toldAs }) => toldAs === 'claimed')
  const end = isDenied ? 'denied' : decided.decision === 'allowed' && !awsDenied(judged) ? 'allowed' : 'depends'
  // Two accounts are drawn where two are known.
  if (evaluation.relation !== 'crossAccount') {
    const isKnown = evaluation.relation === 'sameAccount'
    const title = LANE_TITLES[isKnown ? (areAccountsMasked(judged) ? 'masked' : 'both') : 'either']
    return { lanes: [{ side: 'both', title, gates }], end }
  }
  return {
    lanes: SIDES.map((side) => ({ side, title: LANE_TITLES[side], gates: gates.filter(({ lane }) => lane === side) })),
    end,
  }
}
