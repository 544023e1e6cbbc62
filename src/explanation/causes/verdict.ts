import { assumedKeys } from '../words/assumed-keys'
import type { LayerResult } from '../../evaluation/evaluation'
import { dependsVerdict, layersNotGiven } from './depends-verdict'
import type { ClaimComparison, Verdict } from '../explanation'
import { allowingFact, blockingFact, denyingFact, type LayerFact } from '../words/layer-fact'
import { limitNotes } from '../words/limit-notes'
import { layerOfClaim } from '../messages/claims'
import { settledByClaim } from '../words/claim'
import { LAYER_PHRASES } from '../messages/layers'
import { ALLOWED, ALLOWED_LEAD, DENIED, incompleteRequest, NO_QUESTION, NOTES } from '../messages/verdicts'
import {
  awsDenied,
  decisiveStatement,
  hasQuestion,
  isJudgeable,
  layerResult,
  missingParts,
  type Situation,
} from '../situation'
import { refusingSetting, settingVerdict } from '../words/block-public-access'
import { codes, layerWord, list, type Phrase } from '../../text/phrase'
import { canGrant, type Layer } from '../../iam/layers'

const layerNames = (layers: readonly Layer[]): Phrase =>
  list(
    layers.map((layer) => layerWord(LAYER_PHRASES[layer].all, 'depends')),
    'and',
    8,
  )

const deniedSentence = (situation: Situation, layer: Layer, fact: LayerFact): Phrase =>
  DENIED[fact.code]({ layer, action: situation.accessCase.request.action, who: fact.who, fact: fact.fact })

const factOf = (situation: Situation, layer: LayerResult): LayerFact => {
  const decisive = situation.evaluation.layer === layer.layer ? decisiveStatement(situation) : null
  return decisive ? denyingFact(situation, layer, decisive) : blockingFact(situation, layer)
}

const blockerNote = (situation: Situation, layer: LayerResult): Phrase => {
  const { who, fact } = blockingFact(situation, layer)
  const said: Phrase = fact.length > 0 ? [...who, ...(who.length > 0 ? [{ text: ' ' }] : []), ...fact] : []
  return NOTES['also-blocks']({
    layer: layer.layer,
    status: layer.status,
    fact: said.length > 0 ? said : nothingAllows(situation, layer, who),
  })
}

const nothingAllows = (situation: Situation, layer: LayerResult, who: Phrase): Phrase => [
  { text: LAYER_PHRASES[layer.layer].no },
  ...who,
  { text: ` allows ${situation.accessCase.request.action}` },
]

const otherBlockers = (situation: Situation, but: Layer): readonly Phrase[] =>
  situation.evaluation.layers
    .filter((layer) => layer.blocking && layer.layer !== but)
    .filter(({ status }) => status === 'explicitDeny' || status === 'implicitDeny')
    .map((layer) => blockerNote(situation, layer))

/** As the evaluation decides; where AWS's message settles it, as the layer stands. */
const deniedHow = ({ evaluation }: Situation, { status }: LayerResult): 'explicitDeny' | 'implicitDeny' => {
  if (evaluation.decision === 'explicitDeny' || evaluation.decision === 'implicitDeny') return evaluation.decision
  return status === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny'
}

function deniedVerdict(situation: Situation, result: LayerResult): Verdict {
  const decision = deniedHow(situation, result)
  const { layer } = result
  return {
    decision,
    layer,
    sentence: deniedSentence(situation, layer, factOf(situation, result)),
    notes: [...otherBlockers(situation, layer), ...uncheckedNote(situation), ...limitNotes(situation, decision, layer)],
  }
}

const uncheckedNote = (situation: Situation): readonly Phrase[] => {
  const layers = layersNotGiven(situation)
  return layers.length > 0 ? [NOTES['not-checked']({ names: layerNames(layers) })] : []
}

/** AWS denied and the policies here allow: where the cause can be. */
const causeNotes = (situation: Situation, claim: ClaimComparison): readonly Phrase[] => {
  const layers = layersNotGiven(situation)
  const keys = assumedKeys(situation)
  return [
    ...(layers.length > 0 ? [NOTES['cause-layers']({ names: layerNames(layers) })] : []),
    ...(keys.length > 0 ? [NOTES['cause-keys']({ names: codes(keys) })] : []),
    ...limitNotes(situation, 'allowed', 'none'),
    ...(claim.reasons.length > 0 ? [] : [NOTES['cause-version'](), NOTES['cause-request'](), NOTES['cause-service']()]),
  ]
}

const allowedVerdict = (situation: Situation, claim: ClaimComparison): Verdict => {
  const { evaluation, accessCase } = situation
  const { action } = accessCase.request
  const results = evaluation.layers.filter(({ layer }) => canGrant(layer))
  const allow = results.map((result) => allowingFact(situation, result)).find((fact) => fact !== null)
  const lead = situation.isChanged === true ? ALLOWED_LEAD.changed : ALLOWED_LEAD.asGiven
  const parts = { action, lead, who: allow?.who ?? [], fact: allow?.fact ?? [] }
  const denied = awsDenied(situation)
  const code = denied ? 'aws-denied' : allow ? 'allowed-by' : 'allowed-always'
  return {
    decision: 'allowed',
    layer: 'none',
    sentence: ALLOWED[code](parts),
    notes: denied ? causeNotes(situation, claim) : limitNotes(situation, 'allowed', 'none'),
  }
}

/** A request that lacks a part: what it lacks, and which layer AWS names where only the resource is missing. */
const unaskedVerdict = (situation: Situation): Verdict => {
  const { denial } = situation
  const parts = missingParts(situation)
  const nothing = { decision: 'none', layer: 'none', notes: [] } as const
  if (denial?.kind === 'not-authorization') return { ...nothing, sentence: NO_QUESTION['no-authorization-error']() }
  if (denial === null && parts.length === 3) return { ...nothing, sentence: NO_QUESTION['no-question']() }
  const sentence = incompleteRequest({ parts, isDenied: awsDenied(situation) })
  if (!hasQuestion(situation)) return { ...nothing, sentence }
  return { decision: 'depends', layer: (denial && layerOfClaim(denial.layer)) ?? 'none', sentence, notes: [] }
}

/** The one sentence at the top, and the notes below it. */
export const explainVerdict = (situation: Situation, claim: ClaimComparison): Verdict => {
  const { evaluation } = situation
  const setting = refusingSetting(situation)
  if (setting !== null) return settingVerdict(setting)
  if (!isJudgeable(situation)) return unaskedVerdict(situation)
  if (evaluation.decision === 'allowed') return allowedVerdict(situation, claim)
  if (evaluation.decision === 'depends') {
    const settled = settledByClaim(situation, claim)
    return settled ? deniedVerdict(situation, settled) : dependsVerdict(situation, claim)
  }
  const result = evaluation.layer === 'none' ? null : layerResult(evaluation, evaluation.layer)
  return result ? deniedVerdict(situation, result) : dependsVerdict(situation, claim)
}
