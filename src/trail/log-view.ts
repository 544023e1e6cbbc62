import { pickTime, type LogEntry } from './log-entry'
import { GROUP_FIELDS, type GroupField, type LogFilter } from './log-filter'

/** Entries that have one value in common. */
export interface LogGroup {
  readonly value: string | null
  readonly count: number
  /** How many different entries it holds. */
  readonly entries: number
  readonly first: string | null
  readonly last: string | null
}

const textOf = ({ principal, action, operation, resource, layer }: LogEntry): string =>
  [principal, action ?? operation, resource, layer].join('\n').toLowerCase()

/** The entries that a filter leaves, in their order. */
export function filterEntries(entries: readonly LogEntry[], { words, fields }: LogFilter): readonly LogEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const named = GROUP_FIELDS.filter((field) => fields[field] !== undefined)
  return entries.filter((entry) => {
    if (named.some((field) => entry[field] !== fields[field])) return false
    if (wanted.length === 0) return true
    const text = textOf(entry)
    return wanted.every((word) => text.includes(word))
  })
}

/** Sums entries up by a field, in the order in which its values first stand in the log. */
export function sumEntries(entries: readonly LogEntry[], field: GroupField): readonly LogGroup[] {
  const groups = new Map<string | null, LogGroup>()
  for (const { [field]: value, count, first, last } of entries) {
    const before = groups.get(value) ?? { value, count: 0, entries: 0, first: null, last: null }
    groups.set(value, {
      value,
      count: before.count + count,
      entries: before.entries + 1,
      first: pickTime('first', before.first, first),
      last: pickTime('last', before.last, last),
    })
  }
  return [...groups.values()]
}

/** What rows can be put in order by. */
export type SortField = GroupField | 'count' | 'entries' | 'first' | 'last' | 'value'

/** What rows are sorted by. */
export interface SortOrder {
  readonly field: SortField
  readonly descending: boolean
}

type Row = Readonly<Partial<Record<SortField, string | number | null>>>

/** Names in the order of the alphabet, numbers by size; what is missing stands last either way. */
function compare(one: string | number | null, other: string | number | null, descending: boolean): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return one < other === descending ? 1 : -1
}

/** Rows in another order; those that are equal keep theirs. */
export function sortRows<R extends Row>(rows: readonly R[], { field, descending }: SortOrder): readonly R[] {
  return rows.toSorted((one, other) => compare(one[field] ?? null, other[field] ?? null, descending))
}

/** How many denials there are, repetitions counted. */
export const countOf = (entries: readonly LogEntry[]): number => entries.reduce((sum, { count }) => sum + count, 0)
