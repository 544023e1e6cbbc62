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

const BEFORE = /[A-Za-z-]+$/
const AFTER = /^[A-Za-z-]+/

function breaksWord(before: string, after: string): boolean {
  const head = BEFORE.exec(before.slice(-30))?.[0] ?? ''
  const tail = AFTER.exec(after.slice(0, 30))?.[0] ?? ''
  return head !== '' && tail !== '' && !WORDS.has(head) && !WORDS.has(tail) && WORDS.has(head + tail)
}

/** Whether lines were cut at a fixed column: three or more in a row of one length. */
function fixedColumn(lengths: readonly number[], index: number): boolean {
  const width = lengths[index] ?? 0
  if (width < 40) return false
  let from = index
  while (from > 0 && Math.abs((lengths[from - 1] ?? 0) - width) <= 1 && index - from < 8) from--
  let to = index
  while (Math.abs((lengths[to + 1] ?? 0) - width) <= 1 && to - index < 8) to++
  const widest = Math.max(...lengths.slice(from, to + 1))
  return to - from >= 2 && lengths.slice(from, to + 1).filter((length) => length === widest).length >= 2
}

/** Line breaks inside words of the message, and those of text that was cut at a fixed column. */
export function joinWrappedLines(text: string): Edit[] {
  const lines = text.split('\n')
  const lengths = lines.map((line) => line.length)
  const edits: Edit[] = []
  let at = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] ?? ''
    const next = lines[i + 1] ?? ''
    const indent = next.length - next.trimStart().length
    const start = at + line.length
    at = start + 1
    if (line === '' || indent === next.length) continue
    const column = fixedColumn(lengths, i)
    if (!column && !breaksWord(line, next.slice(indent))) continue
    const neighbours = [lengths[i - 1] ?? 0, lengths[i + 1] ?? 0]
    const spaceWasCut = column && neighbours.some((length) => length === line.length + 1) && /[a-z:]$/.test(line)
    edits.push({ start, end: at + indent, to: spaceWasCut ? ' ' : '' })
  }
  return edits
}
