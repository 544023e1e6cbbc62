import type { Denial } from '../denial/denial'
import type { LayerResult, SufficientCondition } from '../evaluation/evaluation'
import type { ClaimComparison, Verdict } from './explanation'
import { allowingFact, blockingFact, denyingFact, type LayerFact } from './layer-fact'
import { limitNotes } from './limit-notes'
import { layerOfClaim } from './messages/claims'
import { dependsPhrase } from './messages/depends'
import { missingPhrase } from './messages/gates'
import { LAYER_PHRASES } from './messages/layers'
import { sufficientConditionClause } from './messages/sufficient-conditions'
import { ALLOWED, ALLOWED_LEAD, DENIED, DEPENDS, incompleteRequest, NO_QUESTION, NOTES } from './messages/verdicts'
import {
  awsDenied,
  decisiveStatement,
  hasQuestion,
  isJudgeable,
  layerResult,
  missingParts,
  type Situation,
} from './situation'
import { refusingSetting, settingVerdict } from './setting'
import { unreadIn } from './unread'
import { codes, layerWord, list, plainText, uniquePhrases, type Phrase } from './words'
import { canGrant, type Layer } from '../iam/layers'

/** Ways to an Allow that one sentence names. */
const MAX_WAYS = 2

/** Layers that one sentence names. */
const MAX_LAYERS = 3

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
const causeNotes = (situation: Situation, claim: ClaimComparison): readonly Phrase[] => {
  const layers = notGiven(situation)
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

type OpenCode = keyof typeof DEPENDS

const missingCode = (denial: Denial | null): OpenCode => {
  if (denial?.layerPolicyArn) return 'claimed-policy-missing'
  return denial?.decision === 'implicit' ? 'unallowed-layer-missing' : 'claimed-layer-missing'
}

/** Sentences that name what keys must be, and leave the layers out. */
const OF_KEYS: readonly OpenCode[] = ['key-or-cause-not-given', 'key-decided-by-claim', 'key-decided-by-denying-claim']

/** Do the policies of the layer that AWS names stand here, and let the request pass? Then none but it is suspect. */
const isClaimedGiven = (situation: Situation): boolean => {
  const layer = situation.denial ? layerOfClaim(situation.denial.layer) : null
  return layer !== null && layerResult(situation.evaluation, layer)?.status === 'allows'
}

/** Where AWS denied, the outcome is known: the question is only what is missing to see why. */
const openCode = (situation: Situation, claim: ClaimComparison, ways: readonly SufficientCondition[]): OpenCode => {
  const { evaluation, denial } = situation
  const { keys, layers } = evaluation.dependsOn
  if (claim.outcome === 'notGiven' && blockers(situation).length === 0) return missingCode(denial)
  if (ways.length === 0) return evaluation.sufficientConditions.length > 0 ? 'denied-either-way' : 'depends-bare'
  if (blockers(situation).length > 0) return 'blocked-unless'
  if (claim.outcome === 'undecided' && keys.length > 0)
    return denial?.decision === 'implicit' ? 'key-decided-by-claim' : 'key-decided-by-denying-claim'
  if (!awsDenied(situation) || layers.length === 0) return 'depends-on'
  if (keys.length > 0) return 'key-or-cause-not-given'
  if (claim.outcome === 'disagrees' && isClaimedGiven(situation)) return 'claimed-layer-differs'
  const areAbsent = layers.every((layer) => notGiven(situation).includes(layer))
  return layers.length > MAX_LAYERS && areAbsent ? 'many-causes-not-given' : 'cause-not-given'
}

/** What a given layer lacks, as its gate says it. */
const blockerPhrase = (situation: Situation): Phrase => {
  const [layer] = blockers(situation)
  if (layer === undefined) return []
  const { who, fact } = blockingFact(situation, layer)
  return missingPhrase({ layer: layer.layer, action: situation.accessCase.request.action, who, fact })
}

/** Of the ways to an Allow, only what they ask of keys: the layers are named beside them. */
const keysOnly = (ways: readonly SufficientCondition[]): readonly SufficientCondition[] =>
  ways
    .map(({ decision, requirements }) => ({
      decision,
      requirements: requirements.filter(({ kind }) => kind === 'key'),
    }))
    .filter(({ requirements }) => requirements.length > 0)

/** Without the ways that ask for all that another one asks, and more: "A and B, or B" is "B". */
const withoutStricter = (clauses: readonly Phrase[]): readonly Phrase[] =>
  clauses.filter((clause) => !clauses.some((other) => plainText(clause).endsWith(` and ${plainText(other)}`)))

/** Does one test alone decide? */
const isOneTest = (ways: readonly SufficientCondition[]): boolean =>
  ways.length === 1 && ways[0]?.requirements.length === 1

const unreadNotes = (situation: Situation): readonly Phrase[] =>
  situation.evaluation.layers.flatMap((layer) => {
    const unread = unreadIn(situation, layer)
    return unread ? [NOTES['not-readable'](unread)] : []
  })

const dependsVerdict = (situation: Situation, claim: ClaimComparison): Verdict => {
  const { evaluation, accessCase, denial } = situation
  const all = evaluation.sufficientConditions.filter(({ decision }) => decision === 'allowed')
  const code = openCode(situation, claim, all)
  const ways = OF_KEYS.includes(code) ? keysOnly(all) : all
  const clauses = withoutStricter(uniquePhrases(ways.map(sufficientConditionClause)))
  const claimed = denial ? layerOfClaim(denial.layer) : null
  const sentence = DEPENDS[code]({
    action: accessCase.request.action,
    depends: dependsPhrase(evaluation.dependsOn),
    count: evaluation.dependsOn.layers.length,
    isImplicit: denial?.decision === 'implicit',
    ways: clauses.slice(0, MAX_WAYS),
    hidden: Math.max(0, clauses.length - MAX_WAYS),
    claim: claimed,
    policy: denial?.layerPolicyArn ?? null,
    blocker: blockerPhrase(situation),
  })
  const isClaimed = claim.outcome === 'notGiven' || claim.outcome === 'undecided'
  const isPuzzle = awsDenied(situation) && (code === 'depends-on' || code === 'blocked-unless')
  return {
    decision: 'depends',
    layer: isClaimed && claimed !== null ? claimed : evaluation.layer,
    sentence,
    notes: [
      ...(isPuzzle ? [NOTES['aws-denied-so-not-all']({ isOne: isOneTest(all) })] : []),
      ...unreadNotes(situation),
      ...limitNotes(situation, 'depends', evaluation.layer),
    ],
  }
}

const blockers = ({ evaluation }: Situation): readonly LayerResult[] =>
  evaluation.layers.filter(({ status, needed }) => status === 'explicitDeny' || (status === 'implicitDeny' && needed))

/** AWS names a layer, and the policies here show that it denies: together they settle what each leaves open. */
export const settledByClaim = (situation: Situation, claim: ClaimComparison): LayerResult | null => {
  const layer = situation.denial ? layerOfClaim(situation.denial.layer) : null
  if (claim.outcome !== 'agrees' || layer === null) return null
  return layerResult(situation.evaluation, layer)
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
