import { BEFORE_ROLE_NAME } from '../../iam/arn-in-text'
import { lastInPath } from '../../iam/arn'
import { own } from '../../text/own'

/** What a text calls the place that it gives a role, and the role’s name. */
const PLACED = new RegExp(
  String.raw`((?:eks\.amazonaws\.com\/)?\w{0,30}[-_]?role(?:[-_]?arn|[-_]?name)?)\\?["']?\s{0,3}[:=]\s{0,3}[\\"']{0,2}(?:${BEFORE_ROLE_NAME})?([\w+=,.@-]{2,64}[\w+=@-])`,
  'gi',
)
const MOST_TEXT = 20_000

/** What else the role of a place is called after, where the place has no word of its own. */
const CALLED: Readonly<Record<string, RegExp>> = { 'eks.amazonaws.com/': /operator|controller|manager|irsa|pod/i }

/** How many letters of a word names shorten it to: exec, task, job, node. */
const LETTERS = 4

/** A template says of every role what it is called: that is no place. */
const NAME_ALONE = /^role[-_]?name$/i

/** The place that a text gives a role; null: none, or several. */
export function placeOfRole(text: string, role: string): string | null {
  const slots = [...text.slice(0, MOST_TEXT).matchAll(PLACED)].flatMap(([, slot = '', name = '']) =>
    name.toLowerCase() === role.toLowerCase() && !NAME_ALONE.test(slot) ? [slot] : [],
  )
  const [slot, ...others] = new Set(slots)
  return others.length > 0 ? null : (slot ?? null)
}

/** Is a role called after a place? */
const isCalledAfter = (role: string, slot: string): boolean => {
  const [before = ''] = slot.toLowerCase().split(/[-_]?role/)
  const called = own(CALLED, before)
  const word = lastInPath(before).slice(0, LETTERS)
  return called?.test(role) ?? (word.length > 2 && role.toLowerCase().includes(word))
}

/** Do two roles stand in each other’s places, by what they are called after? */
export const areExchanged = (
  one: { readonly slot: string; readonly role: string },
  other: { readonly slot: string; readonly role: string },
): boolean =>
  one.slot !== other.slot &&
  ((isCalledAfter(other.role, one.slot) && !isCalledAfter(one.role, one.slot)) ||
    (isCalledAfter(one.role, other.slot) && !isCalledAfter(other.role, other.slot)))
