import { timeOf } from '../scan/seconds'
import type { TextCodec } from '../scan/text-codec'
import { DENIAL_FIELDS, type DenialField } from './denial-fields'
import type { DenialIndex } from './denial-index'
import type { EventStore } from './event-store'
import {
  type DenialFilter,
  type DenialSort,
  type DenialLook,
  type Sums,
  type ChartBar,
  type DenialAnswer,
} from './denial-look'

const BARS = 48
/** Lengths of bars that people read at once, in seconds. */
const LENGTHS = [60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 172_800, 604_800, 2_592_000]

/** Is a byte-wise lower-case word in a text? */
function includesWord(bytes: Uint8Array, word: Uint8Array): boolean {
  const first = word[0] ?? 0
  for (let at = 0; at <= bytes.length - word.length; at++) {
    if (lower(bytes[at] ?? 0) !== first) continue
    let i = 1
    while (i < word.length && lower(bytes[at + i] ?? 0) === word[i]) i++
    if (i === word.length) return true
  }
  return false
}

const lower = (byte: number) => (byte >= 65 && byte <= 90 ? byte + 32 : byte)

/** Answers questions about the denials of a trail. */
export class DenialQuery {
  readonly #events: EventStore
  readonly #index: DenialIndex
  readonly #codec: TextCodec
  /** By entry: is there none of it in the earlier trail? Null where there is no earlier trail. */
  #isNew: Uint8Array | null = null

  constructor(events: EventStore, index: DenialIndex, codec: TextCodec) {
    this.#events = events
    this.#index = index
    this.#codec = codec
  }

  /** Compares with an earlier trail; null for none. What is new is who was refused what on what kind of resource, and by which layer. */
  compareWith(earlier: DenialIndex | null): void {
    if (earlier === null) {
      this.#isNew = null
      return
    }
    const fields = ['principal', 'action', 'pattern', 'layer'] as const
    const keyOf = (index: DenialIndex, entry: number) =>
      fields.map((field) => index.text(index.column(field).get(entry)) ?? '').join('\n')
    const known = new Set<string>()
    for (let entry = 0; entry < earlier.entries.size; entry++) known.add(keyOf(earlier, entry))
    const isNew = new Uint8Array(this.#index.entries.size)
    for (let entry = 0; entry < isNew.length; entry++) isNew[entry] = known.has(keyOf(this.#index, entry)) ? 0 : 1
    this.#isNew = isNew
  }

  /** By entry: does the filter let it through? */
  #kept({ words, fields, isNew }: DenialFilter): Uint8Array {
    const index = this.#index
    const kept = new Uint8Array(index.entries.size).fill(1)
    if (isNew && this.#isNew !== null) for (let i = 0; i < kept.length; i++) kept[i] = this.#isNew[i] ?? 1
    for (const field of DENIAL_FIELDS) {
      const wanted = fields[field]
      if (wanted === undefined) continue
      const name = wanted === null ? 0 : this.#nameOf(wanted)
      const column = index.column(field)
      for (let i = 0; i < kept.length; i++) if (column.get(i) !== name) kept[i] = 0
    }
    for (const word of words.toLowerCase().split(/\s+/).filter(Boolean)) this.#keepWord(kept, word)
    return kept
  }

  #nameOf(text: string): number {
    const bytes = this.#codec.encode(text)
    return this.#index.names.find(bytes, 0, bytes.length)
  }

  #keepWord(kept: Uint8Array, word: string): void {
    const { names } = this.#index
    const bytes = this.#codec.encode(word)
    const has = new Uint8Array(names.size)
    for (let name = 1; name < has.length; name++) has[name] = includesWord(names.get(name), bytes) ? 1 : 0
    const columns = (['principal', 'action', 'resource', 'layer', 'error'] as const).map((field) =>
      this.#index.column(field),
    )
    for (let i = 0; i < kept.length; i++) {
      if (kept[i] === 1 && !columns.some((column) => has[column.get(i)] === 1)) kept[i] = 0
    }
  }

  /** What a look shows. */
  look({ filter, by, sort, limit }: DenialLook): DenialAnswer {
    const index = this.#index
    const kept = this.#kept(filter)
    const keys = by === null ? null : index.column(by)
    const size = keys === null ? kept.length : index.names.size
    const counts = new Int32Array(size)
    const firsts = new Float64Array(size).fill(Infinity)
    const lasts = new Float64Array(size)
    const isCounted = new Uint8Array(kept.length)
    const entriesOf = new Int32Array(size)
    const [from, to] = filter.span ?? [-Infinity, Infinity]
    let [denials, entries, first, last] = [0, 0, Infinity, 0]
    for (let at = 0; at < index.rows.length; at++) {
      const entry = index.rowEntries.get(at)
      if (kept[entry] === 0) continue
      const seconds = this.#events.seconds(index.rows.get(at))
      if (seconds < from || seconds >= to) continue
      const key = keys === null ? entry : keys.get(entry)
      denials += 1
      counts[key] = (counts[key] ?? 0) + 1
      if (seconds < (firsts[key] ?? 0)) firsts[key] = seconds
      if (seconds > (lasts[key] ?? 0)) lasts[key] = seconds
      if (seconds < first) first = seconds
      if (seconds > last) last = seconds
      if (isCounted[entry] === 1) continue
      isCounted[entry] = 1
      entries += 1
      entriesOf[key] = (entriesOf[key] ?? 0) + 1
    }
    const ids: number[] = []
    for (let key = 0; key < size; key++) if ((counts[key] ?? 0) > 0) ids.push(key)
    const sums = (key: number): Sums => ({
      count: counts[key] ?? 0,
      entries: entriesOf[key] ?? 0,
      first: timeOf(firsts[key] ?? 0),
      last: timeOf(lasts[key] ?? 0),
    })
    const sorted = this.#sorted(ids, sort, by, { counts, firsts, lasts, entries: entriesOf }).slice(0, limit)
    return {
      denials,
      entries,
      total: ids.length,
      rows: by === null ? sorted.map((id) => ({ ...index.entry(id), ...sums(id) })) : null,
      groups: by === null ? null : sorted.map((name) => ({ value: index.text(name), ...sums(name) })),
      chart: denials === 0 ? [] : this.#chart(kept, filter, first, last),
    }
  }

  #sorted(
    ids: number[],
    { field, descending }: DenialSort,
    by: DenialField | null,
    {
      counts,
      firsts,
      lasts,
      entries,
    }: { counts: Int32Array; firsts: Float64Array; lasts: Float64Array; entries: Int32Array },
  ): number[] {
    const numbers = { count: counts, first: firsts, last: lasts, entries }
    if (field === 'count' || field === 'first' || field === 'last' || field === 'entries') {
      const values = numbers[field]
      const sign = descending ? -1 : 1
      return ids.sort((a, b) => sign * ((values[a] ?? 0) - (values[b] ?? 0)) || a - b)
    }
    const column = field === 'value' ? null : this.#index.column(field)
    const ranks = this.#ranks(ids.map((id) => (column === null || by !== null ? id : column.get(id))))
    const rank = (id: number) => ranks.get(column === null || by !== null ? id : column.get(id)) ?? 0
    return ids.sort((a, b) => compareRanks(rank(a), rank(b), descending) || a - b)
  }

