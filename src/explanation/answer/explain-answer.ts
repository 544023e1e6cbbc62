import { TOPICS } from '../../denial/topics'
import type { LayerResult } from '../../evaluation/evaluation'
import { createSource } from '../../text/source'
import { isNamedPolicyGiven } from '../claim'
import type { ClaimComparison, LikelyCause, Verdict } from '../explanation'
import type { Evidence } from '../evidence'
import { documentText } from '../fixes/case-documents'
import { blockingFact, denyingFact, type LayerFact } from '../layer-fact'
import { DENIED_FACTS, HEADLINES, SAID, UNSEEN, type Stated } from '../messages/answers'
import { refusingSetting } from '../setting'
import {
  awsDenied,
  decisiveStatement,
  isJudgeable,
  layerResult,
  missingParts,
  samePlace,
  type Situation,
} from '../situation'
import { settledByClaim } from '../verdict'
import { say } from '../words'
import type { Answer, AnswerFact, Cause } from './answer'
import { knownCause, ranked } from './cause-weights'
import { likelyCauses } from './causes'
import { openAllow, openDeny } from './given-causes'
import { readClaim, type ClaimReading } from './claim-reading'
import { differences, otherPolicies } from './differences'
import { headlineFacts } from './headline'
import { caseLayerOf, type Layer } from '../../iam/layers'
import { policiesIn } from '../../case/layer-policies'

interface Heard {
  readonly situation: Situation
  readonly verdict: Verdict
  readonly claim: ClaimComparison
  /** What the tables know of such a call. */
  readonly known: readonly LikelyCause[]
}

/** Says an answer, or null where another kind of answer is due. */
type Teller = (heard: Heard) => Answer | null

const notGivenLayers = ({ evaluation }: Situation): readonly Layer[] =>
  evaluation.layers.filter(({ status }) => status === 'notGiven').map(({ layer }) => layer)

const blank = (situation: Situation): Pick<Answer, 'fact' | 'said' | 'causes' | 'notes' | 'notGiven'> => ({
  fact: null,
  said: [],
  causes: [],
  notes: [],
  notGiven: notGivenLayers(situation),
})

/** The line that a piece of evidence stands on, where its policy is a text. */
const lineOf = ({ accessCase, evaluation }: Situation, evidence: Evidence | null): number | null => {
  if (evidence === null) return null
  const { place } = evidence
  const policy = policiesIn(accessCase.policies, { layer: evidence.layer, level: place.level })[place.policy]
  const statement = evaluation.layers
    .filter(({ layer }) => caseLayerOf(layer) === evidence.layer)
    .flatMap(({ statements }) => statements)
    .find((one) => samePlace(one, place))
  const span = evidence.span ?? statement?.span ?? null
  if (policy === undefined || typeof policy.document !== 'string' || span === null) return null
  return createSource(documentText(policy.document)).positionAt(span[0]).line
}

const factOf = (situation: Situation, sentence: AnswerFact['sentence'], evidence: Evidence | null): AnswerFact => ({
  sentence,
  evidence,
  line: lineOf(situation, evidence),
})

const layerFactOf = (situation: Situation, layer: Layer, fact: LayerFact): AnswerFact =>
  factOf(
    situation,
    DENIED_FACTS[fact.code]({ layer, action: situation.accessCase.request.action, ...fact }),
    fact.evidence,
  )

/** An error that no policy decides: what it is, and what to do. */
const tellTopic: Teller = ({ situation, verdict, known }) => {
  const { error, denial } = situation
  const setting = refusingSetting(situation)
  if (setting !== null) {
    return {
      ...blank(situation),
      basis: 'claimed',
      decision: 'none',
      layer: 'none',
      headline: HEADLINES.setting(setting),
      fact: factOf(situation, verdict.sentence, null),
      notes: verdict.notes,
      said: SAID['not-by-policy'](),
    }
  }
  if (denial !== null || error === undefined || error === null) return null
  const topic = TOPICS.find(({ code }) => code === error.topic) ?? TOPICS.at(-1)
  if (topic === undefined) return null
  return {
    ...blank(situation),
    basis: 'claimed',
    decision: 'none',
    layer: 'none',
    headline: HEADLINES.topic(topic.title),
    fact: factOf(situation, say`${topic.whatToDo}`, null),
    said: SAID['not-by-policy'](),
    causes: known.map((one) => knownCause(one).cause),
  }
}

const denied = (
  situation: Situation,
  how: 'explicitDeny' | 'implicitDeny',
  result: LayerResult,
): Pick<Answer, 'basis' | 'decision' | 'layer' | 'headline' | 'fact'> => {
  const { layer } = result
  const decisive = situation.evaluation.layer === layer ? decisiveStatement(situation) : null
  const fact = decisive ? denyingFact(situation, result, decisive) : blockingFact(situation, result)
  const stated: Stated = { how, layer }
  const headline =
    fact.code === 'refused' ? HEADLINES.refused() : HEADLINES.sure(stated, headlineFacts(situation, layer))
  return { basis: 'proven', decision: how, layer, headline, fact: layerFactOf(situation, layer, fact) }
}

