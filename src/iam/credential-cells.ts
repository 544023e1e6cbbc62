import type { Span } from '../text/span'

/** A line of names, parted by commas, semicolons or tabs, one of which is of a secret: the head of a table. */
const HEAD = /^[^\r\n]{0,200}(?:password|secret access key)[^\r\n]{0,200}$/gim
const SECRET_NAME = /^\W{0,3}(?:[\w ]{0,20}password|secret access key)\W{0,3}$/i
const NAME = /^\W{0,3}[\w ()/-]{1,40}\W{0,3}$/
const MOST_ROWS = 1_000
const SHORTEST = 4
/** What stands in a cell for a secret that is not there. */
const STANDS_FOR = /^(?:[[<*]|null$|none$|true$|false$)/i

/** The cells of a row with where each begins; a comma within quotes parts none. */
function cellsOf(row: string, sign: string): readonly { readonly text: string; readonly at: number }[] {
  const cells = []
  let [start, isQuoted] = [0, false]
  for (let at = 0; at <= row.length; at += 1) {
    if (row[at] === '"') isQuoted = !isQuoted
    if (at < row.length && (row[at] !== sign || isQuoted)) continue
    cells.push({ text: row.slice(start, at), at: start })
    start = at + 1
  }
  return cells
}

/** Secrets in a table of which the first line names the columns, as the console saves the credentials of a user. */
export function* cellSecrets(text: string): Iterable<Span> {
  let reached = 0
  for (const { 0: head, index } of text.matchAll(HEAD)) {
    if (index < reached) continue
    const sign = [',', '\t', ';'].find((each) => head.includes(each))
    if (sign === undefined) continue
    const names = cellsOf(head, sign)
    if (!names.every(({ text: name }) => NAME.test(name) || name.trim() === '')) continue
    const secret = names.flatMap(({ text: name }, at) => (SECRET_NAME.test(name) ? [at] : []))
    if (secret.length === 0) continue
    let from = index + head.length
    for (let rows = 0; rows < MOST_ROWS && from < text.length; rows += 1) {
      const begin = text[from] === '\r' ? from + 2 : from + 1
      const stop = text.slice(begin, begin + 2_000).search(/[\r\n]|$/) + begin
      const cells = cellsOf(text.slice(begin, stop), sign)
      // A row at the end of the text may be being written.
      if (cells.length < names.length && stop < text.length) break
      for (const column of secret) {
        const { text: cell, at } = cells[column] ?? { text: '', at: 0 }
        const inner = cell.trim().replaceAll('"', '')
        const start = begin + at + Math.max(cell.indexOf(inner), 0)
        if (inner.length >= SHORTEST && !STANDS_FOR.test(inner)) yield [start, start + inner.length]
      }
      from = reached = stop
    }
  }
}
