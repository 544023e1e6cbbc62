import { own } from '../text/own'
import type { Facts } from './knowledge'

/** What Lake Formation says is missing, in the words that its grants have it in, and on what. */
const GRANT =
  /\bLake Formation permission\(s\)(?:: Required (?<what>[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){0,3}) on(?: (?<on>[\w.-]{1,255}\w))?| on (?<location>s3:\/\/[\w./-]{3,500}))/

/**
 * The kind of thing that each permission is granted on; the others are of databases and tables alike.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html
 */
const GRANTED_ON: Readonly<Record<string, 'Database' | 'Table' | 'Catalog' | 'DataLocation'>> = {
  CREATE_TABLE: 'Database',
  CREATE_DATABASE: 'Catalog',
  DATA_LOCATION_ACCESS: 'DataLocation',
  SELECT: 'Table',
  INSERT: 'Table',
  DELETE: 'Table',
}

/** Operations of the Data Catalog whose words name a database alone. */
const OF_DATABASE = /\b(?:Get|Update|Delete)Database\b/

/** The database that a text writes before the name of a table. */
const databaseOf = (text: string, table: string | undefined): string | undefined =>
  table === undefined || !/^\w{1,255}$/.test(table)
    ? undefined
    : new RegExp(`(?<![\\w/])(\\w{1,255})\\.${table}(?![\\w.-])`).exec(text)?.[1]

/** The resource of a grant as its command takes it; gaps in braces. */
function grantResource(permission: string | undefined, on: string | undefined, named: Facts, text: string): string {
  const before = databaseOf(text, on)
  // What it misses the permission on can be the very database that the query ran against.
  const isDatabase = OF_DATABASE.test(text) || (on !== undefined && on === named['database'] && before === undefined)
  const kind = own(GRANTED_ON, permission ?? '') ?? (isDatabase ? 'Database' : 'Table')
  const database = (kind === 'Database' ? on : undefined) ?? named['database'] ?? before ?? '{database}'
  if (kind === 'Catalog') return '{"Catalog":{}}'
  if (kind === 'DataLocation')
    return `{"DataLocation":{"ResourceArn":"${on === undefined ? '<ARN of the bucket>' : `arn:aws:s3:::${on}`}"}}`
  if (kind === 'Database') return `{"Database":{"Name":"${database}"}}`
  const table = own(GRANTED_ON, permission ?? '') === 'Table' || before !== undefined ? on : undefined
  return `{"Table":{"DatabaseName":"${database}","Name":"${table ?? named['table'] ?? '{table}'}"}}`
}

/** What the Data Catalog says in parentheses of the thing that it misses a permission on. */
const NAMED =
  /\bLake Formation permission\(s\) on [\w.-]{1,255} \(Database name: ([\w.-]{1,255})(?:, Table Name: ([\w.-]{1,255}))?\)/i

/** The permission and the thing where the words name the thing alone: a crawler makes tables in the database. */
function grantOfNamed(text: string): Readonly<Record<string, string | undefined>> | null {
  const [, database, table] = NAMED.exec(text) ?? []
  if (database === undefined) return null
  if (table !== undefined)
    return { permission: undefined, grantResource: `{"Table":{"DatabaseName":"${database}","Name":"${table}"}}` }
  const permission = /\bcrawl/i.test(text) ? 'CREATE_TABLE' : undefined
  return { permission, grantResource: `{"Database":{"Name":"${database}"}}` }
}

/** The permission that Lake Formation misses, and the resource that it is granted on. */
export function grantIn(text: string, named: Facts): Readonly<Record<string, string | undefined>> {
  const ofNamed = grantOfNamed(text)
  if (ofNamed !== null) return ofNamed
  const groups = GRANT.exec(text)?.groups
  const what = groups?.['what']?.toUpperCase().replaceAll(' ', '_')
  const permission = what ?? (groups === undefined ? undefined : 'DATA_LOCATION_ACCESS')
  const on = groups?.['on'] ?? groups?.['location']?.replace('s3://', '')
  return { permission, grantResource: grantResource(permission, on, named, text) }
}
