import type { Denial } from './denial'
import { readWindow } from './read-window'
import type { PlainText } from '../medium/plain-text'
import { rangeOf } from '../text/mapped-text'
import { onlyOne } from '../text/only-one'

/** Codes that say nothing of the caller's permissions: they can come before these are looked at. */
const BEFORE_PERMISSIONS =
  /throttl|too-?many|rate|limit|timeout|unavailable|internal|slow-?down|expired|signature|token|clock/i

/** Longer texts are logs of many runs, whose last one is nobody's question. */
const LONGEST = 60_000

/** That what follows is the answer to a call that was changed by hand. */
const OF_CHANGED_CALL = /\b(?:without|instead|(?:if|when)\s(?:I|we|you))\b/i

/** Does the line that has the answer say, before it, that another call got it? */
function isOfChangedCall({ text }: PlainText, at: number): boolean {
  return OF_CHANGED_CALL.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at).slice(0, 300))
}

const timeOf = ({ times }: Denial): string | null => times?.last ?? null

/**
 * The answer that the same operation got after its last refusal, where that one is none: by then the permissions were enough, as
 * a condition, a lock or the state of a thing is looked at behind them. Null: the refusals are the last that is told.
 */
export function answeredLater(plain: PlainText, denials: readonly Denial[]): Denial | null {
  if (plain.text.length > LONGEST) return null
  const operation = onlyOne(denials.map((one) => one.operation))
  const end = Math.max(...denials.map(({ span }) => span[1]))
  const [from] = rangeOf(plain, [end, end + 1])
  if (operation === undefined || operation === null || !plain.text.slice(from).includes(operation)) return null
  const reading = readWindow(plain, [from, plain.text.length])
  const isRefusal = ({ denial }: (typeof reading.candidates)[number]): boolean =>
    denial.kind === 'denial' || denial.operation === operation
  const other = reading.candidates.some(isRefusal) ? null : reading.other()
  if (other?.kind !== 'not-authorization' || other.situation === undefined || other.operation !== operation) return null
  if (other.errorCode === null || BEFORE_PERMISSIONS.test(other.errorCode)) return null
  const [answeredAt] = rangeOf(plain, other.span)
  if (isOfChangedCall(plain, answeredAt)) return null
  const [first, last] = [denials.map(timeOf).find((one) => one !== null) ?? null, timeOf(other)]
  return first !== null && last !== null && last < first ? null : other
}
