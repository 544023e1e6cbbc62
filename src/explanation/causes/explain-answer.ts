import { serviceOfAction } from '../../iam/action'
import type { SituationAnswer, SituationShape } from '../../facts/situations/situation-row'
import { meansOf, situationTitle } from '../words/kind-words'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import { isToldBeside } from '../../facts/situations/shown-beside'
import { FETCH_FIRST, HEADLINES, SAID } from '../messages/answers'
import { SETTING_MESSAGES } from '../messages/block-public-access'
import { refusingSetting } from '../words/block-public-access'
import { REFUSED_DOCUMENT } from '../messages/refused-document'
import { literal } from '../steps/script'
import { message } from '../../text/message'
import type { Instruction } from '../instruction'
import { readClaim, type ClaimReading } from '../words/claim-reading'
import { explainClaim } from '../words/claim'
import { isNotInEffect, isOfWrongCaller } from './call-first'
import { decidedOf } from './decided'
import { notesOf } from './notes'
import { openSentence } from './open-sentence'
import { awsDenied, isJudgeable, missingParts, saidOfSituation, type Situation } from '../situation'
import type { Answer, AnswerFact, Cause } from '../answer'
import type { NoPolicy } from '../no-policy'
import { isSupported, NO_FACTS, type KnownFacts } from './fact-causes'
import { againstSituation } from './by-the-text'
import { isGivenFirst } from './less-than-given'
import { ranked } from './rank-causes'
import { saidOnce, withStatedCause } from './stated-cause'
import { differences } from './differences'
import { headlineFacts } from '../words/headline'
import { type Heard, type Teller, blank, factOf } from './answer-parts'
import { isOfDocument, type DocumentMistake, type FindDocumentMistake } from './refused-document'
import { malformedPolicy } from './malformed-policy'
import { isOfCredentials, noPolicyOf, noPolicyOfSetting, situationFacts, tellWrongCaller } from './tell-no-policy'
import { tellChanged } from './tell-changed'
import { tellProven, tellStopped } from './tell-proven'
import { tellClaimed } from './tell-claimed'
import { tellContradiction, tellUnnamedDeny, tellLikely } from './tell-likely'

/** Situations whose words leave open what is wrong: those of a trust policy where the document is one. */
const KNOWN_BY_DOCUMENT: ReadonlySet<SituationId> = new Set<SituationId>([
  'policy-document',
  'trust-document-of-permissions',
])

/** What is wrong with the document that the call sets, where the text holds it. */
const mistakeOf = ({ situation, documentMistake }: Heard, id: SituationId): DocumentMistake | null => {
  const mistake = isOfDocument(id) ? (documentMistake?.(situation) ?? null) : null
  // Words that are of one mistake alone tell more than that there is one.
  return mistake?.isSeen === false && !KNOWN_BY_DOCUMENT.has(id) ? null : mistake
}

/** A situation that the error names, with what is said of it. */
interface NamedSituation {
  readonly id: SituationId
  readonly said: SituationAnswer
  readonly mistake: DocumentMistake | null
  /** The likeliest of what can have caused it. */
  readonly first: Cause | undefined
}

/** What to do about it; of a policy that AWS did not accept, what is wrong with the one given here. */
const noPolicyFact = (situation: Situation, { id, said, mistake, first }: NamedSituation): AnswerFact => {
  if (mistake !== null) return factOf(situation, mistake.sentence, null)
  // What AWS's own words say of the document comes before what is found in it.
  if (id === 'policy-document' && first !== undefined && isSupported(first))
    return factOf(situation, first.sentence, first.evidence)
  const given = id === 'policy-document' ? malformedPolicy(situation) : null
  return given
    ? factOf(situation, given.sentence, given.evidence)
    : factOf(situation, meansOf(said, situationFacts(situation)), null)
}

const validation = (type: string): Instruction => {
  const words = ['aws', 'accessanalyzer', 'validate-policy', '--policy-type', type]
  return {
    kind: 'check',
    sentence: message(REFUSED_DOCUMENT.check),
    commands: [{ ...literal([...words, '--policy-document', 'file://policy.json']), is: 'run', of: null }],
    page: VALIDATION,
  }
}

const VALIDATION = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html'

/** What is said of the mistake in a document goes before what is said of all. */
const withMistake = (told: NoPolicy, mistake: DocumentMistake | null): NoPolicy => {
  if (mistake === null) return told
  const { sentence, repair, type, page } = mistake
  const changes = repair === null ? [] : [{ kind: 'setting', sentence: repair, commands: [], page } as const]
  return { ...told, means: sentence, changes: [...changes, validation(type)] }
}

