import type { LayerResult } from '../../evaluation/evaluation'
import type { RowMatch } from '../../knowledge/knowledge'
import type { KnowledgeId, RowMessages } from '../../knowledge/likely-causes'
import type { Lacks } from '../../text/lacks'
import type { Decided, Gate, StatementStory } from '../explanation'
import type { Evidence } from '../evidence'
import { notGivenLayers, type JudgedCase } from '../judged-case'
import { join } from '../../text/phrase'
import type { Answer, AnswerFact, Cause, DecidingQuestion } from '../answer'
import type { ClaimReading } from '../words/claim-reading'
import type { KnownFacts } from './known-facts'
import type { FindDocumentMistake } from './refused-document'
import { isOfWrongCaller } from './call-first'
import { lineOf } from './line-of'
import { ranked } from './rank-causes'
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
  /** As far as it is loaded: a bare error is told without it. */
  readonly telling?: Telling | undefined
}

/** Says an answer, or null where another kind of answer is due. */
export type Teller = (heard: Heard) => Answer | null

/** What the policies of a layer leave of AWS's word. */
export interface UnderClaim {
  /** Its statements that can be it, or what it lacks. */
  readonly shown: readonly Cause[]
  /** An Allow of another layer that would nearly have been enough. */
  readonly beside: Cause | null
  /** Would it allow nothing without the Deny either? */
  readonly isLacking: boolean
  /** The look that tells apart what can be behind AWS's words, where the layer that they blame may not be all. */
  readonly question: DecidingQuestion | null
}

/** What tells of anything but a bare error: of policies given here, of what is known of such calls, and where AWS names no layer. */
export interface Telling {
  /** Kinds of answers that come before AWS's word, and those that come after it, of which the last always tells. */
  readonly beforeClaim: readonly Teller[]
  readonly afterClaim: readonly Teller[]
  readonly underClaim: (judged: JudgedCase, claim: ClaimReading) => UnderClaim
  /** The answer with two places of the text that show why a service said such a sentence. */
  readonly withPair: (judged: JudgedCase, answer: Answer, known: KnownFacts) => Answer
  readonly rowCauses: (
    judged: JudgedCase,
    rows: readonly RowMatch<KnowledgeId>[],
    messages: RowMessages | undefined,
  ) => KnownFacts | Lacks
  /** What is known, with what policies of the text show besides. */
  readonly withShown: (judged: JudgedCase, known: KnownFacts) => KnownFacts
  readonly statedRemedy: (judged: JudgedCase, layer: Layer, decision: Answer['decision']) => Cause['remedy']
  /** The notes of what is decided. */
  readonly decidedNotes: (judged: JudgedCase, decided: Decided, claim: ClaimReading | null) => Answer['notes']
  /** What a gate says whose policies allow or deny. */
  readonly decidedGate: (judged: JudgedCase, result: LayerResult) => Pick<Gate, 'sentence' | 'evidence'>
  /** The answer with all that stands on what was taken for granted of the policies. */
  readonly underGiven: (judged: JudgedCase, answer: Answer) => Answer
  readonly explainStatements: (judged: JudgedCase) => readonly StatementStory[]
}

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
