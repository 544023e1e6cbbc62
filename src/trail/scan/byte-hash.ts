/** Two hashes of 32 bits of a stretch of bytes; together they name it. */
export class ByteHash {
  one = 0
  two = 0
  readonly #seed: number
  #view: DataView = new DataView(new ArrayBuffer(0))

  /** The seed is one that whoever writes a log cannot know. */
  constructor(seed: number) {
    this.#seed = seed | 0
    this.reset()
  }

  /** Begins anew. */
  reset(): void {
    this.one = this.#seed ^ 0x811c9dc5
    this.two = Math.imul(this.#seed, 0x9e3779b1) ^ 0x2545f491
  }

  /** Takes more bytes, and where they end. */
  add(bytes: Uint8Array, start: number, end: number): void {
    const { buffer, byteOffset, byteLength } = this.#view
    if (buffer !== bytes.buffer || byteOffset !== bytes.byteOffset || byteLength !== bytes.byteLength)
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const view = this.#view
    let { one, two } = this
    let at = start
    for (const last = end - 8; at <= last; at += 8) {
      const low = view.getInt32(at, true)
      const high = view.getInt32(at + 4, true)
      one = Math.imul(one ^ low, 0x01000193) ^ high
      two = Math.imul(two ^ high, 0x85ebca6b) + low
      one = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d)
      two = (two << 13) | (two >>> 19)
    }
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0
      one = Math.imul(one ^ byte, 0x01000193)
      two = Math.imul(two ^ byte, 0xc2b2ae35)
    }
    const length = end - start
    one = Math.imul(one ^ length, 0xcc9e2d51)
    two = Math.imul(two ^ length, 0x1b873593)
    this.one = one ^ (one >>> 16)
    this.two = two ^ (two >>> 13)
  }
}
