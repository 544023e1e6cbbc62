/** Where the log stands that Athena shall read. */
export interface AthenaSource {
  readonly database: string
  readonly table: string
  readonly bucket: string
  /** The trail's prefix in the bucket; empty where it has none. */
  readonly prefix: string
  /** Of an organization trail; empty for the trail of an account. */
  readonly organization: string
  readonly regions: readonly string[]
  /** The first day of the table, as YYYY-MM-DD. */
  readonly since: string
}

/** The events that a query asks for. */
export interface QueryFilter {
  /** The first and the last day, as YYYY-MM-DD. */
  readonly from: string
  readonly to: string
  readonly accounts: readonly string[]
  /** None: all of the table. */
  readonly regions: readonly string[]
  /** The ARN of a role or user; empty: everybody. */
  readonly principal: string
  /** Words that all stand somewhere in the principal, the call or its resources. */
  readonly words: string
  readonly isDeniedOnly: boolean
  /** S3 objects count together by their bucket, where there are too many to list. */
  readonly byBucket: boolean
}

/** What is wrong with what was entered. */
export type QueryProblem =
  | 'bad-bucket'
  | 'bad-prefix'
  | 'bad-organization'
  | 'bad-name'
  | 'bad-account'
  | 'bad-region'
  | 'bad-day'
  | 'days-reversed'
  | 'no-account'
  | 'no-region'
  | 'bad-store'

const SHAPES = {
  bucket: /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/,
  prefix: /^(?:[\w!.*()-]{1,100}(?:\/[\w!.*()-]{1,100}){0,20})?$/,
  organization: /^(?:o-[a-z\d]{10,32})?$/,
  name: /^[a-z_][a-z\d_]{0,127}$/,
  account: /^\d{12}$/,
  region: /^[a-z]{2}(?:-[a-z]{2,5}){1,2}-[a-z]{3,10}-\d{1,2}$|^[a-z]{2}-[a-z]{4,10}-\d{1,2}$/,
  day: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  store: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
} as const

const fits = (shape: keyof typeof SHAPES, value: string): boolean => SHAPES[shape].test(value)

/** What is wrong with a table's description. Its values stand in places that SQL cannot escape, so they must be plain. */
export function sourceProblems(source: AthenaSource): readonly QueryProblem[] {
  const { database, table, bucket, prefix, organization, regions, since } = source
  return [
    ...(fits('bucket', bucket) ? [] : ['bad-bucket' as const]),
    ...(fits('prefix', prefix) ? [] : ['bad-prefix' as const]),
    ...(fits('organization', organization) ? [] : ['bad-organization' as const]),
    ...(fits('name', database) && fits('name', table) ? [] : ['bad-name' as const]),
    ...(regions.length === 0 ? ['no-region' as const] : []),
    ...(regions.every((region) => fits('region', region)) ? [] : ['bad-region' as const]),
    ...(fits('day', since) ? [] : ['bad-day' as const]),
  ]
}

/** What is wrong with a filter. Athena's table needs accounts, since it has no list of them. */
export function filterProblems(filter: QueryFilter, engine: 'athena' | 'lake'): readonly QueryProblem[] {
  const { from, to, accounts, regions } = filter
  return [
    ...(fits('day', from) && fits('day', to) ? (from > to ? ['days-reversed' as const] : []) : ['bad-day' as const]),
    ...(engine === 'athena' && accounts.length === 0 ? ['no-account' as const] : []),
    ...(accounts.every((account) => fits('account', account)) ? [] : ['bad-account' as const]),
    ...(regions.every((region) => fits('region', region)) ? [] : ['bad-region' as const]),
  ]
}

/** Is it the id of an event data store of CloudTrail Lake? */
export const isStoreId = (id: string): boolean => fits('store', id)

/** How many days a filter takes in. */
export function daysOf({ from, to }: Pick<QueryFilter, 'from' | 'to'>): number {
  const dayNumber = (day: string) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    // Days since the first of March of year 0, so that a leap day is the last of its year.
    const shifted = month > 2 ? year : year - 1
    return (
      365 * shifted +
      Math.floor(shifted / 4) -
      Math.floor(shifted / 100) +
      Math.floor(shifted / 400) +
      Math.floor((153 * ((month + 9) % 12) + 2) / 5) +
      date
    )
  }
  return dayNumber(to) - dayNumber(from) + 1
}
