import type { QueryProblem } from '../../../../trail/queries/query-input'

/** What is wrong with what was entered. */
export const QUERY_PROBLEMS: Readonly<Record<QueryProblem, string>> = {
  'bad-bucket': 'Enter the name of the bucket that the trail writes to.',
  'bad-prefix': 'The prefix is the part of the path before AWSLogs, without slashes at its ends.',
  'bad-organization': 'An organization’s ID looks like o-a1b2c3d4e5.',
  'bad-name': 'Database and table names have lowercase letters, digits and underscores.',
  'bad-account': 'Account IDs have twelve digits.',
  'bad-region': 'A Region’s name looks like eu-west-1.',
  'bad-day': 'Enter days as 2026-01-31.',
  'days-reversed': 'The last day is before the first.',
  'no-account': 'The table has no list of accounts. Enter the accounts that you need.',
  'no-region': 'Enter the Regions that the trail covers.',
  'bad-store': 'Enter the ID at the end of the event data store’s ARN.',
}

const UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'] as const

/** Bytes as people read them. */
export function bytesText(bytes: number): string {
  const at = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1))
  const value = bytes / 1_000 ** (at + 1)
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${UNITS[at]}`
}

/** A price as people read it. */
export const dollarsText = (dollars: number): string =>
  dollars < 0.01
    ? 'less than $0.01'
    : `$${dollars.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
