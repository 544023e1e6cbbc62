import type { EventParts } from '../event-parts'
import { PART_NAMES } from '../scan/pack-parts'
import { ROW, ROW_LENGTH, type RecordBatch } from '../scan/record-batch'
import { timeOf } from '../scan/seconds'
import type { TextCodec } from '../scan/text-codec'
import { eventOfParts, type TrailEvent } from '../trail-event'
import { IdSet } from './id-set'
import { IntColumn } from './int-column'
import { PartStore } from './part-store'

/** Where an event stands: its file, and the bytes of it there, once it is inflated. */
export interface EventPlace {
  readonly file: number
  readonly offset: number
  readonly length: number
}

const COLUMNS = ROW_LENGTH + 1
const FILE = ROW_LENGTH
const HELD = Array.from({ length: COLUMNS }, (_, i) => i).filter((i) => i !== ROW.idOne && i !== ROW.idTwo)

/** All events of a trail, as columns of numbers. */
export class EventStore {
  readonly parts: PartStore
  readonly #columns: readonly IntColumn[] = Array.from({ length: COLUMNS }, () => new IntColumn())
  readonly #ids = new IdSet()
  /** How many events came twice, and were taken once. */
  duplicates = 0

  constructor(codec: TextCodec, seed: number, limits?: ConstructorParameters<typeof PartStore>[2]) {
    this.parts = new PartStore(codec, seed, limits)
  }

  /** How many events there are. */
  get size(): number {
    return this.#columns[0]?.length ?? 0
  }

  /** How many bytes it takes, about. */
  get weight(): number {
    const columns = this.#columns.reduce((sum, { weight }) => sum + weight, 0)
    return this.parts.weight + columns + this.#ids.weight
  }

  /** Takes what a reader found in a file. `onEvent` is told of every event that is new. */
  add(reader: number, file: number, batch: RecordBatch, onEvent?: (row: number) => void): void {
    const ids = this.parts.add(reader, batch)
    const { rows } = batch
    const fresh = this.#fresh(rows)
    const before = this.size
    // a column at a time: each of these loops does one thing, which engines compile to very little
    for (const index of HELD) {
      const column = this.#columns[index] as IntColumn
      const names = ids[index - ROW.parts]
      if (index === FILE) for (let i = 0; i < fresh.length; i++) column.push(file)
      else if (names === undefined) for (const at of fresh) column.push(rows[at + index] ?? 0)
      else for (const at of fresh) column.push(names.get(rows[at + index] ?? 0))
    }
    if (onEvent) for (let row = before; row < before + fresh.length; row++) onEvent(row)
  }

  /** Where the rows begin whose events did not come before. */
  #fresh(rows: Int32Array): Int32Array {
    const fresh = new Int32Array(rows.length / ROW_LENGTH)
    let count = 0
    for (let at = 0; at < rows.length; at += ROW_LENGTH) {
      const [one, two] = [rows[at + ROW.idOne] ?? 0, rows[at + ROW.idTwo] ?? 0]
      if ((one !== 0 || two !== 0) && !this.#ids.add(one, two)) this.duplicates += 1
      else fresh[count++] = at
    }
    return fresh.subarray(0, count)
  }

  /** When an event happened, in seconds since 1970. */
  seconds(row: number): number {
    return (this.#columns[ROW.seconds]?.get(row) ?? 0) >>> 0
  }

  /** The id of a part of an event. */
  partId(row: number, name: keyof EventParts): number {
    return this.#columns[ROW.parts + PART_NAMES.indexOf(name)]?.get(row) ?? 0
  }

  /** Where an event stands. */
  place(row: number): EventPlace {
    const low = (this.#columns[ROW.offsetLow]?.get(row) ?? 0) >>> 0
    return {
      file: this.#columns[FILE]?.get(row) ?? 0,
      offset: (this.#columns[ROW.offsetHigh]?.get(row) ?? 0) * 0x1_0000_0000 + low,
      length: this.#columns[ROW.length]?.get(row) ?? 0,
    }
  }

  /** An event, but for its id, which is not kept. */
  event(row: number): TrailEvent {
    const parts = Object.fromEntries(
      PART_NAMES.map((name) => [name, this.parts.get(name, this.partId(row, name))]),
    ) as unknown as EventParts
    return eventOfParts(null, timeOf(this.seconds(row)), parts)
  }
}