/** What AWS says of an explicit deny comes before what the policies here lack besides. */
const isOutranked = ({ denial, evaluation }: Situation, reading: ClaimReading | null): boolean =>
  denial?.decision === 'explicit' && evaluation.decision === 'implicitDeny' && reading?.state !== 'agrees'

/** What the given policies show whatever is not known, with or without AWS's word. */
const tellProven: Teller = ({ situation, claim, verdict, known }) => {
  const { evaluation } = situation
  if (!isJudgeable(situation)) return null
  const settled = settledByClaim(situation, claim)
  if (evaluation.decision === 'depends') {
    if (settled === null) return null
    const how = settled.status === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny'
    return {
      ...blank(situation),
      ...denied(situation, how, settled),
      said: SAID['settled-together'](settled.layer),
      causes: knownOf(known, settled.layer),
      notes: verdict.notes,
    }
  }
  if (evaluation.decision === 'allowed') {
    if (awsDenied(situation)) return null
    const facts = headlineFacts(situation, null)
    const headline = situation.isChanged ? HEADLINES['allowed-with-change'](facts) : HEADLINES.allowed(facts)
    return {
      ...blank(situation),
      basis: 'proven',
      decision: 'allowed',
      layer: 'none',
      headline,
      fact: factOf(situation, verdict.sentence, null),
      notes: verdict.notes,
    }
  }
  if (isOutranked(situation, readClaim(situation))) return null
  const result = evaluation.layer === 'none' ? null : layerResult(evaluation, evaluation.layer)
  return result && { ...blank(situation), ...denied(situation, evaluation.decision, result), notes: verdict.notes }
}

/** Everything that is given and known allows what AWS denied: what of it can be otherwise. */
const tellUnexplained: Teller = ({ situation, claim, verdict, known }) => {
  if (!isJudgeable(situation) || situation.evaluation.decision !== 'allowed') return null
  const reading = readClaim(situation)
  if (reading === null && known.some(({ strength }) => strength === 'supported')) return null
  return {
    ...blank(situation),
    basis: 'open',
    decision: 'allowed',
    layer: 'none',
    headline: HEADLINES['allowed-and-denied'](headlineFacts(situation, null)),
    fact: factOf(situation, verdict.sentence, null),
    said: claim.finding,
    causes: [...differences(reading, claim), ...known.map((one) => knownCause(one).cause)],
    notes: verdict.notes,
  }
}

/** What remains under AWS's claim: the Denies that can be it, or the Allows that then did not apply. */
const remainingCauses = (situation: Situation, { result, how, remaining }: ClaimReading): readonly Cause[] => {
  if (result === null) return []
  const tell = how === 'explicitDeny' ? openDeny : openAllow
  return ranked(remaining.map((statement) => tell(situation, result, statement)))
}

/** What the tables know of the layer that AWS names, where something in the evidence speaks for it. */
const knownOf = (known: readonly LikelyCause[], layer: Layer): readonly Cause[] =>
  known.filter((one) => one.strength !== 'possible' && one.layer === layer).map((one) => knownCause(one).cause)

/** What is AWS's word, by what the policies of its layer make of it. */
const saidOf = (situation: Situation, { layer, state }: ClaimReading): Answer['said'] => {
  if (state === 'narrowed') return SAID['claim-narrowed'](layer)
  return state === 'notGiven'
    ? SAID['claim-alone'](layer)
    : SAID['claim-elsewhere'](layer, isNamedPolicyGiven(situation, layer))
}

/** What AWS's message says, narrowed by the policies that are given. */
const tellClaimed: Teller = ({ situation, claim, known }) => {
  const reading = readClaim(situation)
  if (reading === null) return null
  const { layer, how, state } = reading
  // More than one policy can hang there, so that a Deny of another one is no contradiction.
  const isElsewhere = state === 'contradicts' && how === 'explicitDeny'
  if (state === 'contradicts' && !isElsewhere) return null
  const facts = headlineFacts(situation, layer)
  const shown = isElsewhere
    ? [...otherPolicies(situation, reading), ...differences(reading, claim)]
    : remainingCauses(situation, reading)
  const causes = [...shown, ...knownOf(known, layer)]
  const [first] = shown
  const unseen = how === 'explicitDeny' ? UNSEEN['deny-in-layer'](facts, layer) : UNSEEN['layer-lacks'](facts, layer)
  return {
    ...blank(situation),
    basis: 'claimed',
    decision: how,
    layer,
    headline: HEADLINES.sure({ how, layer }, facts),
    fact: first
      ? factOf(situation, first.sentence, first.evidence)
      : factOf(situation, state === 'narrowed' ? unseen : SAID['claim-alone'](layer), null),
    said: saidOf(situation, reading),
    causes,
  }
}

