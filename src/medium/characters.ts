import { own } from '../text/own'
import type { Edit } from '../text/mapped-text'

/** HTML's names for characters, as pages and trackers show a message. */
export const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
  '#10': '\n',
  '#34': '"',
  '#39': "'",
  '#039': "'",
  '#47': '/',
  '#58': ':',
  '#61': '=',
  '#96': '`',
  '#160': ' ',
  '#x22': '"',
  '#x27': "'",
  '#x2f': '/',
  '#x2F': '/',
  '#x3D': '=',
  '#x60': '`',
}

/** Characters of other keyboards and of word processors, and the plain ones that AWS wrote. */
export const PLAIN_CHARACTERS: Readonly<Record<string, string>> = {
  '\u00A0': ' ',
  '\u2007': ' ',
  '\u202F': ' ',
  '\u3000': ' ',
  '\u00AD': '',
  '\u200B': '',
  '\u200C': '',
  '\u200D': '',
  '\u200E': '',
  '\u2060': '',
  '\uFEFF': '',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\uFF02': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u2026': '...',
  '\uFF08': '(',
  '\uFF09': ')',
  '\uFF0A': '*',
  '\uFF0C': ',',
  '\uFF0F': '/',
  '\uFF1A': ':',
  '\uFF1B': ';',
  '\u21B5': '\n',
  '\u23CE': '\n',
  '\u2028': '\n',
}

/** All characters of {@link PLAIN_CHARACTERS}. */
export const ODD_CHARACTER =
  /[\u00A0\u00AB\u00AD\u00BB\u2007\u200B-\u200E\u2018\u2019\u201C-\u201E\u2026\u2028\u202F\u2060\u21B5\u23CE\u3000\uFEFF\uFF02\uFF08-\uFF0A\uFF0C\uFF0F\uFF1A\uFF1B]/g

/** Blanks, characters that take no room, and quotes: those of {@link PLAIN_CHARACTERS} that stand in no name. */
const TYPED_OTHERWISE = /[\u00A0\u00AD\u2007\u200B-\u200E\u2018\u2019\u201C-\u201E\u2028\u202F\u2060\uFEFF]/g

/** The plain characters of a keyboard. Curly quotes within straight ones are part of what is quoted. */
export function plainCharacters(text: string): readonly Edit[] {
  const edits: Edit[] = []
  let counted = 0
  let isQuoted = false
  for (const { 0: found, index } of text.matchAll(TYPED_OTHERWISE)) {
    const to = own(PLAIN_CHARACTERS, found) ?? found
    if (to === '"') {
      for (; counted < index; counted += 1) {
        const char = text.charAt(counted)
        if (char === '\\') counted += 1
        else if (char === '"') isQuoted = !isQuoted
        else if (char === '\n') isQuoted = false
      }
      if (isQuoted) continue
    }
    edits.push({ start: index, end: index + 1, to })
  }
  return edits
}

/** What Windows shows for the bytes 0x80 to 0x9F. */
const OF_WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const byteOf = (char: string): number => {
  const at = OF_WINDOWS.indexOf(char)
  return at < 0 ? char.charCodeAt(0) : 0x80 + at
}

const OTHER_BYTE = `[\u0080-\u00BF${[...OF_WINDOWS].filter((char) => char > '\u00FF').join('')}]`
/** UTF-8 that was read as Windows’ characters: two bytes of a letter, three of a sign. */
const MISREAD = new RegExp(`[\u00C2\u00C3]${OTHER_BYTE}|\u00E2${OTHER_BYTE}{2}`, 'g')

/** Characters that were read in the wrong encoding, as “â€™” for an apostrophe. */
export const misreadCharacters = (text: string): readonly Edit[] =>
  Array.from(text.matchAll(MISREAD), ({ 0: found, index }) => {
    const [first = 0, ...rest] = Array.from(found, byteOf)
    const code = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), first & (rest.length === 1 ? 0x1f : 0x0f))
    return { start: index, end: index + found.length, to: String.fromCharCode(code) }
  })
