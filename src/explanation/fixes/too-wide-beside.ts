import type { Fix } from '../explanation'
import type { GateReason } from '../messages/fix-gates'
import type { GateId } from './fix-gate'

/** A gate that a fix failed. */
export interface FailedGate {
  readonly gate: GateId
  readonly reason: GateReason
  readonly then: 'left out' | 'last'
}

/** A fix with the gates that it fails. */
export interface Judged {
  readonly fix: Fix
  readonly failed: readonly FailedGate[]
}

const takesServiceOut = ({ failed }: Judged): boolean => failed.some(({ reason }) => reason === 'takes-service-out')

/** Does a fix free a whole service, where another one of its layer frees less of it? */
export const isTooWideBeside = (judged: readonly Judged[], one: Judged): boolean =>
  takesServiceOut(one) &&
  judged.some((other) => {
    const isOffered = other.failed.every(({ then }) => then === 'last')
    return other.fix.layer === one.fix.layer && isOffered && !takesServiceOut(other)
  })