/** What the error is in words of its own, where no policy decides it: also where something was refused, but by no policy. */
function situationOf({ denial, error }: Situation): SituationId | null {
  if (denial === null) return error ? (error.situation ?? 'other-error') : null
  const id = denial.situation
  if (id === undefined) return null
  const row: SituationShape = SITUATIONS[id]
  if (row.decides !== 'none' || (row.says === undefined && !isToldBeside(id))) return null
  // Where nobody can allow it, it says nothing that the policies of a layer don't.
  const isOfService = serviceOfAction(denial.action ?? '') === row.service
  const isByNone = row.ofDenial === true && row.isUsual !== true && denial.decision === 'implicit' && isOfService
  return denial.layer === 'unknown' || isByNone ? id : null
}

const SAID_BY = { other: 'said-by-other', client: 'said-by-client' } as const

/** Whose word it is that no policy decides. */
const saidBy = ({ speaker, isUsual }: SituationShape) =>
  isUsual === true
    ? speaker === undefined
      ? 'usual-no-policy'
      : 'usual-of-other'
    : speaker === undefined
      ? 'not-by-policy'
      : SAID_BY[speaker]

/** An error that no policy decides: what it is, and what to do. */
const tellNoPolicy: Teller = (heard) => {
  const { situation, notes, known } = heard
  const setting = refusingSetting(situation)
  if (setting !== null) {
    return {
      ...blank(situation),
      notGiven: [],
      basis: 'claimed',
      decision: 'none',
      layer: 'none',
      headline: HEADLINES.setting(setting),
      fact: factOf(situation, SETTING_MESSAGES.refused(setting), null),
      notes,
      said: SAID['not-by-policy'](),
      noPolicy: noPolicyOfSetting(situation, setting, SETTING_MESSAGES.refused(setting)),
    }
  }
  const id = situationOf(situation)
  if (id === null) return null
  const { decides, speaker, isUsual } = SITUATIONS[id]
  if (isUsual === true && isGivenFirst(situation)) return null
  const isOpen = decides === 'open'
  const against = againstSituation(situation, id)
  const said = saidOfSituation(situation, id)
  if (said === null) return null
  const mistake = mistakeOf(heard, id)
  const causes = ranked(
    situation,
    // Where the service's words say that no policy decides, what policies could lack is no cause.
    known.causes.filter(
      ({ code, layer }) => code !== id && (layer === 'none' || ((isOpen || isUsual === true) && !isOfCredentials(id))),
    ),
  )
  const [first] = causes
  if (isOpen && first !== undefined && isOfWrongCaller(first)) return tellWrongCaller(situation, first, causes)
  if (against !== null) {
    return {
      ...blank(situation),
      basis: 'open',
      decision: 'none',
      layer: 'none',
      headline: HEADLINES['not-as-usual'](),
      fact: factOf(situation, against, null),
      causes,
    }
  }
  const noPolicy = noPolicyOf(situation, id, causes)
  return {
    ...blank(situation),
    notGiven: [],
    basis: isOpen ? 'open' : isUsual ? 'likely' : 'claimed',
    decision: 'none',
    layer: 'none',
    headline:
      mistake === null
        ? HEADLINES.situation(situationTitle(said, situationFacts(situation)))
        : message(REFUSED_DOCUMENT.headline, { name: mistake.name }),
    ...(speaker !== undefined && { speaker }),
    fact: noPolicyFact(situation, { id, said, mistake, first }),
    said: isOpen ? blank(situation).said : SAID[saidBy(SITUATIONS[id])](),
    causes,
    ...(noPolicy !== null && !isOpen && { noPolicy: withMistake(noPolicy, mistake) }),
  }
}

/** Everything that is given and known allows what AWS denied: what of it can be otherwise. */
const tellUnexplained: Teller = ({ situation, claim, notes, known }) => {
  if (!isJudgeable(situation) || situation.evaluation.decision !== 'allowed') return null
  if (claim === null && known.causes.some(isSupported)) return null
  // What AWS says can hold where the resource is in another account.
  if (claim?.state === 'narrowed') return null
  // What the text prints explains it.
  if (known.causes.some(isNotInEffect)) return null
  return {
    ...blank(situation),
    basis: 'open',
    decision: 'allowed',
    layer: 'none',
    headline: HEADLINES['allowed-and-denied'](headlineFacts(situation, null)),
    fact: factOf(situation, openSentence(situation), null),
    said: explainClaim(situation, claim).finding,
    causes: [...differences(situation, claim), ...ranked(situation, known.causes)],
    notes,
  }
}

