import type { Layer, LayerResult } from '../evaluation/evaluation'
import type { ClaimComparison, Verdict } from './explanation'
import { allowingFact, blockingFact, denyingFact, type LayerFact } from './layer-fact'
import { claimedLayer } from './messages/claims'
import { dependsPhrase } from './messages/depends'
import { LAYER_PHRASES } from './messages/layers'
import { settlementClause } from './messages/settlements'
import { ALLOWED, DENIED, DEPENDS, NO_QUESTION, NOTES } from './messages/verdicts'
import { awsDenied, decisiveStatement, hasQuestion, layerResult, type Situation } from './situation'
import { codes, layerWord, list, type Phrase } from './words'

/** Ways to an Allow that one sentence names. */
const MAX_WAYS = 2

const layerNames = (layers: readonly Layer[]): Phrase =>
  list(
    layers.map((layer) => layerWord(LAYER_PHRASES[layer].all, 'depends')),
    'and',
    8,
  )

const notGiven = ({ evaluation }: Situation): readonly Layer[] =>
  evaluation.layers.filter(({ status }) => status === 'notGiven').map(({ layer }) => layer)

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

const deniedVerdict = (situation: Situation, result: LayerResult, extra: readonly Phrase[]): Verdict => ({
  decision: result.status === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny',
  layer: result.layer,
  sentence: deniedSentence(situation, result.layer, factOf(situation, result)),
  notes: [...otherBlockers(situation, result.layer), ...uncheckedNote(situation), ...extra],
})

const uncheckedNote = (situation: Situation): readonly Phrase[] => {
  const layers = notGiven(situation)
  return layers.length > 0 ? [NOTES['not-checked']({ names: layerNames(layers) })] : []
}

/** Keys that the policies test and whose value nobody stated. */
const assumedKeys = ({ evaluation }: Situation): readonly string[] => {
  const known = new Set(evaluation.context.map(({ key }) => key.toLowerCase()))
  const tested = evaluation.layers.flatMap(({ statements }) =>
    statements.flatMap(({ elements }) => elements.flatMap(({ key }) => (key === undefined ? [] : [key]))),
  )
  return [...new Map(tested.map((key) => [key.toLowerCase(), key])).values()].filter((k) => !known.has(k.toLowerCase()))
}

/** AWS denied and the policies here allow: where the cause can be. */
const causeNotes = (situation: Situation): readonly Phrase[] => {
  const layers = notGiven(situation)
  const keys = assumedKeys(situation)
  return [
    ...(layers.length > 0 ? [NOTES['cause-layers']({ names: layerNames(layers) })] : []),
    ...(keys.length > 0 ? [NOTES['cause-keys']({ names: codes(keys) })] : []),
    NOTES['cause-version'](),
    NOTES['cause-request'](),
    NOTES['cause-service'](),
  ]
}

const allowedVerdict = (situation: Situation): Verdict => {
  const { evaluation, accessCase } = situation
  const { action } = accessCase.request
  const granting = ['trust', 'resource', 'identity'] as const
  const results = granting.map((layer) => layerResult(evaluation, layer)).filter((result) => result !== null)
  const allow = results.map((result) => allowingFact(situation, result)).find((fact) => fact !== null)
  const parts = { action, who: allow?.who ?? [], fact: allow?.fact ?? [] }
  const denied = awsDenied(situation)
  const code = denied ? 'aws-denied' : allow ? 'allowed-by' : 'allowed-always'
  return {
    decision: 'allowed',
    layer: 'none',
    sentence: ALLOWED[code](parts),
    notes: denied ? causeNotes(situation) : [],
  }
}

const dependsVerdict = (situation: Situation, claim: ClaimComparison): Verdict => {
  const { evaluation, accessCase, denial } = situation
  const ways = evaluation.settlements.filter(({ decision }) => decision === 'allowed')
  const denies = evaluation.settlements.some(({ decision }) => decision !== 'allowed')
  const claimed = denial ? claimedLayer(denial.layer) : null
  const open = {
    action: accessCase.request.action,
    depends: dependsPhrase(evaluation.dependsOn),
    ways: ways.slice(0, MAX_WAYS).map(settlementClause),
    hidden: Math.max(0, ways.length - MAX_WAYS),
    claim: claimed,
  }
  const isMissing = claim.outcome === 'notGiven' && claimed !== null && blockers(situation).length === 0
  const code = isMissing
    ? 'claimed-layer-missing'
    : ways.length > 0
      ? 'depends-on'
      : denies
        ? 'denied-either-way'
        : 'depends-bare'
  const denied = awsDenied(situation) && code === 'depends-on' ? [NOTES['aws-denied-so-not-all']()] : []
  const layer = isMissing ? claimed : evaluation.layer
  return {
    decision: 'depends',
    layer,
    sentence: DEPENDS[code](open),
    notes: [...denied, ...(evaluation.layer === 'none' ? [] : []), ...blockerNotes(situation)],
  }
}

const blockers = ({ evaluation }: Situation): readonly LayerResult[] =>
  evaluation.layers.filter(({ status, needed }) => status === 'explicitDeny' || (status === 'implicitDeny' && needed))

const blockerNotes = (situation: Situation): readonly Phrase[] =>
  blockers(situation).map((layer) => blockerNote(situation, layer))

/** AWS names a layer, and the policies here show that it denies: together they settle what each leaves open. */
const settledByClaim = (situation: Situation, claim: ClaimComparison): LayerResult | null => {
  const layer = situation.denial ? claimedLayer(situation.denial.layer) : null
  if (claim.outcome !== 'agrees' || layer === null) return null
  return layerResult(situation.evaluation, layer)
}

/** The one sentence at the top, and the notes below it. */
export const explainVerdict = (situation: Situation, claim: ClaimComparison): Verdict => {
  const { evaluation, denial } = situation
  if (!hasQuestion(situation)) {
    const code = denial?.kind === 'not-authorization' ? 'no-authorization-error' : 'no-question'
    return { decision: 'none', layer: 'none', sentence: NO_QUESTION[code](), notes: [] }
  }
  if (evaluation.decision === 'allowed') return allowedVerdict(situation)
  if (evaluation.decision === 'depends') {
    const settled = settledByClaim(situation, claim)
    const open = NOTES['settled-by-claim']({ names: dependsPhrase(evaluation.dependsOn) })
    return settled ? deniedVerdict(situation, settled, [open]) : dependsVerdict(situation, claim)
  }
  const result = evaluation.layer === 'none' ? null : layerResult(evaluation, evaluation.layer)
  return result ? deniedVerdict(situation, result, []) : dependsVerdict(situation, claim)
}
