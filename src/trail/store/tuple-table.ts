import { IntColumn } from './int-column'

/** Tuples of whole numbers, each kept once, under whole numbers from 0. */
export class TupleTable {
  readonly columns: readonly IntColumn[]
  /** Ids plus one; 0 where there is none. */
  #table = new Int32Array(1 << 10)
  size = 0

  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => new IntColumn())
  }

  /** The id of a tuple; a new one where it has none yet. */
  add(tuple: readonly number[]): number {
    const mask = this.#table.length - 1
    let slot = hashOf(tuple) & mask
    for (let known = this.#table[slot] ?? 0; known !== 0; known = this.#table[slot] ?? 0) {
      if (this.#is(known - 1, tuple)) return known - 1
      slot = (slot + 1) & mask
    }
    const id = this.size++
    this.#table[slot] = id + 1
    for (const [i, value] of tuple.entries()) this.columns[i]?.push(value)
    if (this.size * 2 > this.#table.length) this.#grow()
    return id
  }

  #is(id: number, tuple: readonly number[]): boolean {
    for (let i = 0; i < tuple.length; i++) if (this.columns[i]?.get(id) !== tuple[i]) return false
    return true
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2)
    const mask = this.#table.length - 1
    for (let id = 0; id < this.size; id++) {
      let slot = hashOf(this.columns.map((column) => column.get(id))) & mask
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask
      this.#table[slot] = id + 1
    }
  }
}

function hashOf(tuple: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const value of tuple) hash = Math.imul(hash ^ value, 0x01000193) ^ (hash >>> 15)
  hash = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b)
  return hash ^ (hash >>> 16)
}
