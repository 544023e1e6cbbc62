import { setOwn } from '../../text/own'
import { readEvent, type TrailEvent } from '../trail-event'
import { parsedJson } from '../../text/parsed-json'

/** A row that a query gave: what an event would say, and how many there were. */
export interface ResultRow {
  readonly event: TrailEvent
  readonly count: number
  readonly last: string
  /** S3 objects stand for all in their bucket. */
  readonly isByBucket: boolean
}

/** The columns without which a table is no result of the query. */
const NEEDED = ['useridentity', 'eventsource', 'eventname', 'eventtime', 'calls']

/** The fields of an event by the columns of a result. */
const FIELDS: Readonly<Record<string, string>> = {
  eventsource: 'eventSource',
  eventname: 'eventName',
  awsregion: 'awsRegion',
  recipientaccountid: 'recipientAccountId',
  vpcendpointid: 'vpcEndpointId',
  eventtype: 'eventType',
  eventcategory: 'eventCategory',
  errorcode: 'errorCode',
  errormessage: 'errorMessage',
  eventtime: 'eventTime',
}

/** Columns that hold JSON. */
const JSON_COLUMNS: Readonly<Record<string, string>> = {
  useridentity: 'userIdentity',
  resources: 'resources',
  requestparameters: 'requestParameters',
}

/** Is a table with these columns the result of the query? */
export const isQueryResult = (columns: readonly string[]): boolean => {
  const lower = new Set(columns.map((column) => column.toLowerCase()))
  return NEEDED.every((column) => lower.has(column))
}

/** Reads one row, by the names of its columns in lower case; null where it is no event. */
function readResultRow(row: ReadonlyMap<string, string>): ResultRow | null {
  const record: Record<string, unknown> = { eventVersion: '1.11' }
  for (const [column, name] of Object.entries(FIELDS)) {
    const value = row.get(column) ?? ''
    if (value !== '') setOwn(record, name, value)
  }
  for (const [column, name] of Object.entries(JSON_COLUMNS)) {
    const value = parsedJson(row.get(column) ?? '')
    if (value !== null && value !== undefined) setOwn(record, name, value)
  }
  const event = readEvent(record)
  if (event.kind === 'bad') return null
  const count = Number(row.get('calls'))
  const last = row.get('lasttime') ?? ''
  return {
    event,
    count: Number.isSafeInteger(count) && count > 0 ? count : 1,
    last: last >= event.time ? last : event.time,
    isByBucket: row.get('objectsby') === 'bucket',
  }
}

/** Reads a whole result as comma-separated values; rows that are no events are counted. */
export function readResults(rows: Iterable<readonly string[]>): { rows: readonly ResultRow[]; bad: number } | null {
  let columns: readonly string[] | null = null
  const found: ResultRow[] = []
  let bad = 0
  for (const cells of rows) {
    if (columns === null) {
      columns = cells.map((cell) => cell.toLowerCase())
      if (!isQueryResult(columns)) return null
      continue
    }
    const names = columns
    const row = readResultRow(new Map(cells.map((cell, at) => [names[at] ?? '', cell])))
    if (row === null) bad += 1
    else found.push(row)
  }
  return columns === null ? null : { rows: found, bad }
}
