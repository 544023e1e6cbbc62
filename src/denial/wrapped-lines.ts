import { shapeWords } from '../facts/situations/find-says'
import type { Edit } from './mapped-text'

/** Words of AWS's messages: a line break inside one was put there by a terminal or a table. */
const WORDS = new Set(
  [
    'authorized authorization perform resource because identity-based resource-based policy policies allows action',
    'explicit service control permissions boundary session endpoint operation encoded failure message request',
    'status occurred calling error exception denied AccessDenied AccessDeniedException UnauthorizedOperation',
    'authorization-details complete details access deny not to with user no on an the in is because of for',
  ]
    .join(' ')
    .split(' '),
)

const isWord = (word: string): boolean => WORDS.has(word) || WORDS.has(word.toLowerCase())

/** Is it a word of AWS's messages, or of what a service says in words of its own? */
const isWhole = (word: string): boolean => WORDS.has(word) || shapeWords().has(word.toLowerCase())

const isKnown = (word: string): boolean => isWord(word) || isWhole(word)

const LETTER = /[a-z-]/i

function lastWord(line: string): string {
  let start = line.length
  while (start > 0 && line.length - start < 30 && LETTER.test(line.charAt(start - 1))) start--
  return line.slice(start)
}

/** The letters that a line begins with, if they are a word and not the beginning of an action or of a name. */
function firstWord(line: string): string {
  const word = /^[a-z-]{0,30}/i.exec(line)?.[0] ?? ''
  return /^(?:\w|:\S)/.test(line.slice(word.length, word.length + 2)) ? '' : word
}

/** Words that stand behind another, with which they are also written as one. */
const SECOND = new Set(['role', 'user', 'name', 'policy', 'profile', 'group'])

function breaksWord(line: string, next: string): boolean {
  const head = lastWord(line)
  const tail = firstWord(next)
  return head !== '' && tail !== '' && !(isKnown(head) && (isKnown(tail) || SECOND.has(tail))) && isWhole(head + tail)
}

/** A line without its indentation, and how long it was with it. */
interface Line {
  readonly text: string
  readonly width: number
  readonly start: number
  readonly end: number
}

function linesOf(text: string): Line[] {
  let at = 0
  return text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    const trimmed = line.trimStart()
    return { text: trimmed, width: line.length, start: start + line.length - trimmed.length, end: start + line.length }
  })
}

/** How wide and how far indented the lines are that were cut at one column. */
interface Column {
  readonly width: number
  readonly indent: number
  /** Whether one of the lines is cut inside a word: else they may be as long as each other by chance. */
  readonly breaks: boolean
}

const indentOf = (line: Line): number => line.width - line.text.length

/** The columns that lines were cut at: of one width, and cut inside a word or three times in a row. */
function fixedColumns(lines: readonly Line[]): (Column | null)[] {
  const columns: (Column | null)[] = lines.map(() => null)
  let from = 0
  for (let i = 1; i <= lines.length; i++) {
    const width = lines[from]?.width ?? 0
    if (i < lines.length && Math.abs((lines[i]?.width ?? 0) - width) <= 1) continue
    const run = lines.slice(from, i)
    const widest = run.reduce((most, line) => Math.max(most, line.width), 0)
    const breaks = run.some((line, k) => breaksWord(line.text, lines[from + k + 1]?.text ?? ''))
    const full = run.filter((line) => line.width === widest).length
    if (widest >= 40 && run.length >= 2 && (breaks || (full >= 3 && full * 2 > run.length))) {
      const indent = run.reduce((least, line) => Math.min(least, indentOf(line)), widest)
      columns.fill({ width: widest, indent, breaks }, from, i)
    }
    from = i
  }
  return columns
}

/** How many words of the dictionary stand whole at a line break: none, one or two. */
const wordsAt = (line: Line, next: Line): number =>
  Number(isWord(lastWord(line.text))) + Number(isWord(firstWord(next.text)))

/** Columns at which mails, chats and terminals break a line between two words. */
const NARROWEST = 56
const WIDEST = 160

