const SIZE = 1 << 15

/** Which id bytes were given that were seen before, by their hashes. It forgets: its size is fixed. */
export class PartMemo {
  readonly #ones = new Int32Array(SIZE)
  readonly #twos = new Int32Array(SIZE)
  /** Ids plus one; 0 where nothing is kept. */
  readonly #ids = new Int32Array(SIZE)

  /** The id that was kept; -1 where there is none. */
  get(one: number, two: number): number {
    const at = (one ^ (two >>> 7)) & (SIZE - 1)
    return this.#ones[at] === one && this.#twos[at] === two ? (this.#ids[at] ?? 0) - 1 : -1
  }

  /** Keeps an id, in place of another that was kept there. */
  set(one: number, two: number, id: number): void {
    const at = (one ^ (two >>> 7)) & (SIZE - 1)
    this.#ones[at] = one
    this.#twos[at] = two
    this.#ids[at] = id + 1
  }
}
