import type { Edit } from './mapped-text'

/** Words of AWS's messages: a line break inside one was put there by a terminal or a table. */
const WORDS = new Set(
  [
    'authorized authorization perform resource because identity-based resource-based policy policies allows action',
    'explicit service control permissions boundary session endpoint operation encoded failure message request',
    'status occurred calling error exception denied AccessDenied AccessDeniedException UnauthorizedOperation',
    'authorization-details complete details access',
  ]
    .join(' ')
    .split(' '),
)

const LETTER = /[a-z-]/i

function lastWord(line: string): string {
  let start = line.length
  while (start > 0 && line.length - start < 30 && LETTER.test(line.charAt(start - 1))) start--
  return line.slice(start)
}

const firstWord = (line: string): string => /^[a-z-]{0,30}/i.exec(line)?.[0] ?? ''

function breaksWord(line: string, next: string): boolean {
  const head = lastWord(line)
  const tail = firstWord(next)
  return head !== '' && tail !== '' && !WORDS.has(head) && !WORDS.has(tail) && WORDS.has(head + tail)
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

/** Marks the lines that were cut at a fixed column: of one width, and cut inside a word or three times in a row. */
function fixedColumns(lines: readonly Line[]): boolean[] {
  const marked = lines.map(() => false)
  let from = 0
  for (let i = 1; i <= lines.length; i++) {
    const width = lines[from]?.width ?? 0
    if (i < lines.length && Math.abs((lines[i]?.width ?? 0) - width) <= 1) continue
    const run = lines.slice(from, i)
    const widest = run.reduce((most, line) => Math.max(most, line.width), 0)
    const breaks = run.some((line, k) => breaksWord(line.text, lines[from + k + 1]?.text ?? ''))
    const full = run.filter((line) => line.width === widest).length
    if (widest >= 40 && run.length >= 2 && (breaks || (full >= 3 && full * 2 > run.length))) marked.fill(true, from, i)
    from = i
  }
  return marked
}

/** Line breaks inside words of the message, and those of text that was cut at a fixed column. */
export function joinWrappedLines(text: string): Edit[] {
  const lines = linesOf(text)
  const columns = fixedColumns(lines)
  return lines.flatMap((line, i): Edit[] => {
    const next = lines[i + 1]
    if (!next || line.text === '' || next.text === '') return []
    const column = columns[i] === true
    if (!column && !breaksWord(line.text, next.text)) return []
    const widest = Math.max(lines[i - 1]?.width ?? 0, columns[i + 1] ? next.width : 0)
    const cutAtBlank = column && widest === line.width + 1 && /[a-z.,:]$/.test(line.text)
    return [{ start: line.end, end: next.start, to: cutAtBlank ? ' ' : '' }]
  })
}
