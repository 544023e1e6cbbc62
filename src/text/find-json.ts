import type { Span } from './span'
import { own } from './own'

const OPENERS = '{['
const PARTNER: Readonly<Record<string, string>> = { '}': '{', ']': '[' }
const LONGEST_COMMENT = 1_000
const ATOM = /[\w.+-]+/y
const ATOMS = new Set(['true', 'false', 'null'])

/** The end of a string that opens at `start`, or -1 where its line ends before it does. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\\') at += 1
    else if (char === '"') return at + 1
    else if (char === '\n') return -1
  }
  return -1
}

/** The end of a comment that opens at `start`, or -1. */
function commentEnd(text: string, start: number): number {
  if (text.startsWith('//', start)) {
    const end = text.indexOf('\n', start)
    return end < 0 ? text.length : end
  }
  if (!text.startsWith('/*', start)) return -1
  const end = text.slice(start + 2, start + LONGEST_COMMENT).indexOf('*/')
  return end < 0 ? -1 : start + end + 4
}

function atomEnd(text: string, start: number): number {
  ATOM.lastIndex = start
  const atom = ATOM.exec(text)?.[0] ?? ''
  return ATOMS.has(atom) || (atom !== '' && Number.isFinite(Number(atom))) ? start + atom.length : -1
}

/** The end of the token at `start`, or -1 where no JSON token stands. */
function tokenEnd(text: string, start: number): number {
  const char = text[start]!
  if (char === '"') return stringEnd(text, start)
  if (char === '/') return commentEnd(text, start)
  return ',:{}[] \t\r\n\u00A0'.includes(char) ? start + 1 : atomEnd(text, start)
}

interface Scan {
  /** The outermost bracket pairs that close before the scan stops. */
  readonly closed: readonly Span[]
  readonly stop: number
}

/** Reads JSON tokens from an opening bracket on, until it closes or something stands there that is no JSON. */
function scan(text: string, start: number): Scan {
  const open: number[] = []
  const closed: Span[] = []
  let firstOfObject = false
  for (let at = start; at < text.length;) {
    const char = text[at]!
    const end = tokenEnd(text, at)
    const blank = char.trim() === '' || char === '/'
    if (end < 0 || (firstOfObject && !blank && char !== '"' && char !== '}')) return { closed, stop: at }
    if (!blank) firstOfObject = char === '{'
    if (OPENERS.includes(char)) open.push(at)
    const opener = own(PARTNER, char)
    if (opener !== undefined) {
      const from = open.at(-1)
      if (from === undefined || text[from] !== opener) return { closed, stop: at }
      open.pop()
      while (closed.length > 0 && closed.at(-1)![0] > from) closed.pop()
      closed.push([from, end])
      if (open.length === 0) return { closed, stop: end }
    }
    at = end
  }
  return { closed, stop: text.length }
}

/** A stretch of text that is JSON, or begins like it. */
export interface JsonRegion {
  readonly span: Span
  /** False: the outermost bracket does not close; the span ends where JSON ends. */
  readonly complete: boolean
  /** The outermost complete values inside an incomplete region. */
  readonly parts: readonly Span[]
}

/**
 * Where JSON objects and arrays stand in any text, in time linear in its length. Comments and misplaced commas are let
 * through, so that a broken document is still found; what it holds is for parseJson to say.
 */
export function findJson(text: string): readonly JsonRegion[] {
  const found: JsonRegion[] = []
  const opener = /[[{]/g
  for (let hit = opener.exec(text); hit !== null; hit = opener.exec(text)) {
    const { closed, stop } = scan(text, hit.index)
    const complete = closed.at(-1)?.[0] === hit.index
    const hasMore = text.slice(hit.index + 1, stop).trim() !== ''
    if (hasMore) found.push({ span: [hit.index, stop], complete, parts: complete ? [] : closed })
    // A bracket still open where the scan stopped would stop there too, so nothing before it is read again.
    opener.lastIndex = Math.max(stop, hit.index + 1)
  }
  return found
}
