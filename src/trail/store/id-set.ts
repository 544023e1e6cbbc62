/** Ids that were seen, by two hashes of 32 bits. */
export class IdSet {
  #ones = new Int32Array(1 << 12)
  #twos = new Int32Array(1 << 12)
  size = 0

  /** How many bytes it takes. */
  get weight(): number {
    return this.#ones.length * 8
  }

  /** Adds an id. False where it was there already. */
  add(one: number, two: number): boolean {
    // what stands for "none" in the table
    const second = two === 0 ? 1 : two
    const mask = this.#ones.length - 1
    let slot = (one ^ (second >>> 9)) & mask
    while (this.#twos[slot] !== 0) {
      if (this.#ones[slot] === one && this.#twos[slot] === second) return false
      slot = (slot + 1) & mask
    }
    this.#ones[slot] = one
    this.#twos[slot] = second
    this.size += 1
    if (this.size * 4 > this.#ones.length * 3) this.#grow()
    return true
  }

  #grow(): void {
    const [ones, twos] = [this.#ones, this.#twos]
    this.#ones = new Int32Array(ones.length * 2)
    this.#twos = new Int32Array(ones.length * 2)
    const mask = this.#ones.length - 1
    for (let i = 0; i < ones.length; i++) {
      const second = twos[i] ?? 0
      if (second === 0) continue
      const one = ones[i] ?? 0
      let slot = (one ^ (second >>> 9)) & mask
      while (this.#twos[slot] !== 0) slot = (slot + 1) & mask
      this.#ones[slot] = one
      this.#twos[slot] = second
    }
  }
}
