import { csvCell } from '../text/csv-cell'
import type { LogEntry } from './log-entry'

const COLUMNS = ['count', 'principal', 'action', 'operation', 'resource', 'decision', 'layer', 'first', 'last'] as const

/** The entries as a table of comma-separated values, as RFC 4180 has it: https://www.rfc-editor.org/rfc/rfc4180 */
export function writeCsv(entries: readonly LogEntry[]): string {
  const rows = entries.map((entry) => COLUMNS.map((column) => csvCell(entry[column])).join(','))
  return [COLUMNS.join(','), ...rows, ''].join('\r\n')
}
