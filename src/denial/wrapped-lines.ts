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

function breaksWord(line: string, next: string): boolean {
  const head = lastWord(line)
  const tail = firstWord(next)
  return head !== '' && tail !== '' && !(isWord(head) && isWord(tail)) && isWhole(head + tail)
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

/** Line breaks inside words of the message, and those of text that was cut at a fixed column. */
export function joinWrappedLines(text: string): Edit[] {
  const lines = linesOf(text)
  const columns = fixedColumns(lines)
  return lines.flatMap((line, i): Edit[] => {
    const next = lines[i + 1]
    const column = columns[i]
    if (!next || line.text === '' || next.text === '') return []
    if (!column && !breaksWord(line.text, next.text)) return []
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
