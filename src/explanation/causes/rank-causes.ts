import { isProviderAction } from '../../iam/trust-actions'
import { type Denial, howDenied } from '../../denial/denial'
import { SPEAKS } from '../messages/answers'
import type { JudgedCase } from '../judged-case'
import type { ShownHere } from '../../knowledge/find-shown-facts'
import type { Cause, Ground } from '../answer'
import type { KnowledgeRow } from '../../knowledge/knowledge'
import { KNOWLEDGE } from '../../knowledge/likely-causes'
import { own } from '../../text/own'
import { isOfWrongCaller } from './call-first'
import { byTheText, isOfUnnamedKey, shownOf, shownWords } from './by-the-text'

/** How likely each kind of cause is; the order is what counts, not the figures. */
const WEIGHTS: Readonly<Record<Ground, number>> = {
  claimed: 200,
  'call-shown': 110,
  'check-shown': 105,
  shown: 100,
  'fact-shown': 92,
  'deny-matches': 90,
  'unseen-half': 88,
  'deny-of-token': 86,
  'fact-supported': 85,
  'shown-apart': 84,
  'unseen-spoken-of': 80,
  'open-allow': 70,
  'open-deny': 60,
  'unseen-first': 50,
  'open-effect': 45,
  'shown-beside': 45,
  'unseen-second': 40,
  'open-resource': 38,
  'fact-possible': 25,
  'unseen-deny': 22,
  'unseen-account': 21,
}

/** A Deny is likelier where AWS speaks of one, and unlikely where its sentence speaks of none. */
const DENY_CLAIMED = 60
const DENY_NOT_NAMED = -40

/** What the evaluation or the text refutes comes after everything that can be so. */
const REFUTED = -1000

/** What the text shows besides weighs more than what is usual, and less than what a policy shows. */
const SHOWN_FOR = 30
const SHOWN_AGAINST = -70

/** What STS says of a token names no reason, whatever denied. */
const isOfToken = ({ action }: Denial): boolean => isProviderAction(action ?? '')

/** Does a service say in words of its own that it was refused, without what IAM says of a request? */
const isInOwnWords = ({ situation, action }: Denial): boolean => situation !== undefined && action === null

/**
 * Does AWS's message say how it denied, so that a Deny would have been named? To a caller of another account a message that
 * gives no reason says nothing of that: the policies of one organization are not told to another. Nor do a service's own words,
 * which name no action.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
export const namesNoDeny = ({ denial, evaluation }: JudgedCase): boolean =>
  denial?.kind === 'denial' &&
  howDenied(denial) !== 'explicitDeny' &&
  !isOfToken(denial) &&
  !isInOwnWords(denial) &&
  !(howDenied(denial) === null && evaluation.relation === 'crossAccount')

/** What AWS's words say for and against a Deny. */
export const denyGrounds = (judged: JudgedCase): Pick<Cause, 'speaksFor' | 'speaksAgainst'> => ({
  speaksFor: howDenied(judged.denial) === 'explicitDeny' ? [SPEAKS['deny-claimed']()] : [],
  speaksAgainst: namesNoDeny(judged) ? [SPEAKS['no-deny-named']()] : [],
})

const ofDeny: ReadonlySet<Ground> = new Set<Ground>([
  'deny-matches',
  'deny-of-token',
  'open-deny',
  'open-effect',
  'unseen-deny',
])

/** Does it tell of a Deny: one that may match, or why one does? */
const tellsOfDeny = ({ ground, decision }: Cause): boolean =>
  ofDeny.has(ground) || ((ground === 'fact-shown' || ground === 'call-shown') && decision === 'explicitDeny')

const denyWeight = (judged: JudgedCase, cause: Cause): number => {
  if (!tellsOfDeny(cause)) return 0
  const { denial } = judged
  const how = howDenied(denial)
  if (how === 'explicitDeny') return DENY_CLAIMED
  // A message that says nothing of how it denied leaves a Deny that is here as likely as it was.
  if (denial !== null && how === null && cause.ground === 'open-deny') return 0
  // Why it applies stands just before that it can.
  if (denial !== null && how === null && cause.ground === 'fact-shown')
    return WEIGHTS['open-deny'] + 1 - WEIGHTS['fact-shown']
  return namesNoDeny(judged) ? DENY_NOT_NAMED : 0
}

