const SEGMENT = 1 << 16

/** Whole numbers of 32 bits, one after the other; they grow without ever being copied whole. */
export class IntColumn {
  readonly #segments: Int32Array[] = []
  length = 0

  /** Adds one at the end. */
  push(value: number): void {
    const at = this.length & (SEGMENT - 1)
    if (at === 0) this.#segments.push(new Int32Array(SEGMENT))
    const segment = this.#segments[this.length >>> 16] as Int32Array
    segment[at] = value
    this.length += 1
  }

  /** The number at a place; 0 beyond the end. */
  get(at: number): number {
    return this.#segments[at >>> 16]?.[at & (SEGMENT - 1)] ?? 0
  }
}
