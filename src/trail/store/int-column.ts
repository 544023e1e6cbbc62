const SEGMENT = 1 << 16

type Segment = Uint8Array | Uint16Array | Int32Array

/** The narrowest kind of segment that a number fits into. */
const segmentFor = (value: number) =>
  value >= 0 && value < 1 << 8 ? Uint8Array : value >= 0 && value < 1 << 16 ? Uint16Array : Int32Array

/**
 * Whole numbers of 32 bits, one after the other; they grow without ever being copied whole. Each segment is as wide as
 * its largest number needs.
 */
export class IntColumn {
  readonly #segments: Segment[] = []
  /** The last segment, and the number that would be too large for it. */
  #last: Segment = new Uint8Array(0)
  #limit = 0
  length = 0

  /** How many bytes it takes. */
  get weight(): number {
    return this.#segments.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }

  /** Adds one at the end. */
  push(value: number): void {
    const at = this.length & (SEGMENT - 1)
    if (at === 0) this.#begin(value)
    else if (value >= this.#limit || value < 0) this.#widen(value)
    this.#last[at] = value
    this.length += 1
  }

  #begin(value: number): void {
    this.#last = new (segmentFor(value))(SEGMENT)
    this.#limit = limitOf(this.#last)
    this.#segments.push(this.#last)
  }

  #widen(value: number): void {
    const Wider = segmentFor(value)
    if (Wider.BYTES_PER_ELEMENT <= this.#last.BYTES_PER_ELEMENT) return
    const wider = new Wider(SEGMENT)
    wider.set(this.#last)
    this.#last = wider
    this.#limit = limitOf(wider)
    this.#segments[this.#segments.length - 1] = wider
  }

  /** The number at a place; 0 beyond the end. */
  get(at: number): number {
    return this.#segments[at >>> 16]?.[at & (SEGMENT - 1)] ?? 0
  }
}

const limitOf = ({ BYTES_PER_ELEMENT }: Segment): number => 2 ** (8 * BYTES_PER_ELEMENT)
