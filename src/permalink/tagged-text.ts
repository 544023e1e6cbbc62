/**
 * A list of records as one text: each record is a tag, one control character, and the text up to the next tag. Control
 * characters and lone surrogates inside a text are escaped, so that any text comes back as it was.
 */

/** One record: what it is, and its text. */
export interface TextRecord {
  readonly tag: string
  readonly text: string
}

const ESCAPE = '\x1b'

/** Tab, line feed and carriage return are ordinary text. */
const isTag = (code: number) => code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 27
const isReserved = (code: number) => isTag(code) || code === 27

/** Can this character stand for a kind of record? */
export function isTagCharacter(char: string): boolean {
  return char.length === 1 && isTag(char.charCodeAt(0))
}

function isLoneSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0xd800 || code > 0xdfff) return false
  if (code >= 0xdc00) {
    const before = text.charCodeAt(at - 1)
    return !(before >= 0xd800 && before < 0xdc00)
  }
  const after = text.charCodeAt(at + 1)
  return !(after >= 0xdc00 && after <= 0xdfff)
}

/** A text without tags: a control character becomes escape and a letter, half a surrogate pair its number. */
export function escapeText(text: string): string {
  let out = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const lone = code >= 0xd800 && isLoneSurrogate(text, at)
    if (!isReserved(code) && !lone) continue
    out += text.slice(from, at) + ESCAPE + (lone ? `u${code.toString(16)}` : String.fromCharCode(code + 64))
    from = at + 1
  }
  return out + text.slice(from)
}

/** The text that was escaped; null where an escape is none that `escapeText` writes. */
export function unescapeText(text: string): string | null {
  let out = ''
  let from = 0
  for (;;) {
    const at = text.indexOf(ESCAPE, from)
    if (at < 0) return out + text.slice(from)
    out += text.slice(from, at)
    if (text[at + 1] === 'u') {
      const number = text.slice(at + 2, at + 6)
      if (!/^d[89a-f][\da-f]{2}$/.test(number)) return null
      out += String.fromCharCode(parseInt(number, 16))
      from = at + 6
    } else {
      const code = text.charCodeAt(at + 1) - 64
      if (!(code >= 0 && isReserved(code))) return null
      out += String.fromCharCode(code)
      from = at + 2
    }
  }
}

/** The records one after the other; their texts are escaped already. */
export function writeRecords(records: readonly TextRecord[]): string {
  return records.map(({ tag, text }) => tag + text).join('')
}

/** The records of a text; null where it does not begin with a tag. */
export function readRecords(text: string, isTagOf: (char: string) => boolean): TextRecord[] | null {
  const records: TextRecord[] = []
  let tag = text.slice(0, 1)
  if (text !== '' && !isTagOf(tag)) return null
  let from = 1
  for (let at = 1; at <= text.length; at++) {
    const char = text[at]
    if (char !== undefined && !isTagOf(char)) continue
    if (tag !== '') records.push({ tag, text: text.slice(from, at) })
    tag = char ?? ''
    from = at + 1
  }
  return records
}