/** What nothing shows that the call does comes after what a policy here can do to it. */
const UNSEEN = -30

/** A slip in a policy that is here comes before what the words of a service let suppose. */
const SLIP = 20

const isSlip = ({ code }: Cause): boolean => own<KnowledgeRow>(KNOWLEDGE, code)?.isSlip === true

/** Whose call it is comes before what a text shows of things: with other credentials all of that is another question. */
const OF_CALLER = 10

const weightOf = (judged: JudgedCase, cause: Cause): number =>
  WEIGHTS[cause.ground] +
  (isSlip(cause) ? SLIP : 0) +
  (cause.ground === 'call-shown' && isOfWrongCaller(cause) ? OF_CALLER : 0) +
  denyWeight(judged, cause) +
  (cause.lift ?? 0) +
  (cause.isUnseen && cause.ground === 'fact-supported' ? UNSEEN : 0) +
  (cause.isRefuted ? REFUTED : 0)

/** What the text shows of a cause tells those of one ground apart. */
const CLUE = 1 / 1000

/** What the text itself suggests is told though it is refuted, last and with what refutes it; the rest says nothing. */
const TOLD_REFUTED: ReadonlySet<Ground> = new Set<Ground>(['fact-supported', 'unseen-spoken-of'])

/** What AWS says, or the call that the text shows, no other words of the text refute. */
const SURE: ReadonlySet<Ground> = new Set<Ground>(['claimed', 'call-shown'])

/** A cause with what the text shows for and against it. */
function judgedByText(judged: JudgedCase, cause: Cause, shown: readonly ShownHere[]): Cause {
  // Nothing is judged twice.
  if (cause.lift !== undefined || SURE.has(cause.ground)) return cause
  if (isOfUnnamedKey(judged, cause)) return { ...cause, lift: SHOWN_AGAINST }
  const { refutes, weakens, speaksFor } = byTheText(judged, cause, shown)
  if (refutes.length + weakens.length + speaksFor.length === 0) return cause
  const { run, ...told } = cause
  return {
    ...told,
    // What is not so has nothing that shows or repairs it.
    ...(refutes.length > 0
      ? { isRefuted: true, isRefutedByText: true, check: null, remedy: [], statements: [] }
      : run && { run }),
    ground: cause.ground === 'fact-possible' && speaksFor.length > 0 ? 'fact-supported' : cause.ground,
    lift: (speaksFor.length > 0 ? SHOWN_FOR : 0) + (weakens.length > 0 ? SHOWN_AGAINST : 0),
    speaksFor: [...cause.speaksFor, ...speaksFor.map(shownWords)],
    speaksAgainst: [...cause.speaksAgainst, ...[...refutes, ...weakens].map(shownWords)],
  }
}

/** Causes that are told at most. */
const MOST_CAUSES = 6

/** What only fits such calls, in another layer than that of a Deny which matches: it would open what the Deny still denies. */
const isIdleBeside = (deny: Cause, { ground, layer }: Cause): boolean =>
  (ground === 'fact-supported' || ground === 'fact-possible') && layer !== deny.layer && layer !== 'none'

/** Ranks causes, the likeliest first: the one order of all of them, whoever gives them. */
export const ranked = (judged: JudgedCase, causes: readonly Cause[]): readonly Cause[] => {
  const shown = shownOf(judged)
  const order = causes
    .map((cause) => judgedByText(judged, cause, shown))
    .filter((cause) => !cause.isRefuted || cause.isRefutedByText === true || TOLD_REFUTED.has(cause.ground))
    .map((cause) => ({ cause, weight: weightOf(judged, cause) + CLUE * cause.weight }))
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ cause }) => cause)
  const [first] = order
  const told = first?.ground === 'deny-matches' ? order.filter((one) => !isIdleBeside(first, one)) : order
  return told.slice(0, MOST_CAUSES)
}