  /** The order of names, from 1; what is missing has 0. */
  #ranks(names: readonly number[]): ReadonlyMap<number, number> {
    const texts = [...new Set(names)]
      .filter((name) => name !== 0)
      .map((name) => [this.#index.text(name) ?? '', name] as const)
    texts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return new Map(texts.map(([, name], i) => [name, i + 1]))
  }

  #chart(kept: Uint8Array, { span }: DenialFilter, first: number, last: number): ChartBar[] {
    const index = this.#index
    const [from, to] = span ?? [first, last + 1]
    const length = LENGTHS.find((each) => (to - from) / each <= BARS) ?? Math.ceil((to - from) / BARS)
    const start = Math.floor(from / length) * length
    const bars = Math.max(1, Math.ceil((to - start) / length))
    const layers = index.column('layer')
    const sums = Array.from({ length: bars }, () => new Map<number, number>())
    for (let at = 0; at < index.rows.length; at++) {
      const entry = index.rowEntries.get(at)
      if (kept[entry] === 0) continue
      const seconds = this.#events.seconds(index.rows.get(at))
      if (seconds < from || seconds >= to) continue
      const bar = sums[Math.floor((seconds - start) / length)]
      const layer = layers.get(entry)
      bar?.set(layer, (bar.get(layer) ?? 0) + 1)
    }
    return sums.map((bar, i) => ({
      from: start + i * length,
      to: start + (i + 1) * length,
      counts: Object.fromEntries([...bar].map(([layer, count]) => [index.text(layer) ?? 'unknown', count])),
    }))
  }

  /** The denied events of an entry, as places among all events; the first ones. */
  rowsOf(entry: number, limit: number): readonly number[] {
    const rows: number[] = []
    for (let at = this.#index.firsts.get(entry); at < this.#index.rows.length && rows.length < limit; at++)
      if (this.#index.rowEntries.get(at) === entry) rows.push(this.#index.rows.get(at))
    return rows
  }
}

/** What is missing stands last either way. */
function compareRanks(one: number, other: number, descending: boolean): number {
  if (one === 0 || other === 0) return one === other ? 0 : one === 0 ? 1 : -1
  return descending ? other - one : one - other
}
