import type { StreamForm } from './read-stream'
import { cellsOf } from './scan/csv-stream'

/** What stands in the first bytes of a file with events, as JSON. */
const MARKS =
  /"(?:eventName|eventSource|eventname|CloudTrailEvent|QueryResultRows)"\s*:|\\"eventName\\"\s*:|"class_uid"\s*:/

/** JSON, or a line of a log group's export before it. */
const BEGINS_JSON = /^\s*(?:\d{4}-\d\d-\d\dT[\d:.]{8,20}Z )?[[{]/

const COLUMNS: ReadonlySet<string> = new Set(['eventname', 'eventid', 'eventjson', '@message'])

/** In which form a file holds events of CloudTrail, by the text that it begins with; null where it seems to hold none. */
export function formOf(start: string): StreamForm | null {
  if (BEGINS_JSON.test(start)) return MARKS.test(start) ? 'records' : null
  const line = start.slice(0, 8_000).split('\n', 1)[0] ?? ''
  const columns = cellsOf(line.replace(/^\uFEFF/, '')).map((cell) => cell.trim().toLowerCase())
  return columns.length > 1 && columns.some((column) => COLUMNS.has(column)) ? 'csv' : null
}
