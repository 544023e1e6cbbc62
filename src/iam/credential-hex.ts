import type { Span } from '../text/span'
import { isRandom } from './is-random'

/** Bytes as hexadecimal digits: together, or with a blank, a colon, or a comma and `0x` between two. */
const BYTES = /(?<![\da-f])(?:(?:0x)?[\da-f]{2}(?:[ :]|, ?|\\x)?){40,}(?![\da-f])/gi
const LABEL = /secret|token|password|private/i
/** How far before the bytes a name for a secret is looked for. */
const REACH = 80

const isPrintable = (text: string) => /^[\x20-\x7e\t\r\n]+$/.test(text)
const isKey = (text: string) => /^[a-z\d+/]{40}$/i.test(text) && isRandom(text)

/** What the digits write, where it is plain text; null for other bytes. */
function textOfHex(digits: string): string | null {
  const pairs = digits.replace(/0x|\\x/gi, '').match(/[\da-f]{2}/gi) ?? []
  const text = pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('')
  return isPrintable(text) ? text : null
}

/** Secrets that are written byte by byte: a secret access key, or a text that names one. */
export function* hexSecrets(text: string): Iterable<Span> {
  for (const { 0: digits, index } of text.matchAll(BYTES)) {
    const inside = textOfHex(digits.slice(0, 4000))
    if (inside === null) continue
    const isNamed = LABEL.test(text.slice(Math.max(0, index - REACH), index)) || LABEL.test(inside)
    if (isNamed || isKey(inside.trim())) yield [index, index + digits.trimEnd().length]
  }
}
