import { indentOf, linesOf, softBreaks, type Line } from './line-breaks'
import { breaksWord, firstWord, isMessageWord, lastWord } from './known-words'
import type { Edit } from '../text/mapped-text'

/** How wide and how far indented the lines are that were cut at one column. */
interface Column {
  readonly width: number
  readonly indent: number
  /** Whether one of the lines is cut inside a word: else they may be as long as each other by chance. */
  readonly breaks: boolean
}

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
    if (!isOfRows(run) && widest >= 40 && run.length >= 2 && (breaks || (full >= 3 && full * 2 > run.length))) {
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

function joined(
  lines: readonly Line[],
  soft: readonly (' ' | '' | undefined)[],
  isOwn: (at: number) => boolean,
): Edit[] {
  const columns = fixedColumns(lines)
  return lines.flatMap((line, i): Edit[] => {
    const next = lines[i + 1]
    const column = columns[i]
    if (!next || line.text === '' || next.text === '' || isOwn(line.end + 1)) return []
    if (!column && !breaksWord(line.text, next.text))
      return soft[i] === undefined ? [] : [{ start: line.end, end: next.start, to: soft[i] }]
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

/** Line breaks inside words of the message, and those of lines that were cut at a fixed column. */
export const joinBrokenWords = (text: string): readonly Edit[] => joined(linesOf(text), [], () => false)

/** The same, and breaks between two words of a sentence. `isOwn`: a line of its own begins at a place. */
export function joinWrappedLines(text: string, isOwn: (at: number) => boolean): readonly Edit[] {
  const lines = linesOf(text)
  return joined(lines, softBreaks(lines, isOwn), isOwn)
}
