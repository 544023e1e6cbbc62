import type { EntryRow } from './store/denial-look'
import { causeTitle } from './likely-cause'
import { csvCell } from '../text/csv-cell'

const COLUMNS = [
  'count',
  'principal',
  'action',
  'resource',
  'pattern',
  'decision',
  'layer',
  'error',
  'cause',
  'first',
  'last',
] as const

/** So many rows make one piece. */
const PIECE = 5_000

/** Entries as pieces of a table of comma-separated values. */
export function* csvLines(rows: readonly EntryRow[]): Generator<string> {
  yield `${COLUMNS.join(',')}\r\n`
  for (let from = 0; from < rows.length; from += PIECE) {
    const lines = rows
      .slice(from, from + PIECE)
      .map((row) => COLUMNS.map((name) => csvCell(name === 'cause' ? causeTitle(row.cause) : row[name])).join(','))
    yield `${lines.join('\r\n')}\r\n`
  }
}
