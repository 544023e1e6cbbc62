import { lineAbove } from '../../iam/credential-blocks'
import { continuedSecret, findCredentials } from '../../iam/find-credentials'
import { isRandom } from '../../iam/is-random'
import { surelyNoCredentials } from '../../iam/surely-no-credentials'
import { unfinishedCredentials } from '../../iam/unfinished-credentials'
import type { Span } from '../../text/span'

/** A paste that is nothing but one value, as the access portal copies them: a secret access key, or a session token. */
const BARE_KEY = /^[a-z\d/+]{40}$/i
const BARE_TOKEN = /^(?:IQoJb3JpZ2lu|FwoG|FQoG|AQoD)[\w/+=%-]{80,}$/

function isBareSecret(text: string): boolean {
  const isKey = BARE_KEY.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text)
  return isKey || BARE_TOKEN.test(text)
}

/** Stands where a secret was. */
export const REMOVED = '[removed]'

/** A text without its secrets, and how many there were. */
export interface MaskedText {
  readonly text: string
  readonly removed: number
}

/** What stood far from a name is near it once a long secret between them is gone: so often it is looked for again. */
const MOST_LOOKS = 4

/** Takes credentials out of a text: secret access keys, session tokens, signatures, private keys. Access key ids stay. Done again, it changes nothing. */
export function maskCredentials(text: string): MaskedText {
  if (surelyNoCredentials(text)) return { text, removed: 0 }
  if (isBareSecret(text.trim())) return { text: REMOVED, removed: 1 }
  let [left, removed] = [text, 0]
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const spans = findCredentials(left)
    if (spans.length === 0) break
    left = replaceSpans(left, spans)
    removed += spans.length
  }
  return { text: left, removed }
}

/** The same for what is kept or leaves the page: of a value that is being written, nothing goes along either. */
export function maskForKeeping(text: string): MaskedText & { readonly isClean: boolean } {
  const masked = maskCredentials(text)
  const spans = unfinishedCredentials(masked.text)
  return {
    text: replaceSpans(masked.text, spans),
    removed: masked.removed + spans.length,
    // Nothing but what is still being written was taken out.
    isClean: masked.removed === 0,
  }
}

/** Is it known of a text that it was looked through, and that no secret is in it? */
export type KnownClean = (text: string) => boolean

const NOT_KNOWN: KnownClean = () => false

/**
 * The same for a text that takes the place of another, a key or a paste later: what follows at once where a piece of a secret
 * was taken out belongs to it, also in the next line of one that is wrapped.
 */
export function maskTyped(before: string, after: string, isClean: KnownClean = NOT_KNOWN): MaskedText {
  const [start, stop] = addedPart(before, after)
  const removedAt = start === stop ? -1 : after.lastIndexOf(REMOVED, start - REMOVED.length)
  const at = removedAt + REMOVED.length
  const spans = removedAt === -1 ? [] : continuedSecret(after, at, stop)
  if ((spans.at(-1)?.[1] ?? 0) <= start)
    return isClean(after) ? { text: after, removed: 0 } : withoutLinesAbove(maskCredentials(after))
  // What follows at once is part of the piece that is gone already.
  const joined =
    spans[0]![0] === at
      ? replaceSpans(after, [[at - REMOVED.length, spans[0]![1]], ...spans.slice(1)])
      : replaceSpans(after, spans)
  const masked = maskCredentials(joined)
  return withoutLinesAbove({ text: masked.text, removed: masked.removed + spans.length })
}

const LINE_ABOVE = lineAbove(REMOVED)

/** Lines of a key that was typed, of which a later one was taken for a secret first. */
function withoutLinesAbove({ text, removed }: MaskedText): MaskedText {
  if (removed === 0) return { text, removed }
  let [left, count] = [text, 0]
  for (let before = ''; before !== left;) {
    before = left
    left = left.replace(LINE_ABOVE, (line) => {
      if (!isRandom(line)) return line
      count += 1
      return REMOVED
    })
  }
  return { text: left, removed: removed + count }
}

/** Where a text differs from the one before it. */
function addedPart(before: string, after: string): Span {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  return [head, after.length - tail]
}

function replaceSpans(text: string, spans: readonly Span[]): string {
  let at = 0
  const pieces = spans.map(([start, end]) => {
    const piece = `${text.slice(at, start)}${REMOVED}`
    at = end
    return piece
  })
  return `${pieces.join('')}${text.slice(at)}`
}