/** The action that a cause is about, where it is another than that of the request. */
const actionOf = ({ statements: [first] }: Cause): { readonly action?: string } => {
  const action: unknown = first?.Action
  const one: unknown = Array.isArray(action) ? action[0] : action
  return typeof one === 'string' ? { action: one } : {}
}

const likely = (situation: Situation, causes: readonly Cause[], said: Answer['said']): Answer | null => {
  const [first] = causes
  if (first === undefined) return null
  if (first.layer === 'none' || first.decision === 'none') {
    return {
      ...blank(situation),
      basis: 'likely',
      decision: 'none',
      layer: 'none',
      headline: HEADLINES['likely-no-policy'](),
      fact: factOf(situation, first.sentence, first.evidence),
      said,
      causes,
    }
  }
  const how = first.decision === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny'
  return {
    ...blank(situation),
    basis: 'likely',
    decision: first.decision,
    layer: first.layer,
    headline: HEADLINES.likely(
      { how, layer: first.layer },
      { ...headlineFacts(situation, first.layer), ...actionOf(first) },
    ),
    fact: factOf(situation, first.sentence, first.evidence),
    said,
    causes,
  }
}

/** AWS names a layer whose policies here let the request pass: which of the two is not what it seems. */
const tellContradiction: Teller = ({ situation, claim }) => {
  const reading = readClaim(situation)
  if (reading?.state !== 'contradicts') return null
  return likely(situation, differences(reading, claim), claim.finding)
}

/** Is a layer not given that could hold the Deny? An endpoint policy is the last to look at: few requests pass one. */
const canHideDeny = (situation: Situation): boolean =>
  notGivenLayers(situation).some((layer) => layer !== 'endpoint') || situation.evaluation.layers.length <= 1

/** An explicit deny whose layer AWS does not name. */
const tellUnnamedDeny: Teller = ({ situation, known }) => {
  if (situation.denial?.decision !== 'explicit' || !awsDenied(situation)) return null
  const all = likelyCauses(situation, known)
  const causes = canHideDeny(situation) ? all.filter(({ decision }) => decision === 'explicitDeny') : all
  const shown = causes.find(({ evidence }) => evidence !== null)
  if (shown) return likely(situation, [shown, ...causes.filter((one) => one !== shown)], SAID['claim-without-layer']())
  return {
    ...blank(situation),
    basis: 'claimed',
    decision: 'explicitDeny',
    layer: 'none',
    headline: HEADLINES.sure({ how: 'explicitDeny', layer: null }, headlineFacts(situation, null)),
    fact: factOf(situation, SAID['claim-without-layer'](), null),
    causes,
  }
}

/** AWS says only that it denied. */
const tellLikely: Teller = ({ situation, known }) =>
  situation.accessCase.request.action === ''
    ? null
    : likely(situation, likelyCauses(situation, known), SAID['denied-only']())

/** How an answer begins that cannot say anything yet. */
const openHeadline = (situation: Situation): Answer['headline'] => {
  const facts = headlineFacts(situation, null)
  const isDenied = awsDenied(situation)
  const parts = missingParts(situation)
  if (isDenied && facts.action === '') return HEADLINES['no-action']()
  if (isDenied) return HEADLINES.unexplained(facts)
  if (isJudgeable(situation)) return HEADLINES.depends(facts)
  return parts.length === 3 ? HEADLINES['no-question']() : HEADLINES.incomplete()
}

/** Nothing can be said yet. */
const tellOpen = ({ situation, verdict }: Heard): Answer => {
  const isAsked = isJudgeable(situation)
  const isNothing = !awsDenied(situation) && missingParts(situation).length === 3
  return {
    ...blank(situation),
    basis: 'open',
    decision: isAsked ? verdict.decision : 'none',
    layer: isAsked ? verdict.layer : 'none',
    headline: openHeadline(situation),
    fact: isNothing ? null : factOf(situation, verdict.sentence, null),
    notes: verdict.notes,
  }
}

/** In this order; the first that has something to say is the answer. */
const TELLERS: readonly Teller[] = [
  tellTopic,
  tellProven,
  tellUnexplained,
  tellClaimed,
  tellContradiction,
  tellUnnamedDeny,
  tellLikely,
]

/** Answers why AWS denied: what is proven, what AWS says, what is likely, or that nothing can be said yet. */
export const explainAnswer = (
  situation: Situation,
  verdict: Verdict,
  claim: ClaimComparison,
  known: readonly LikelyCause[] = [],
): Answer => {
  const heard = { situation, verdict, claim, known }
  for (const tell of TELLERS) {
    const answer = tell(heard)
    if (answer !== null) return answer
  }
  return tellOpen(heard)
}
