import type { JudgedCase } from '../judged-case'
import type { ClaimReading } from '../words/claim-reading'
import { isRead } from '../words/claim-reading'
import type { Cause } from '../answer'
import type { UnderClaim } from './answer-parts'
import { checkOfWords } from './deciding-check'
import { differences, otherPolicies } from './differences'
import { openAllow, openDeny } from './given-causes'
import { lacksAnyway, nearlyAllowed, shownMissing } from './lacking-layer'
import { ranked } from './rank-causes'

/** What remains under AWS's claim: the Denies that can be it, or the Allows that then did not apply. */
const remainingCauses = (judged: JudgedCase, { result, how, state, remaining }: ClaimReading): readonly Cause[] => {
  if (result === null) return []
  // AWS says that nothing of it allows, and no statement of it can: then that is what its policies lack.
  if (how === 'implicitDeny' && state === 'narrowed' && remaining.length === 0 && isRead(result))
    return [shownMissing(judged, result)]
  const tell = how === 'explicitDeny' ? openDeny : openAllow
  const open = ranked(
    judged,
    remaining.map((statement) => tell(judged, result, statement)),
  )
  // Without the Deny it would still allow nothing.
  return how === 'explicitDeny' && lacksAnyway(result) ? [...open, shownMissing(judged, result)] : open
}

/** What the policies given here leave of AWS's word. */
export const underClaim = (judged: JudgedCase, reading: ClaimReading): UnderClaim => {
  const { state, how, layer, result } = reading
  return {
    // More than one policy can hang there, so that a Deny of another one is no contradiction.
    shown:
      state === 'contradicts'
        ? [...otherPolicies(judged, reading), ...differences(judged, reading)]
        : remainingCauses(judged, reading),
    beside: layer === 'identity' && how === 'implicitDeny' ? nearlyAllowed(judged) : null,
    question: layer === 'trust' && state === 'notGiven' ? checkOfWords(judged) : null,
    isLacking: how === 'explicitDeny' && result !== null && lacksAnyway(result),
  }
}
