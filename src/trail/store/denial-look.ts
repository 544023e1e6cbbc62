import type { ClaimedLayer } from '../../denial/denial'
import { type DenialField } from './denial-fields'
import type { StoredEntry } from './denial-index'

/** Which denials are looked at; all of it must hold. Null in a field means those that do not name one. */
export interface DenialFilter {
  /** Words that all must stand somewhere in the entry, in any case. */
  readonly words: string
  readonly fields: Partial<Readonly<Record<DenialField, string | null>>>
  /** Seconds since 1970, the first within and the last without. */
  readonly span: readonly [from: number, to: number] | null
  /** Only those that the earlier trail has none of. */
  readonly isNew: boolean
}

/** The filter that lets every denial through. */
export const EVERY_DENIAL: DenialFilter = { words: '', fields: {}, span: null, isNew: false }

/** What rows are sorted by. */
export interface DenialSort {
  readonly field: DenialField | 'count' | 'entries' | 'first' | 'last' | 'value'
  readonly descending: boolean
}

/** How the denials are looked at. `by` null: each entry by itself. */
export interface DenialLook {
  readonly filter: DenialFilter
  readonly by: DenialField | null
  readonly sort: DenialSort
  readonly limit: number
}

/** Sums over denials. */
export interface Sums {
  readonly count: number
  readonly entries: number
  readonly first: string | null
  readonly last: string | null
}

/** An entry, with what the filter leaves of it. */
export type EntryRow = StoredEntry & Sums

/** Entries that have one value in common. */
export type GroupRow = Sums & { readonly value: string | null }

/** A stretch of time, with its denials by layer. */
export interface ChartBar {
  readonly from: number
  readonly to: number
  readonly counts: Partial<Readonly<Record<ClaimedLayer, number>>>
}

/** What a look shows. */
export interface DenialAnswer {
  readonly denials: number
  readonly entries: number
  /** How many rows there are; `rows` begins the list. */
  readonly total: number
  readonly rows: readonly EntryRow[] | null
  readonly groups: readonly GroupRow[] | null
  readonly chart: readonly ChartBar[]
}
