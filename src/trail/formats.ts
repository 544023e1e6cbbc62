import { own, setOwn } from '../text/own'
import { isFields, type Fields } from '../text/fields'
import { EVENT_FIELDS } from './event-fields'
import { eventOfOcsf } from './ocsf'
import { readStruct } from './read-struct'
import { parsedJson } from '../text/parsed-json'

/** A way in which tools write events of CloudTrail as an object of JSON. */
export interface FormatRow {
  readonly name: string
  /** The members that it has. */
  readonly has: readonly string[]
  /** The events that it holds. */
  readonly records: (object: Fields) => readonly unknown[]
}

const parsed = (text: unknown): unknown => (typeof text === 'string' ? parsedJson(text) : text)

const LIST = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const JSON_FIELDS: ReadonlySet<string> = new Set([
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'serviceEventDetails',
])

/** A row of a table of events, whose columns have the names of fields in any case, and some of them JSON or Presto's rows. */
function eventOfRow(row: Fields): Fields {
  const event: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row)) {
    const name = EVENT_FIELDS.get(column.toLowerCase()) ?? column
    setOwn(
      event,
      name,
      typeof value === 'string' ? valueOfCell(name, value) : NAMED.has(name) ? named(value, 0) : value,
    )
  }
  return event
}

/** Fields whose members are fields too: a table has their names in lower case. */
const NAMED: ReadonlySet<string> = new Set(['userIdentity', 'resources', 'tlsDetails'])
const DEEPEST = 6

function named(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return value
  if (Array.isArray(value)) return value.map((each) => named(each, depth + 1))
  if (!isFields(value)) return value
  const fields: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value))
    setOwn(fields, EVENT_FIELDS.get(name.toLowerCase()) ?? name, named(member, depth + 1))
  return fields
}

/** The value that a cell of text stands for. */
function valueOfCell(name: string, text: string): unknown {
  if (text === '' || text === 'null') return null
  if (name === 'userIdentity' || name === 'resources' || name === 'tlsDetails' || name === 'eventContext')
    return parsed(text) ?? readStruct(text)
  return JSON_FIELDS.has(name) ? (parsed(text) ?? text) : name === 'eventTime' ? isoTime(text) : text
}

/** `2026-01-02 03:04:05.000`, with or without a zone, in the form of CloudTrail. */
function isoTime(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d{1,9})?(?: ?UTC|Z)?$/.exec(text)
  return match ? `${match[1]}T${match[2]}Z` : text
}

/** Ways in which events come, the first that fits. */
const FORMATS: readonly FormatRow[] = [
  { name: 'CloudTrail', has: ['eventName', 'eventSource'], records: (object) => [object] },
  { name: 'EventBridge', has: ['detail', 'detail-type'], records: ({ detail }) => [detail] },
  { name: 'lookup-events', has: ['CloudTrailEvent'], records: ({ CloudTrailEvent }) => [parsed(CloudTrailEvent)] },
  { name: 'CloudWatch Logs', has: ['message'], records: ({ message }) => [parsed(message)] },
  {
    name: 'CloudTrail Lake',
    has: ['QueryResultRows'],
    records: ({ QueryResultRows }) =>
      LIST(QueryResultRows).map((row) => eventOfRow(Object.assign({}, ...LIST(row).filter(isFields)) as Fields)),
  },
  {
    name: 'CloudWatch Logs Insights',
    has: ['results'],
    records: ({ results }) =>
      LIST(results).flatMap((row) =>
        LIST(row).flatMap((cell) => (isFields(cell) && cell.field === '@message' ? [parsed(cell.value)] : [])),
      ),
  },
  { name: 'OCSF', has: ['class_uid', 'api'], records: (object) => [eventOfOcsf(object)] },
  { name: 'Athena', has: ['eventname', 'eventsource'], records: (object) => [eventOfRow(object)] },
]

/** The events that an object holds; itself where it is of no known format. */
export function recordsOf(object: Fields): readonly unknown[] {
  const format = FORMATS.find(({ has }) => has.every((name) => Object.hasOwn(object, name)))
  return format?.records(object) ?? [object]
}

/** A cell that holds a whole event or the columns of one. */
export function recordOfCells(cells: Fields): unknown {
  const whole = own(cells as Record<string, unknown>, '@message') ?? own(cells as Record<string, unknown>, 'eventjson')
  return typeof whole === 'string' ? parsed(whole) : eventOfRow(cells)
}