/** What to fetch first where a denial does not even name the action. */
const firstFetch = ({ denial }: Situation): keyof typeof FETCH_FIRST => {
  if (denial?.encodedMessageDamaged === true) return 'encoded-damaged'
  if ((denial?.encodedMessage ?? null) !== null) return 'encoded'
  const parts = [denial?.principal, denial?.action, denial?.resource, denial?.operation]
  return parts.every((part) => (part ?? null) === null) ? 'no-action' : 'action-hidden'
}

/** A sign of AWS in a text: any program can deny access in the same words. */
const OF_AWS = /aws|amazon|\barn:|\bS3\b|\bIAM\b|\bEC2\b|\bSTS\b|\bSDK\b/i

/** Does AWS show that it denied the call, by its code or its frame, or does the text name it? */
const isOfAws = ({ denial, accessCase: { error = '' } }: Situation): boolean =>
  [denial?.errorCode, denial?.operation, denial?.service, denial?.requestId].some((part) => (part ?? null) !== null) ||
  OF_AWS.test(error)

const openHeadline = (situation: Situation): Answer['headline'] => {
  const facts = headlineFacts(situation, null)
  const isDenied = awsDenied(situation)
  const parts = missingParts(situation)
  if (isDenied && facts.action === '') {
    const { operation = null, service: named = null, inferred } = situation.denial ?? {}
    const service = named ?? inferred?.service ?? null
    if (firstFetch(situation).startsWith('encoded')) return HEADLINES.encoded()
    if (operation !== null) return HEADLINES['operation-alone'](operation)
    return service === null
      ? HEADLINES[isOfAws(situation) ? 'no-action' : 'no-speaker']()
      : HEADLINES['service-alone'](service)
  }
  if (isDenied) return HEADLINES.unexplained(facts)
  if (isJudgeable(situation))
    return situation.evaluation.isLayerOpen === true ? HEADLINES['denied-somewhere'](facts) : HEADLINES.depends(facts)
  return parts.length === 3 ? HEADLINES['no-question']() : HEADLINES.incomplete()
}

/** Nothing can be said yet. */
const tellOpen = ({ situation, claim, notes }: Heard): Answer => {
  const isAsked = isJudgeable(situation)
  const isNothing = !awsDenied(situation) && missingParts(situation).length === 3
  const isUnnamed = awsDenied(situation) && situation.accessCase.request.action === ''
  return {
    ...blank(situation),
    basis: 'open',
    ...(isAsked ? decidedOf(situation, claim) : ({ decision: 'none', layer: 'none' } as const)),
    headline: openHeadline(situation),
    fact: isNothing
      ? null
      : factOf(situation, isUnnamed ? FETCH_FIRST[firstFetch(situation)]() : openSentence(situation), null),
    notes,
  }
}

/** In this order; the first that has something to say is the answer. */
const TELLERS: readonly Teller[] = [
  tellNoPolicy,
  tellChanged,
  tellProven,
  tellStopped,
  tellUnexplained,
  tellClaimed,
  tellContradiction,
  tellUnnamedDeny,
  tellLikely,
]

/** What an answer is told from besides the situation; each is found where it is not handed in. */
interface Found {
  /** What AWS says beside the policies here. */
  readonly claim?: ClaimReading | null
  readonly known?: KnownFacts
  readonly documentMistake?: FindDocumentMistake | undefined
}

/** Answers why AWS denied: what is proven, what AWS says, what is likely, or that nothing can be said yet. */
export const explainAnswer = (
  situation: Situation,
  { claim: reading = readClaim(situation), known = NO_FACTS, documentMistake }: Found = {},
): Answer => {
  const claim = awsDenied(situation) ? reading : null
  const notes = notesOf(situation, decidedOf(situation, reading), reading)
  const heard = { situation, claim, notes, known, documentMistake }
  for (const tell of TELLERS) {
    const answer = tell(heard)
    if (answer === null) continue
    const stated = withStatedCause(situation, answer)
    return { ...stated, causes: saidOnce(stated.causes) }
  }
  return tellOpen(heard)
}
