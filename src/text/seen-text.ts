import { chainSpliced, spliceText, type SplicedText } from './spliced-text'

/** Colours of terminals, also where they lost their escape, and characters that take no room: those of which texts of Windows have one between any two, too. */
const UNSEEN =
  /[\0\u{ad}\u{200b}-\u{200f}\u{2060}-\u{2064}\u{feff}]|[\^\p{Cc}\u{2190}\u{241b}]?\[(?:[0134]\d?|9\d)?(?:;\d{1,3}){0,4}m(?!\])/gu

/** The same as JSON, shells and URLs escape them. */
const UNSEEN_ESCAPED =
  /(?:(?:\\|%5c){1,8}(?:u001b|x1b|0?33|e)|#033|%1b)(?:\[|%5b)[\d;]{0,16}m|(?:\\|%5c){1,8}u(?:00ad|200[b-f]|206[0-4]|feff)|%c2%ad|%e2%80%8[b-f]|%e2%81%a[0-4]|%ef%bb%bf/gi

const without = (text: string, pattern: RegExp): SplicedText =>
  spliceText(
    text,
    [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ span: [index, index + length], text: '' })),
  )

/** A text as the eye has it: what nobody sees could stand in the middle of a word, which a search then misses. */
export function seenText(text: string): SplicedText {
  const escaped = without(text, UNSEEN_ESCAPED)
  return chainSpliced(escaped, without(escaped.text, UNSEEN))
}
