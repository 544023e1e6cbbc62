import { isFields, type Fields } from '../text/fields'
import { recordOfCells, recordsOf } from './formats'
import { namedCells } from './read-stream'
import { cellsOf } from './scan/csv-stream'
import { readEvent, type TrailEvent } from './trail-event'
import { parsedJson } from '../text/parsed-json'

/** The records that a stretch of a file holds. */
function recordsIn(text: string, header: string | null): readonly unknown[] {
  if (text.startsWith('{')) {
    const object = parsedJson(text)
    return isFields(object) ? recordsOf(object) : []
  }
  const columns = cellsOf((header ?? '').replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '')
  return [recordOfCells(namedCells(columns, cellsOf(text)))]
}

const isSame = (record: unknown, { time, operation, principal }: TrailEvent): boolean => {
  const event = readEvent(record)
  return (
    event.kind === 'event' &&
    event.operation === operation &&
    event.time.slice(0, 19) === time.slice(0, 19) &&
    event.principal.name === principal.name
  )
}

/**
 * The event that stands in a stretch of a file, as CloudTrail writes events: the one that is asked for, where it holds
 * several. `header` is what the file begins with.
 */
export function recordTextOf(text: string, header: string | null, event: TrailEvent): string {
  const records = recordsIn(text, header)
  const record = records.find((one) => isSame(one, event)) ?? records[0]
  return isFields(record) ? JSON.stringify(withoutNothing(record), null, 2) : text
}

/** A record without the fields that a table has and the event has not. */
const withoutNothing = (record: Fields): Fields =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined))
