import type { LogEntry } from './log-entry'

const COLUMNS = ['count', 'principal', 'action', 'operation', 'resource', 'decision', 'layer', 'first', 'last'] as const

/** A spreadsheet takes a cell that begins so for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/

/** A cell of a table of comma-separated values, which no spreadsheet takes for a formula. */
export function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value)
  const text = value === null ? '' : FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The entries as a table of comma-separated values, as RFC 4180 has it: https://www.rfc-editor.org/rfc/rfc4180 */
export function writeCsv(entries: readonly LogEntry[]): string {
  const rows = entries.map((entry) => COLUMNS.map((column) => csvCell(entry[column])).join(','))
  return [COLUMNS.join(','), ...rows, ''].join('\r\n')
}
