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
import { isOfWrongCaller } from './call-first'
import { saidOfSituation, type JudgedCase } from '../judged-case'
import type { AnswerFact, Cause } from '../answer'
import type { NoPolicy } from '../no-policy'
import { isSupported } from './known-facts'
import { isGivenFirst } from './less-than-given'
import { malformedPolicy } from './malformed-policy'
import { situationOf } from './named-situation'
import { tellGiven } from './tell-given'
import { againstSituation } from './by-the-text'
import { ranked } from './rank-causes'
import { type Heard, type Teller, blank, factOf } from './answer-parts'
import { isOfDocument, type DocumentMistake } from './refused-document'
import { isOfCredentials, noPolicyOf, noPolicyOfSetting, situationFacts, tellWrongCaller } from './tell-no-policy'

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
export const tellNoPolicy: Teller = (heard) => {
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
