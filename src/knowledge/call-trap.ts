import { claimedLayer } from '../denial/denial'
import type { Layer } from '../iam/layers'
import { CALL_TRAPS, type CallTrapId } from './call-traps'
import type { Observation, RowMatch } from './knowledge'
import { matchOfRow } from './match-of-row'

/** What tells one mistake of a call from another. */
interface CallTrap extends Pick<RowMatch<CallTrapId>, 'id' | 'for' | 'facts'> {
  readonly strength: 'shown' | 'supported'
  /** The layer that lacks the Allow, where it is not the one that AWS names. */
  readonly layer?: Layer
}

/** A mistake in the call itself, for which nothing allows what was asked. */
export const callTrap = (
  seen: Observation,
  { layer = claimedLayer(seen.denial) ?? 'identity', ...trap }: CallTrap,
): RowMatch<CallTrapId> => matchOfRow(seen, CALL_TRAPS[trap.id], { ...trap, layer, decision: 'implicitDeny' })
