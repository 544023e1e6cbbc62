import type { Span } from './span'
import { chainSpliced, spliceText, type Splice, type SplicedText } from './spliced-text'
import { append } from './append'
import { own } from './own'

/** What tools and mails put before each line of a text. */
interface Decoration {
  readonly prefix: RegExp
  /** So many lines that follow each other have it, or it is none. */
  readonly least: number
  /** Does the number in it count the lines? */
  readonly counts?: true
}

/** The more telling first. Each is tried once, so that line numbers in a quoted mail are found too. */
const DECORATIONS: readonly Decoration[] = [
  // Quoted mails, the boxes of Terraform, columns of tables and trees, prompts.
  { prefix: /^[ \t]*(?:[│┃║▏❯›»]|>(?!=)|\|(?!\|))[ \t]?/, least: 2 },
  // Time stamps of logs, with a level and a source after them.
  {
    prefix:
      /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?[ \t]*(?:\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\]?:?[ \t]*)?/i,
    least: 2,
  },
  { prefix: /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,80} [\w.[\]/-]{1,80}: ?/, least: 2 },
  { prefix: /^\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\]?:?[ \t]/, least: 2 },
  // Containers and jobs that write into one log.
  { prefix: /^[\w.-]{1,80}[ \t]{1,20}\|[ \t]?/, least: 2 },
  // Files and line numbers of grep, line numbers of editors and of cat -n.
  { prefix: /^[\w./-]{1,200}[:-](\d{1,6})[:-]/, least: 2, counts: true },
  { prefix: /^[ \t]*(\d{1,6})(?:[ \t]{0,4}[:|.)│→-][ \t]?|[ \t])/, least: 2, counts: true },
]

interface Line {
  readonly start: number
  readonly end: number
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}

const isBlank = (text: string, { start, end }: Line): boolean => text.slice(start, end).trim() === ''

/** The prefixes of the runs of lines that all have one. */
function prefixesOf(text: string, lines: readonly Line[], { prefix, least, counts }: Decoration): readonly Splice[] {
  const found: Splice[] = []
  let run: Splice[] = []
  let last = Number.NaN
  const close = () => {
    if (run.length >= least) append(found, run)
    run = []
    last = Number.NaN
  }
  for (const line of lines) {
    const match = prefix.exec(text.slice(line.start, Math.min(line.end, line.start + 400)))
    const number = Number(match?.[1])
    if (match && counts && run.length > 0 && number !== last + 1) close()
    if (match) run.push({ span: [line.start, line.start + match[0].length], text: '' })
    else if (!isBlank(text, line)) close()
    if (match) last = number
  }
  close()
  return found
}

const SIGN = /^[ \t]*[+~](?=[ \t])|^\+(?!\+\+)/

/** What a plan of Terraform says that a value was before. */
const BEFORE = /(?<==\s)(?:"(?:[^"\\\n]|\\.){0,400}"|true|false|null|\d{1,15})\s->\s/

/**
 * A change that is written line by line: what it takes away goes, what it adds stays without its sign. Only text in
 * which something is added is one, since lists of YAML begin with a minus sign too.
 */
function changeSigns(text: string, lines: readonly Line[]): readonly Splice[] {
  const added = lines.filter(({ start, end }) => SIGN.test(text.slice(start, Math.min(end, start + 400))))
  if (added.length === 0) return []
  const isUnified = added.some(({ start }) => text[start] === '+')
  // No other changes are marked so.
  const isPlan = added.some(({ start, end }) => /^[ \t]*~/.test(text.slice(start, Math.min(end, start + 400))))
  return lines.flatMap((line): Splice[] => {
    const written = text.slice(line.start, line.end)
    const sign = SIGN.exec(written)?.[0]
    const before = isPlan ? BEFORE.exec(written) : null
    const old: Splice[] = before
      ? [{ span: [line.start + before.index, line.start + before.index + before[0].length], text: '' }]
      : []
    if (sign !== undefined)
      return [{ span: [line.start + sign.length - 1, line.start + sign.length], text: ' ' }, ...old]
    const isTakenAway =
      (isUnified && /^(?:-|@@|diff |index )/.test(written)) || (isPlan && /^[ \t]*-[ \t]/.test(written))
    return isTakenAway ? [{ span: [line.start, line.end], text: '' }] : old
  })
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}
/** Tags that pages put around code and prose. */
const TAGS: ReadonlySet<string> = new Set(
  'p br div span pre code b i em strong li ul ol td tr th table tbody a font section blockquote'.split(' '),
)
const LINE_TAGS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'tr', 'pre'])
const HTML = /<(\/?)([a-z][a-z\d]*)(?:\s[^<>]{0,500})?>|&(?:[a-z]{2,4}|#x?[\da-f]{2});/gi

/** Tags and entities of HTML; other words in angle brackets stand for something that somebody left out. */
function htmlOf(text: string): readonly Splice[] {
  let isHtml = false
  const splices = Array.from(text.matchAll(HTML), ({ 0: found, 1: slash, 2: name, index }): Splice | null => {
    const span: Span = [index, index + found.length]
    const tag = name?.toLowerCase() ?? ''
    const entity = own(ENTITIES, found.toLowerCase())
    if (tag === '' && entity === undefined) return null
    if (tag !== '' && !TAGS.has(tag)) return null
    isHtml ||= slash === '/' || tag === 'br' || entity === '"'
    if (entity !== undefined) return { span, text: entity }
    return { span, text: LINE_TAGS.has(tag) && (slash === '/' || tag === 'br') ? '\n' : '' }
  })
  return isHtml ? splices.filter((splice) => splice !== null) : []
}

const ESCAPE = '\u001B'
/** Colours of terminals, characters that take no room, and other blanks. */
const UNSEEN = new RegExp(`${ESCAPE}\\[[\\d;]{0,20}[a-z]|[\u200B\u2060\uFEFF\u00A0\u2007\u202F]|\r(?=\n)`, 'gi')

const unseenOf = (text: string): readonly Splice[] =>
  Array.from(text.matchAll(UNSEEN), ({ 0: found, index }) => ({
    span: [index, index + found.length] as Span,
    text: /[\u00A0\u2007\u202F]/.test(found) ? ' ' : '',
  }))

/**
 * A text without what terminals, mails, logs, web pages, editors and comparisons put around it: colours, tags, quotation
 * marks of mails, time stamps, line numbers, signs of a change. Linear in its length.
 */
export function cleanText(source: string): SplicedText {
  let clean: SplicedText = { text: source, sourceSpan: (span) => span }
  const apply = (splices: (text: string, lines: readonly Line[]) => readonly Splice[]) => {
    const found = splices(clean.text, linesOf(clean.text))
    if (found.length > 0) clean = chainSpliced(clean, spliceText(clean.text, found))
  }
  apply(unseenOf)
  apply(htmlOf)
  for (const decoration of DECORATIONS) apply((text, lines) => prefixesOf(text, lines, decoration))
  apply(changeSigns)
  return clean
}
