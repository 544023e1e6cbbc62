import type { Fix } from '../explanation'
import type { UnmetReason } from '../messages/unmet-standards'
import type { FixStandard } from './fix-standard'

/** A standard that a fix doesn’t meet. */
export interface UnmetStandard {
  readonly standard: FixStandard
  readonly reason: UnmetReason
  readonly then: 'left out' | 'last'
}

/** A fix with the standards that it doesn’t meet. */
export interface Judged {
  readonly fix: Fix
  readonly failed: readonly UnmetStandard[]
}

const takesServiceOut = ({ failed }: Judged): boolean => failed.some(({ reason }) => reason === 'takes-service-out')

/** Does a fix free a whole service, where another one of its layer frees less of it? */
export const isTooWideBeside = (judged: readonly Judged[], one: Judged): boolean =>
  takesServiceOut(one) &&
  judged.some((other) => {
    const isOffered = other.failed.every(({ then }) => then === 'last')
    return other.fix.layer === one.fix.layer && isOffered && !takesServiceOut(other)
  })
