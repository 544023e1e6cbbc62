import { serviceOfAction } from '../../iam/action'
import type { SituationAnswer, SituationShape } from '../../facts/situations/situation-row'
import { meansOf, situationTitle } from '../words/kind-words'
import { judgedBy, SITUATIONS, type SituationId } from '../../facts/situations/situations'
import { isToldBeside } from '../../facts/situations/beside/shown-beside'
import { VALIDATED_AS } from '../../facts/document-calls'
import { FETCH_FIRST, HEADLINES, SAID } from '../messages/answers'
import { SETTING_MESSAGES } from '../messages/block-public-access'
import { refusingSetting } from '../words/block-public-access'
import { REFUSED_DOCUMENT } from '../messages/refused-document'
import { literal } from '../steps/script'
import { message } from '../../text/message'
import { toRun, type Instruction } from '../instruction'
import { readClaim, type ClaimReading } from '../words/claim-reading'
import { explainClaim } from '../words/claim'
import { isNotInEffect, isOfWrongCaller } from './call-first'
import { decidedOf } from './decided'
import { notesOf } from './notes'
import { openSentence } from './open-sentence'
import { awsDenied, isJudgeable, missingParts, saidOfSituation, type JudgedCase } from '../judged-case'
import type { Answer, AnswerFact, Cause } from '../answer'
import type { NoPolicy } from '../no-policy'
import { isSupported, NO_FACTS, type KnownFacts } from './fact-causes'
import { againstSituation } from './by-the-text'
import { isGivenFirst } from './less-than-given'
import { ranked } from './rank-causes'
import { saidOnce, withStatedCause } from './stated-cause'
import { withPair } from './with-pair'
import { differences } from './differences'
import { headlineFacts } from '../words/headline'
import { type Heard, type Teller, blank, factOf } from './answer-parts'
import { isOfDocument, type DocumentMistake, type FindDocumentMistake } from './refused-document'
import { malformedPolicy } from './malformed-policy'
import { isOfCredentials, noPolicyOf, noPolicyOfSetting, situationFacts, tellWrongCaller } from './tell-no-policy'
import { tellGiven } from './tell-given'
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
const mistakeOf = ({ judged, documentMistake }: Heard, id: SituationId): DocumentMistake | null => {
  const mistake = isOfDocument(id) ? (documentMistake?.(judged) ?? null) : null
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
const noPolicyFact = (judged: JudgedCase, { id, said, mistake, first }: NamedSituation): AnswerFact => {
  if (mistake !== null) return factOf(judged, mistake.sentence, null)
  // What AWS's own words say of the document comes before what is found in it.
  if (id === 'policy-document' && first !== undefined && isSupported(first))
    return factOf(judged, first.sentence, first.evidence)
  const given = id === 'policy-document' ? malformedPolicy(judged) : null
  return given
    ? factOf(judged, given.sentence, given.evidence)
    : factOf(judged, meansOf(said, situationFacts(judged)), null)
}

const validation = (type: string): Instruction => {
  const words = ['aws', 'accessanalyzer', 'validate-policy', '--policy-type', type]
  return {
    kind: 'check',
    sentence: message(REFUSED_DOCUMENT.check),
    commands: [toRun(literal([...words, '--policy-document', 'file://policy.json']))],
    page: VALIDATION,
  }
}

const VALIDATION = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html'

/** What is said of the mistake in a document goes before what is said of all; one that is given beside is known by its place. */
const withMistake = (judged: JudgedCase, told: NoPolicy, { id, mistake }: NamedSituation): NoPolicy => {
  if (mistake === null) {
    const given = id === 'policy-document' ? malformedPolicy(judged) : null
    if (given === null) return told
    const own = validation(VALIDATED_AS[given.evidence.layer])
    return { ...told, changes: told.changes.map((one) => (one.page === VALIDATION ? own : one)) }
  }
  const { sentence, repair, type, page } = mistake
  const changes = repair === null ? [] : [{ kind: 'setting', sentence: repair, commands: [], page } as const]
  return { ...told, means: sentence, changes: [...changes, validation(type)] }
}

/** What the error is in words of its own, where no policy decides it: also where something was refused, but by no policy. */
function situationOf({ denial, error }: JudgedCase): SituationId | null {
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
  const { judged, notes, known } = heard
  const setting = refusingSetting(judged)
  if (setting !== null) {
    return {
      ...blank(judged),
      notGiven: [],
      basis: 'claimed',
      decision: 'none',
      layer: 'none',
      headline: HEADLINES.setting(setting),
      fact: factOf(judged, SETTING_MESSAGES.refused(setting), null),
      notes,
      said: SAID['not-by-policy'](),
      noPolicy: noPolicyOfSetting(judged, setting, SETTING_MESSAGES.refused(setting)),
    }
  }
  const id = situationOf(judged)
  if (id === null) return null
  const { decides, speaker, isUsual } = SITUATIONS[id]
  if (isUsual === true && isGivenFirst(judged)) return null
  const isOpen = decides === 'open'
  const against = againstSituation(judged, id)
  const said = saidOfSituation(judged, id)
  if (said === null) return null
  const mistake = mistakeOf(heard, id)
  const isOfNone = ({ layer }: Cause): boolean => layer === 'none'
  const possible = ranked(
    judged,
    // Where the service's words say that no policy decides, what policies could lack is no cause.
    known.causes.filter(
      (cause) =>
        cause.code !== id &&
        (isOfNone(cause) || ((isOpen || (isUsual === true && !isToldBeside(id))) && !isOfCredentials(id))),
    ),
  )
  // The headline says that no policy decides: what a policy could be all the same comes after what is of one mind with it.
  const causes = isOpen ? possible : [...possible.filter(isOfNone), ...possible.filter((cause) => !isOfNone(cause))]
  const [first] = causes
  if (isOpen && first !== undefined && isOfWrongCaller(first)) return tellWrongCaller(judged, first, causes)
  if (against !== null) {
    return {
      ...blank(judged),
      basis: 'open',
      decision: 'none',
      layer: 'none',
      headline: HEADLINES['not-as-usual'](),
      fact: factOf(judged, against, null),
      causes,
    }
  }
  const given = tellGiven(judged, id, causes)
  if (given !== null) return given
  const noPolicy = noPolicyOf(judged, id, causes)
  const named = { id, said, mistake, first }
  return {
    ...blank(judged),
    notGiven: [],
    basis: isOpen ? 'open' : isUsual ? 'likely' : 'claimed',
    decision: 'none',
    layer: 'none',
    headline:
      mistake === null
        ? HEADLINES.situation(situationTitle(said, situationFacts(judged)))
        : message(REFUSED_DOCUMENT.headline, { name: mistake.name }),
    ...(speaker !== undefined && { speaker }),
    fact: noPolicyFact(judged, named),
    said: isOpen || judgedBy(id) !== null ? blank(judged).said : SAID[saidBy(SITUATIONS[id])](),
    causes,
    ...(noPolicy !== null && !isOpen && { noPolicy: withMistake(judged, noPolicy, named) }),
  }
}

/** Everything that is given and known allows what AWS denied: what of it can be otherwise. */
const tellUnexplained: Teller = ({ judged, claim, notes, known }) => {
  if (!isJudgeable(judged) || judged.evaluation.decision !== 'allowed') return null
  if (claim === null && known.causes.some(isSupported)) return null
  // What AWS says can hold where the resource is in another account.
  if (claim?.state === 'narrowed') return null
  // What the text prints explains it.
  if (known.causes.some(isNotInEffect)) return null
  return {
    ...blank(judged),
    basis: 'open',
    decision: 'allowed',
    layer: 'none',
    headline: HEADLINES['allowed-and-denied'](headlineFacts(judged, null)),
    fact: factOf(judged, openSentence(judged), null),
    said: explainClaim(judged, claim).finding,
    causes: [...differences(judged, claim), ...ranked(judged, known.causes)],
    notes,
  }
}

/** What to fetch first where a denial does not even name the action. */
const firstFetch = ({ denial }: JudgedCase): keyof typeof FETCH_FIRST => {
  if (denial?.encodedMessageDamaged === true) return 'encoded-damaged'
  if ((denial?.encodedMessage ?? null) !== null) return 'encoded'
  const parts = [denial?.principal, denial?.action, denial?.resource, denial?.operation]
  return parts.every((part) => (part ?? null) === null) ? 'no-action' : 'action-hidden'
}

/** A sign of AWS in a text: any program can deny access in the same words. */
const OF_AWS = /aws|amazon|\barn:|\bS3\b|\bIAM\b|\bEC2\b|\bSTS\b|\bSDK\b/i

/** Does AWS show that it denied the call, by its code or its frame, or does the text name it? */
const isOfAws = ({ denial, accessCase: { error = '' } }: JudgedCase): boolean =>
  [denial?.errorCode, denial?.operation, denial?.service, denial?.requestId].some((part) => (part ?? null) !== null) ||
  OF_AWS.test(error)

const openHeadline = (judged: JudgedCase): Answer['headline'] => {
  const facts = headlineFacts(judged, null)
  const isDenied = awsDenied(judged)
  const parts = missingParts(judged)
  if (isDenied && facts.action === '') {
    const { operation = null, service: named = null, inferred } = judged.denial ?? {}
    const service = named ?? inferred?.service ?? null
    if (firstFetch(judged).startsWith('encoded')) return HEADLINES.encoded()
    if (operation !== null) return HEADLINES['operation-alone'](operation)
    return service === null
      ? HEADLINES[isOfAws(judged) ? 'no-action' : 'no-speaker']()
      : HEADLINES['service-alone'](service)
  }
  if (isDenied) return HEADLINES.unexplained(facts)
  if (isJudgeable(judged))
    return judged.evaluation.isLayerOpen === true ? HEADLINES['denied-somewhere'](facts) : HEADLINES.depends(facts)
  return parts.length === 3 ? HEADLINES['no-question']() : HEADLINES.incomplete()
}

/** Nothing can be said yet. */
const tellOpen = ({ judged, claim, notes }: Heard): Answer => {
  const isAsked = isJudgeable(judged)
  const isNothing = !awsDenied(judged) && missingParts(judged).length === 3
  const isUnnamed = awsDenied(judged) && judged.accessCase.request.action === ''
  return {
    ...blank(judged),
    basis: 'open',
    ...(isAsked ? decidedOf(judged, claim) : ({ decision: 'none', layer: 'none' } as const)),
    headline: openHeadline(judged),
    fact: isNothing ? null : factOf(judged, isUnnamed ? FETCH_FIRST[firstFetch(judged)]() : openSentence(judged), null),
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

/** What an answer is told from besides the judged case; each is found where it is not handed in. */
interface Found {
  /** What AWS says beside the policies here. */
  readonly claim?: ClaimReading | null
  readonly known?: KnownFacts
  readonly documentMistake?: FindDocumentMistake | undefined
}

/** Answers why AWS denied: what is proven, what AWS says, what is likely, or that nothing can be said yet. */
export const explainAnswer = (
  judged: JudgedCase,
  { claim: reading = readClaim(judged), known = NO_FACTS, documentMistake }: Found = {},
): Answer => {
  const claim = awsDenied(judged) ? reading : null
  const notes = notesOf(judged, decidedOf(judged, reading), reading)
  const heard = { judged, claim, notes, known, documentMistake }
  for (const tell of TELLERS) {
    const answer = tell(heard)
    if (answer === null) continue
    const stated = withStatedCause(judged, withPair(judged, answer, known))
    return { ...stated, causes: saidOnce(stated.causes) }
  }
  return withPair(judged, tellOpen(heard), known)
}
