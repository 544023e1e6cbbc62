import { EVENT_FIELDS } from './event-fields'

/** The columns of Security Lake, https://docs.aws.amazon.com/security-lake/latest/userguide/open-cybersecurity-schema-framework.html, that an event is read from. */
const OCSF = [
  'class_uid',
  'time',
  'time_dt',
  'metadata',
  'cloud',
  'api',
  'actor',
  'src_endpoint',
  'http_request',
  'resources',
  'unmapped',
] as const

/** What an answer held is not read. */
const UNREAD: ReadonlySet<string> = new Set(['responseelements', 'additionaleventdata', 'serviceeventdetails'])

/** Which columns of a table hold events; null where it is one of something else. */
export function columnsOfEvents(names: readonly string[]): readonly string[] | null {
  const known = new Set(names.map((name) => name.toLowerCase()))
  if (known.has('class_uid') && known.has('api')) return OCSF.filter((name) => names.includes(name))
  if (!known.has('eventname') || !known.has('eventsource')) return null
  return names.filter((name) => EVENT_FIELDS.has(name.toLowerCase()) && !UNREAD.has(name.toLowerCase()))
}
