import { editText, mapText, type Edit, type MappedText } from './mapped-text'
import { joinWrappedLines } from './wrapped-lines'

/** What a medium laid over the message, and how to take it off again. */
interface Layer {
  readonly name: string
  readonly find: (text: string) => Edit[]
}

function replacing(pattern: RegExp, to: (match: RegExpMatchArray) => string): (text: string) => Edit[] {
  return (text) => {
    const edits: Edit[] = []
    for (const match of text.matchAll(pattern)) {
      const value = to(match)
      if (value !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, to: value })
    }
    return edits
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
  '#34': '"',
  '#39': "'",
  '#96': '`',
  '#x27': "'",
  '#x22': '"',
  '#x2f': '/',
  '#x2F': '/',
  '#47': '/',
  '#58': ':',
  '#160': ' ',
  '#10': '\n',
}

/** Characters of other keyboards and word processors, and the plain ones AWS wrote. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2007': ' ',
  '\u3000': ' ',
  '\u200B': '',
  '\u200E': '',
  '\u2060': '',
  '\uFEFF': '',
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u2026': '...',
  '\uFF08': '(',
  '\uFF09': ')',
  '\uFF1A': ':',
  '\uFF0C': ',',
  '\uFF1B': ';',
  '\u21B5': '\n',
  '\u23CE': '\n',
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t' }

function unescaped(match: RegExpMatchArray): string {
  const mark = match[1] ?? ''
  if (!mark.startsWith('u') || mark.length === 1) return ESCAPED[mark] ?? mark
  const code = Number.parseInt(mark.slice(1), 16)
  return code < 32 ? ' ' : String.fromCharCode(code)
}

const NESTED_JSON = /\s*(?:\\+[nrt]\s*)*[{[]\s*(?:\\+[nrt]\s*)*(?:[{[]\s*(?:\\+[nrt]\s*)*)?\\+"/y

/** The quotes round JSON that stands as a string in JSON: without them it reads as an object. */
function nestedJsonQuotes(text: string): Edit[] {
  const edits: Edit[] = []
  const open: number[] = []
  for (const match of text.matchAll(/(?<!\\)(\\*)"/g)) {
    const depth = match[1]?.length ?? 0
    const end = match.index + match[0].length
    const innermost = open.at(-1)
    NESTED_JSON.lastIndex = end
    const closes = innermost !== undefined && depth <= innermost
    if (closes) open.pop()
    else if (NESTED_JSON.test(text)) open.push(depth)
    else continue
    edits.push({ start: match.index, end, to: '' })
  }
  return edits
}

const GUTTER =
  /^[ \t]*(?:(?:[│┃║|╷╵╭╰┆>]|#(?=[ \t])|\/\/(?=[ \t])|,(?= {3})|\[[\w-]{1,30}\]:(?=[ \t]*[│|╷╵]))[ \t]*)+/gm

/** Quote marks that stayed inside a line when a quoted mail was re-flowed. */
function reflowedQuotes(text: string): Edit[] {
  if (!/^\s*>/.test(text)) return []
  return replacing(/ > (?=\S)/g, () => ' ')(text)
}

function lineEnds(text: string): Edit[] {
  const edits: Edit[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    let start = at
    while (start > 0 && ' \t|│'.includes(text.charAt(start - 1))) start--
    if (start < at) edits.push({ start, end: at, to: '' })
  }
  return edits
}

const HTML_TAG =
  /<\/?(?:pre|div|p|code|span|b|i|em|strong|td|tr|th|li|ul|ol|table|tbody|samp|tt|blockquote|kbd|font|section|h\d)(?:\s[^<>\n]{0,200})?>/g

const LAYERS: readonly Layer[] = [
  {
    name: 'terminal colours',
    find: replacing(
      // eslint-plugin-regexp knows the escape character by its code point
      /(?:\u001B|\\u001[bB]|\\x1[bB]|\\0?33|#033|\^\[|\u241B|\u2190)?\[(?:\d{1,3}(?:;\d{1,3}){0,4})?[mK](?!\])/g,
      (match) => (/^\[[mK]$/.test(match[0]) ? match[0] : ''),
    ),
  },
  { name: 'line ends', find: replacing(/\r\n?/g, () => '\n') },
  {
    name: 'typography',
    find: replacing(
      /[\u00A0\u202F\u2007\u3000\u200B\u200E\u2060\uFEFF\u201C-\u201E\u00AB\u00BB\u2018\u2019\u2026\uFF08\uFF09\uFF1A\uFF0C\uFF1B\u21B5\u23CE]/g,
      (match) => PLAIN[match[0]] ?? match[0],
    ),
  },
  { name: 'HTML entities', find: replacing(/&(#?\w{2,5});/g, (match) => ENTITIES[match[1] ?? ''] ?? match[0]) },
  { name: 'doubled HTML entities', find: replacing(/&(#?\w{2,5});/g, (match) => ENTITIES[match[1] ?? ''] ?? match[0]) },
  { name: 'HTML line breaks', find: replacing(/<br ?\/?>/g, () => '\n') },
  { name: 'HTML tags', find: replacing(HTML_TAG, () => ' ') },
  { name: 'JSON in JSON', find: nestedJsonQuotes },
  { name: 'escapes', find: replacing(/\\+(["'/nrt]|u[0-9a-fA-F]{4})/g, unescaped) },
  { name: 'code fences', find: replacing(/`{3,}\w*/g, () => '') },
  { name: 'inline code', find: replacing(/`/g, () => '') },
  { name: 'gutters', find: replacing(GUTTER, () => '') },
  { name: 're-flowed quotes', find: reflowedQuotes },
  { name: 'padding', find: lineEnds },
  { name: 'wrapped words', find: joinWrappedLines },
]

/** The message as AWS wrote it, as far as the layers of a terminal, a log, a page or an editor can be taken off. */
export function normalise(raw: string, from = 0, to = raw.length): MappedText {
  return LAYERS.reduce((text, layer) => editText(text, layer.find(text.text)), mapText(raw, from, to))
}
