import type { LayerResult } from '../../evaluation/evaluation'
import type { Evidence } from '../evidence'
import { blockingFact, denyingFact, type LayerFact } from '../words/layer-fact'
import { DENIED_FACTS, HEADLINES, type Stated } from '../messages/answers'
import { decisiveStatement, type JudgedCase } from '../judged-case'
import { join } from '../../text/phrase'
import type { Answer, AnswerFact, Cause } from '../answer'
import type { ClaimReading } from '../words/claim-reading'
import type { KnownFacts } from './fact-causes'
import type { FindDocumentMistake } from './refused-document'
import { isOfWrongCaller } from './call-first'
import { lineOf } from './line-of'
import { ranked } from './rank-causes'
import { headlineFacts } from '../words/headline'
import type { Layer } from '../../iam/layers'

/** What an answer is told from. */
export interface Heard {
  readonly judged: JudgedCase
  /** What AWS says of a layer beside its policies here; null where it names none, or they were changed since. */
  readonly claim: ClaimReading | null
  /** What else is worth saying. */
  readonly notes: Answer['notes']
  /** What is known of AWS besides. */
  readonly known: KnownFacts
  /** As far as it is loaded. */
  readonly documentMistake?: FindDocumentMistake | undefined
}

/** Says an answer, or null where another kind of answer is due. */
export type Teller = (heard: Heard) => Answer | null

/** The layers of which nothing is given. */
export const notGivenLayers = ({ evaluation }: JudgedCase): readonly Layer[] =>
  evaluation.layers.filter(({ status }) => status === 'notGiven').map(({ layer }) => layer)

/** An answer's parts that may be empty. */
export const blank = (judged: JudgedCase): Pick<Answer, 'fact' | 'said' | 'causes' | 'notes' | 'notGiven'> => ({
  fact: null,
  said: [],
  causes: [],
  notes: [],
  notGiven: notGivenLayers(judged),
})

/** A sentence with the place that shows it. */
export const factOf = (
  judged: JudgedCase,
  sentence: AnswerFact['sentence'],
  evidence: Evidence | null,
): AnswerFact => ({
  sentence,
  evidence,
  line: lineOf(judged, evidence),
})

/** What decides in a layer, as the line below the headline. */
const layerFactOf = (judged: JudgedCase, layer: Layer, fact: LayerFact): AnswerFact =>
  factOf(judged, DENIED_FACTS[fact.code]({ layer, action: judged.accessCase.request.action, ...fact }), fact.evidence)

/** A layer's denial that the policies here show. */
export const denied = (
  judged: JudgedCase,
  how: 'explicitDeny' | 'implicitDeny',
  result: LayerResult,
): Pick<Answer, 'basis' | 'decision' | 'layer' | 'headline' | 'fact'> => {
  const { layer } = result
  const decisive = judged.evaluation.layer === layer ? decisiveStatement(judged) : null
  const fact = decisive ? denyingFact(judged, result, decisive) : blockingFact(judged, result)
  const stated: Stated = { how, layer }
  const headline = fact.code === 'refused' ? HEADLINES.refused() : HEADLINES.sure(stated, headlineFacts(judged, layer))
  return { basis: 'proven', decision: how, layer, headline, fact: layerFactOf(judged, layer, fact) }
}

/** That another called than was meant is so whichever layer refuses whoever did. */
const ofLayer = (one: Cause, layer: Layer): Cause =>
  one.ground === 'call-shown' && isOfWrongCaller(one) ? { ...one, layer } : one

/** What is known of a layer, where something in the evidence speaks for it. */
export const knownOf = (judged: JudgedCase, { causes }: KnownFacts, layer: Layer): readonly Cause[] =>
  ranked(
    judged,
    causes
      .map((one) => ofLayer(one, layer))
      .filter((one) => one.ground !== 'fact-possible' && one.layer === layer && !one.isRefuted),
  )

/** What usually denies so, where nothing of the layer is here and nothing else is known: a hint, and no cause. */
export const usualNotes = ({ causes }: KnownFacts, layer: Layer, how: Cause['decision']): Answer['notes'] =>
  causes
    .filter((one) => one.ground === 'fact-possible' && one.layer === layer && one.decision === how && !one.isRefuted)
    .map(({ sentence, remedy }) => join(sentence, ' ', remedy))

/** What the caller says of where a change of a layer belongs. */
export const callerNotes = ({ callers }: KnownFacts, layer: Answer['layer']): Answer['notes'] =>
  callers.filter((one) => one.layer === layer).map(({ sentence, remedy }) => join(sentence, ' ', remedy))

/** An answer that is known less surely than its parts were: no cause of it is proven then, and the first is known as the answer is. */
export const knownAs = (answer: Answer, basis: 'claimed' | 'likely'): Answer => ({
  ...answer,
  basis,
  causes: answer.causes.map((one, index) =>
    one.basis === 'proven' ? { ...one, basis: index === 0 ? basis : 'likely' } : one,
  ),
})
