/** Bytes that are written one after the other. */
export class GrowingBytes {
  bytes = new Uint8Array(1 << 12)
  length = 0

  /** Writes more of them at the end. */
  push(more: Uint8Array): void {
    const needed = this.length + more.length
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2))
      grown.set(this.bytes.subarray(0, this.length))
      this.bytes = grown
    }
    this.bytes.set(more, this.length)
    this.length = needed
  }

  /** What comes next begins anew. */
  clear(): void {
    this.length = 0
  }

  /** All that was written, as a copy; what comes next begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const all = this.bytes.slice(0, this.length)
    this.length = 0
    return all
  }
}

/** Whole numbers of 32 bits that are written one after the other. */
export class GrowingInts {
  #ints = new Int32Array(1 << 10)
  length = 0

  /** Writes one more. */
  push(value: number): void {
    if (this.length === this.#ints.length) {
      const grown = new Int32Array(this.length * 2)
      grown.set(this.#ints)
      this.#ints = grown
    }
    this.#ints[this.length++] = value
  }

  /** All that was written, as a copy; what comes next begins anew. */
  take(): Int32Array<ArrayBuffer> {
    const all = this.#ints.slice(0, this.length)
    this.length = 0
    return all
  }
}
