import type { Span } from '../text/span'
import { unescapeRun } from '../text/unescape-run'
import { labelBefore } from './credential-labels'

/** What a line ends with, where it could be a value that is still being written, and a part of what announces one. */
const LAST_WORD = /[\w+/=~.%-]{1,64}$/gm
const ANNOUNCED = /secret|token|signature|pass|key|bearer|basic|authorization|saml|plaintext|\bsig\b|A[KS]IA/i
const REACH = 160
/** What stands between a name and its value: a sign, or nothing but blanks behind a name that is no word of a sentence. */
const SIGN = /[:=>"'`|]\s{0,8}["'`]?$/
const CODED_NAME = /(?:[a-z][A-Z]|_|\w-\w)[\w-]{0,40}\s{1,8}$/
/** Values that say that there is none, or that name where it is. */
const NO_VALUE = /^(?:null|none|true|false|undefined|no|yes|[a-z]+\.[\w.]+)$/i
/** Where a name is part of something else: of an ARN, or of the key of a condition. */
const NO_NAME = /(?:arn:[^\s"']*|\/[\w-]{0,48}["'`]?\s{0,4}[:=]\s{0,4}["'`]?)$/

/** Values that a name announces as secret and that are not written to their end: too short yet to be told from a word. */
export function unfinishedCredentials(text: string): readonly Span[] {
  const found: Span[] = []
  for (const { 0: word, index } of text.matchAll(LAST_WORD)) {
    const written = text.slice(Math.max(0, index - REACH), index)
    if (!ANNOUNCED.test(written) || NO_VALUE.test(word)) continue
    const before = unescapeRun(written).text
    if (NO_NAME.test(before) || !(SIGN.test(before) || CODED_NAME.test(before))) continue
    if (labelBefore(before) !== null) found.push([index, index + word.length])
  }
  return found
}