/** What begins a line of its own wherever it stands: a prompt, an item, a time, a frame, a part of JSON, a name with its value. */
const OWN_LINE =
  /^(?:[$#>*+•·✖❌✗✘-]+\s|[{}[\]<|"'`]|\d{4}-\d\d|\d{1,3}[.)]\s|at\s|Caused by|Traceback|During handling|[\w.-]{1,40}\s?=\s|\w[\w .-]{0,40}:(?:\s|$)|aws\s)/

/** What ends a line of its own: the end of a sentence, a part of JSON. */
const ENDS_LINE = /[.!?;{}[\],|\\]$/

/** An ARN, a path or an address goes up to the end of the line: who broke it there may have cut it. */
const IN_NAME = /[:/][^\s:/]\S*$|[-/]$/

/** A command as it is typed, or the options that it goes on with. */
const COMMAND = /^(?:[$#>]\s|aws\s|--[a-z])/

/** Below a command stands what it printed, unless it goes on there: with an option, or with the value of its last one. */
const isPrinted = (line: Line, next: Line): boolean =>
  COMMAND.test(line.text) && !next.text.startsWith('--') && !/(?:^|\s)--[\w-]{1,40}$/.test(line.text)

/** A capital that begins a line of its own, where the line before ends with no word that wants another. */
const isNewLine = (line: Line, next: Line): boolean =>
  /^[A-Z][a-z]+(?:\s|$)/.test(next.text) &&
  !/\s(?:an?|and|at|by|for|from|in|is|not|of|on|or|the|to|was|with)$/.test(line.text)

const wordAhead = (line: Line): number => /^\S*/.exec(line.text)?.[0].length ?? 0

/** Does a bracket that the line opens close on another? */
const isInBrackets = ({ text }: Line): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')

/** Would the first word of the next line not have fitted behind a line that is as wide as the widest? */
const isFull = (line: Line, next: Line, widest: number): boolean =>
  line.text !== '' && next.text !== '' && indentOf(next) === 0 && line.width + 1 + wordAhead(next) > widest

/**
 * After which lines a break stands that was put between two words, since the next one did not fit. Where few lines show
 * that, by chance they are as long as each other: then only those count that go on in the middle of a sentence.
 */
function softBreaks(lines: readonly Line[]): readonly boolean[] {
  const widest = lines.reduce((most, { width }) => Math.max(most, width), 0)
  if (widest < NARROWEST || widest > WIDEST) return lines.map(() => false)
  const full = lines.map((line, i) => {
    const next = lines[i + 1]
    if (next === undefined || !isFull(line, next, widest) || IN_NAME.test(line.text)) return false
    if (isPrinted(line, next)) return false
    return isInBrackets(line) || !(OWN_LINE.test(next.text) || isNewLine(line, next))
  })
  // A terminal cuts all lines at the same column, which is no break between words.
  const ragged = full.filter((is, i) => is && (lines[i]?.width ?? 0) < widest - 1).length
  const goesOn = (at: number) => !ENDS_LINE.test(lines[at]?.text ?? '') && /^[a-z(]/.test(lines[at + 1]?.text ?? '')
  return full.map((is, i) => is && (ragged >= 2 || (ragged === 1 && goesOn(i))))
}

/** Line breaks inside words of the message, and those of text that was cut at a fixed column or between two words. */
export function joinWrappedLines(text: string): Edit[] {
  const lines = linesOf(text)
  const columns = fixedColumns(lines)
  const soft = softBreaks(lines)
  return lines.flatMap((line, i): Edit[] => {
    const next = lines[i + 1]
    const column = columns[i]
    if (!next || line.text === '' || next.text === '') return []
    if (!column && !breaksWord(line.text, next.text))
      return soft[i] === true ? [{ start: line.end, end: next.start, to: ' ' }] : []
    // a blank at the column is gone where the line is one short, or where the next begins one late
    const cutAtBlank =
      column &&
      (line.width < column.width ||
        indentOf(next) === column.indent + 1 ||
        /^(?:because|with|explicit)\s/.test(next.text) ||
        wordsAt(line, next) > (column.breaks ? 1 : 0))
    return [{ start: line.end, end: next.start, to: cutAtBlank ? ' ' : '' }]
  })
}
