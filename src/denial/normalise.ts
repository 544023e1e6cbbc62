import { BOLD_WORDS } from './emphasis'
import { own } from '../text/own'
import { workingCommands } from '../text/said-to-work'
import { ODD_CHARACTER, PLAIN_CHARACTERS } from '../medium/characters'
import { linePrefixes } from '../medium/line-prefixes'
import { replacing, type Normalisation } from '../medium/plain-text'
import { joinBrokenWords } from '../medium/wrapped-lines'
import { editText, type Edit, type MappedText } from '../text/mapped-text'

const nothing = () => ''

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t', '"': '"', "'": "'", '/': '/' }

/** The character that an escape stands for, and how long its mark is. */
function escaped(text: string, at: number): readonly [character: string, length: number] | null {
  const plain = own(ESCAPED, text.charAt(at))
  if (plain !== undefined) return [plain, 1]
  const code = /^u([0-9a-f]{4})/i.exec(text.slice(at, at + 5))?.[1]
  if (code === undefined) return null
  const value = Number.parseInt(code, 16)
  return [value < 32 ? ' ' : String.fromCharCode(value), 5]
}

/** Escapes of JSON, Go and Python, also doubled. Other backslashes stay. */
function escapes(text: string): Edit[] {
  const edits: Edit[] = []
  for (let start = text.indexOf('\\'); start >= 0; start = text.indexOf('\\', start)) {
    let end = start
    while (text.charAt(end) === '\\') end++
    const found = escaped(text, end)
    if (found) edits.push({ start, end: end + found[1], to: found[0] })
    start = end
  }
  return edits
}

/** Whether JSON begins here whose quotes are escaped. */
function opensNestedJson(text: string, at: number): boolean {
  const begin = text
    .slice(at, at + 80)
    .replace(/\\{1,4}[nrt]/g, ' ')
    .trimStart()
  return /^[[{]\s*(?:\{\s*)?\\+"/.test(begin)
}

/** The quotes round JSON that stands as a string in JSON: without them it reads as an object. */
function nestedJsonQuotes(text: string): Edit[] {
  const edits: Edit[] = []
  const open: number[] = []
  for (let quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let start = quote
    while (text.charAt(start - 1) === '\\') start--
    const depth = quote - start
    const innermost = open.at(-1)
    if (innermost !== undefined && depth <= innermost) open.pop()
    else if (opensNestedJson(text, quote + 1)) open.push(depth)
    else continue
    edits.push({ start, end: quote + 1, to: '' })
  }
  return edits
}

/** Quotes that a table in CSV doubles, as in `""User: …""`. */
function doubledQuotes(text: string): readonly Edit[] {
  return /(?<!")""[A-Z{[]/i.test(text) ? replacing(/""/g, () => '"')(text) : []
}

/** Quote marks that stayed inside a line when a quoted mail was re-flowed. */
function reflowedQuotes(text: string): readonly Edit[] {
  return /^[ \t]*>/m.test(text) ? replacing(/ > (?=\S)/g, () => ' ')(text) : []
}

/** Blanks before line ends, and the right border of a table. */
function lineEnds(text: string): Edit[] {
  const edits: Edit[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    let start = at
    while (start > 0 && ' \t|│'.includes(text.charAt(start - 1))) start--
    if (start < at) edits.push({ start, end: at, to: '' })
  }
  return edits
}

/** One blank or one line break instead of many; two line breaks where a blank line was. */
function oneBlank(run: string): string {
  const breaks = run.split('\n').length - 1
  return breaks === 0 ? ' ' : breaks === 1 ? '\n' : '\n\n'
}

const GUTTER = /^[ \t]*(?:(?:[│┃║|╷╵╭╰┆>]|#(?=[ \t])|\/\/(?=[ \t])|,(?= {3})|\[[\w-]{1,30}\]:(?=[ \t][│|╷╵]))[ \t]*)+/gm

const LINK = /\[([^[\]\n]{1,200})\]\(https?:\/\/[^\s()]{1,500}\)/g

/** The brackets and the address of a Markdown link; its words stay. */
function links(text: string): Edit[] {
  return [...text.matchAll(LINK)].flatMap(({ 0: match, 1: words = '', index }): Edit[] => [
    { start: index, end: index + 1, to: '' },
    { start: index + 1 + words.length, end: index + match.length, to: '' },
  ])
}

/** The layers of a screen: what a terminal, a box or a quotation lays over the lines. */
const SCREEN: readonly Normalisation[] = [
  ...linePrefixes,
  // Re-flowed quotes.
  reflowedQuotes,
  // Gutters.
  replacing(GUTTER, nothing),
  // Gutters of joined lines.
  replacing(/ ?[│╷╵] ?/g, () => ' '),
  // Padding.
  lineEnds,
  // Wrapped words.
  joinBrokenWords,
]

const TYPOGRAPHY = replacing(ODD_CHARACTER, (match) => own(PLAIN_CHARACTERS, match) ?? match)

/** A screen can show text with escapes, and a text with escapes can hold what a screen showed. */
const NORMALISATIONS: readonly Normalisation[] = [
  TYPOGRAPHY,
  // Links.
  links,
  // Bold words.
  replacing(BOLD_WORDS, (_, words) => words),
  ...SCREEN,
  // Doubled quotes.
  doubledQuotes,
  // JSON in JSON.
  nestedJsonQuotes,
  // Escapes.
  escapes,
  TYPOGRAPHY,
  // Code fences.
  (text) => workingCommands(text).map(([start, end]) => ({ start, end, to: '' })),
  replacing(/`{3,}(?:\w{1,20}(?=[ \t]*\n))?/g, nothing),
  // with the stars of italics or bold print that close behind it
  // Inline code.
  replacing(/`(?:\*{1,2}(?=[\s.,;:)]|$))?/g, nothing),
  ...SCREEN,
  // Blanks.
  replacing(/\s+/g, oneBlank),
]

/**
 * The message as AWS wrote it, of a text as it was written: without what wrappers, code and prose put around and into it.
 * Afterwards one blank character stands between two words, and two line breaks where a blank line was.
 */
export const normalise = (plain: MappedText): MappedText =>
  NORMALISATIONS.reduce((mapped, takeOff) => editText(mapped, takeOff(mapped.text)), plain)
