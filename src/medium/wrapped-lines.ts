import { bareLines, indentOf, isBetweenWords, softBreaks, type Line } from './line-breaks'
import { breaksWord, firstWord, isMessageWord, lastWord } from './known-words'
import type { Edit } from '../text/mapped-text'

/** How wide and how far indented the lines are that were cut at one column. */
interface Column {
  readonly width: number
  readonly indent: number
  /** Whether one of the lines is cut inside a word: else they may be as long as each other by chance. */
  readonly breaks: boolean
}

/** Nothing cuts lines at a column that is nearer. */
const NARROWEST = 40

const BEGINNING = 8

/** Rows of a table, and messages that a log repeats, are as long as each other too. */
const isOfRows = (run: readonly Line[]): boolean =>
  run.some(({ text }) => /^[|│+]/.test(text)) ||
  run.filter(({ text }, i) => i > 0 && text.slice(0, BEGINNING) === run[i - 1]!.text.slice(0, BEGINNING)).length * 2 >=
    run.length

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
    if (!isOfRows(run) && widest >= NARROWEST && run.length >= 2 && (breaks || (full >= 3 && full * 2 > run.length))) {
      const indent = run.reduce((least, line) => Math.min(least, indentOf(line)), widest)
      columns.fill({ width: widest, indent, breaks }, from, i)
    }
    from = i
  }
  return columns
}

/** How many words of the dictionary stand whole at a line break: none, one or two. */
const wordsAt = (line: Line, next: Line): number =>
  Number(isMessageWord(lastWord(line.text))) + Number(isMessageWord(firstWord(next.text)))

/** Line breaks inside words of the message, and those of lines that were cut at a fixed column. */
export function joinBrokenWords(text: string): readonly Edit[] {
  const lines = bareLines(text)
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

/**
 * Line breaks that were put into a text of any kind: only those of which it is certain, and of lines that were cut at one column
 * all or none, so that readers of messages, who know what they look for, see the column. `isOwn`: a line of its own begins there.
 */
export function joinWrappedLines(text: string, isOwn: (at: number) => boolean): readonly Edit[] {
  const lines = bareLines(text)
  const soft = softBreaks(lines, isOwn)
  const columns = fixedColumns(lines)
  const unsure = new Set<Column>()
  const edits = lines.map((line, i): Edit | null => {
    const next = lines[i + 1]
    if (!next || line.text === '' || next.text === '') return null
    const isWord = line.width >= NARROWEST && breaksWord(line.text, next.text)
    const to = isOwn(line.end + 1) ? undefined : isWord ? '' : soft[i]
    const column = columns[i]
    // Where words were cut, a blank stood only between two that are known.
    const isSure = to === '' || (to === ' ' && (!column?.breaks || isBetweenWords(line, next)))
    if (!isSure && column && line.width === column.width) unsure.add(column)
    return to === undefined ? null : { start: line.end, end: next.start, to }
  })
  return edits.filter((edit, i): edit is Edit => edit !== null && !(columns[i] && unsure.has(columns[i])))
}
