import { serviceOfAction } from '../../iam/action'
import type { SituationAnswer, SituationShape } from '../../facts/situations/situation-row'
import { meansOf, situationTitle } from '../words/kind-words'
import { judgedBy, SITUATIONS, type SituationId } from '../../facts/situations/situations'
import { isToldBeside } from '../../facts/situations/beside/shown-beside'
import { VALIDATED_AS } from '../../facts/document-calls'
import { HEADLINES, SAID } from '../messages/answers'
import { SETTING_MESSAGES } from '../messages/block-public-access'
import { refusingSetting } from '../words/block-public-access'
import { REFUSED_DOCUMENT } from '../messages/refused-document'
import { literal } from '../steps/script'
import { message } from '../../text/message'
import { toRun, type Instruction } from '../instruction'
import { readClaim, type ClaimReading } from '../words/claim-reading'
import { isOfWrongCaller } from './call-first'
import { decidedOf } from './decided'
import { notesOf } from './notes'
import { awsDenied, saidOfSituation, type JudgedCase } from '../judged-case'
import type { Answer, AnswerFact, Cause } from '../answer'
import type { NoPolicy } from '../no-policy'
import { isSupported, NO_FACTS, type KnownFacts } from './known-facts'
import { againstSituation } from './by-the-text'
import { ranked } from './rank-causes'
import { saidOnce, withStatedCause } from './stated-cause'
import { withPair } from './with-pair'
import { type Heard, type Teller, type Telling, blank, factOf } from './answer-parts'
import { isOfDocument, type DocumentMistake, type FindDocumentMistake } from './refused-document'
import { isOfCredentials, noPolicyOf, noPolicyOfSetting, situationFacts, tellWrongCaller } from './tell-no-policy'
import { tellClaimed } from './tell-claimed'

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
const noPolicyFact = ({ judged, telling }: Heard, { id, said, mistake, first }: NamedSituation): AnswerFact => {
  if (mistake !== null) return factOf(judged, mistake.sentence, null)
  // What AWS's own words say of the document comes before what is found in it.
  if (id === 'policy-document' && first !== undefined && isSupported(first))
    return factOf(judged, first.sentence, first.evidence)
  const given = id === 'policy-document' ? telling?.malformedPolicy(judged) : null
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
const withMistake = ({ judged, telling }: Heard, told: NoPolicy, { id, mistake }: NamedSituation): NoPolicy => {
  if (mistake === null) {
    const given = id === 'policy-document' ? telling?.malformedPolicy(judged) : null
    if (!given) return told
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
  const { judged, notes, known, telling } = heard
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
  if (isUsual === true && telling?.isGivenFirst(judged) === true) return null
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
  const given = telling?.tellGiven(judged, id, causes) ?? null
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
    fact: noPolicyFact(heard, named),
    said: isOpen || judgedBy(id) !== null ? blank(judged).said : SAID[saidBy(SITUATIONS[id])](),
    causes,
    ...(noPolicy !== null && !isOpen && { noPolicy: withMistake(heard, noPolicy, named) }),
  }
}

/** What an answer is told from besides the judged case; each is found where it is not handed in. */
interface Found {
  /** What AWS says beside the policies here. */
  readonly claim?: ClaimReading | null
  readonly known?: KnownFacts
  readonly documentMistake?: FindDocumentMistake | undefined
  readonly telling?: Telling | undefined
}

/** What the error says itself, and AWS in it. */
const BARE = { beforeClaim: [], afterClaim: [] } as const satisfies Partial<Telling>

/**
 * Answers why AWS denied: what is proven, what AWS says, what is likely, or that nothing can be said yet. The first kind that
 * has something to say is the answer; null: what could say it is not here.
 */
export const explainAnswer = (
  judged: JudgedCase,
  { claim: reading = readClaim(judged), known = NO_FACTS, documentMistake, telling }: Found = {},
): Answer | null => {
  const claim = awsDenied(judged) ? reading : null
  const notes = notesOf(judged, decidedOf(judged, reading), reading, telling)
  const heard = { judged, claim, notes, known, documentMistake, telling }
  const { beforeClaim, afterClaim } = telling ?? BARE
  for (const tell of [tellNoPolicy, ...beforeClaim, tellClaimed, ...afterClaim]) {
    const answer = tell(heard)
    if (answer === null) continue
    const stated = withStatedCause(judged, withPair(judged, answer, known), telling)
    return { ...stated, causes: saidOnce(stated.causes) }
  }
  return null
}
