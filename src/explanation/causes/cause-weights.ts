import type { LikelyCause } from '../explanation'
import { SPEAKS } from '../messages/answers'
import type { Situation } from '../situation'
import type { Cause } from '../answer'

/** A cause with its weight: the more, the likelier. */
export interface Weighed {
  readonly cause: Cause
  readonly weight: number
}

/** How likely each kind of cause is; the order is what counts, not the figures. */
export const WEIGHTS = {
  shownMissing: 100,
  shownBeside: 45,
  knownSupported: 85,
  openAllow: 70,
  openDeny: 60,
  openEffect: 45,
  unseenFirst: 50,
  unseenSecond: 40,
  unseenDeny: 22,
  knownPossible: 25,
} as const

/** A Deny is likelier where AWS speaks of one, and unlikely where its sentence speaks of none. */
const DENY_CLAIMED = 60
const DENY_NOT_NAMED = -40

/** Does AWS's message say how it denied, so that a Deny would have been named? */
export const namesNoDeny = ({ denial }: Situation): boolean =>
  denial?.kind === 'denial' && denial.decision !== 'explicit'

/** How much likelier or less likely a Deny is by what AWS says. */
export const denyWeight = (situation: Situation): number => {
  if (situation.denial?.decision === 'explicit') return DENY_CLAIMED
  return namesNoDeny(situation) ? DENY_NOT_NAMED : 0
}

/** What AWS's words say for and against a Deny. */
export const denyGrounds = (situation: Situation): Pick<Cause, 'speaksFor' | 'speaksAgainst'> => ({
  speaksFor: situation.denial?.decision === 'explicit' ? [SPEAKS['deny-claimed']()] : [],
  speaksAgainst: namesNoDeny(situation) ? [SPEAKS['no-deny-named']()] : [],
})

/** A cause that the tables know for such a call. */
export const knownCause = ({ strength, check, ...known }: LikelyCause): Weighed => ({
  weight: strength === 'supported' ? WEIGHTS.knownSupported : WEIGHTS.knownPossible,
  cause: {
    ...known,
    evidence: null,
    check: check && { sentence: [], command: check, isPasted: true },
  },
})

/** Causes that are told at most. */
const MOST_CAUSES = 6

/** Ranks causes, the likeliest first. */
export const ranked = (weighed: readonly Weighed[]): readonly Cause[] =>
  weighed
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_CAUSES)
    .map(({ cause }) => cause)
