import { changedLines, type ChangedLine } from '../../explanation/report/text-diff'

/** A line of a diff; `from` and `to` bound what differs from the line that it replaces or is replaced by. */
export interface DiffLine extends ChangedLine {
  readonly from: number
  readonly to: number
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** Where two lines differ: the lengths of what they share at their ends. */
function shared(one: string, other: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(one.length, other.length)
  let head = 0
  while (head < most && one[head] === other[head]) head += 1
  let tail = 0
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1
  return { head, tail }
}

/** More lines are not drawn: a page that draws ten thousand of them stands still. */
const MOST_LINES = 800

const REST: DiffLine = { sign: '…', text: '', at: null, from: 0, to: 0 }

/** The first lines of a long diff, with a mark for what is left out. */
export const shownLines = (lines: readonly DiffLine[]): readonly DiffLine[] =>
  lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), REST] : lines

/** The lines of a diff without the indentation that all share, and with the words that changed within a line. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const rows = changedLines(before, after)
  const indent = Math.min(...rows.filter(({ text }) => text.trim() !== '').map(({ text }) => indentOf(text)))
  const lines = rows.map((row) => ({ ...row, text: row.text.slice(Number.isFinite(indent) ? indent : 0) }))
  const removed = lines.filter(({ sign }) => sign === '-')
  const added = lines.filter(({ sign }) => sign === '+')
  const [old, now] = [removed[0], added[0]]
  const isOneLine = removed.length === 1 && added.length === 1 && old !== undefined && now !== undefined
  const { head, tail } = isOneLine ? shared(old.text, now.text) : { head: 0, tail: 0 }
  return lines.map((line) =>
    isOneLine && (line.sign === '-' || line.sign === '+')
      ? { ...line, from: head, to: line.text.length - tail }
      : { ...line, from: 0, to: 0 },
  )
}
