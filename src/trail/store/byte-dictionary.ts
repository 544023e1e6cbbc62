const SEGMENT = 1 << 20
/** A longer text does not fit. */
const LONGEST_ENTRY = SEGMENT

function hashOf(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed | 0
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** Texts by their bytes, each kept once, under whole numbers from 0. It grows without ever being copied whole. */
export class ByteDictionary {
  readonly #segments: Uint8Array[] = []
  #used = SEGMENT
  /** By id: the place of its first byte among all segments, and of the byte after its last. */
  #starts = new Float64Array(256)
  #lengths = new Uint32Array(256)
  #hashes = new Int32Array(256)
  /** Ids plus one, by hash; 0 where there is none. */
  #table = new Int32Array(512)
  readonly #seed: number
  size = 0

  constructor(seed: number) {
    this.#seed = seed
  }

  /** How many bytes it takes. */
  get weight(): number {
    return this.#segments.length * SEGMENT + this.#starts.length * 16 + this.#table.length * 4
  }

  #isSame(id: number, bytes: Uint8Array, start: number, length: number): boolean {
    if (this.#lengths[id] !== length) return false
    const place = this.#starts[id] ?? 0
    const segment = this.#segments[Math.floor(place / SEGMENT)] ?? new Uint8Array(0)
    const offset = place % SEGMENT
    for (let i = 0; i < length; i++) if (segment[offset + i] !== bytes[start + i]) return false
    return true
  }

  /** The id of a text; -1 where it has none. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end, this.#seed)
    const mask = this.#table.length - 1
    let slot = hash & mask
    for (let known = this.#table[slot] ?? 0; known !== 0; known = this.#table[slot] ?? 0) {
      if (this.#hashes[known - 1] === hash && this.#isSame(known - 1, bytes, start, end - start)) return known - 1
      slot = (slot + 1) & mask
    }
    return -1
  }

  /** The id of a text; a new one where it has none yet. */
  add(bytes: Uint8Array, start: number, wantedEnd: number): number {
    const end = Math.min(wantedEnd, start + LONGEST_ENTRY)
    const hash = hashOf(bytes, start, end, this.#seed)
    const mask = this.#table.length - 1
    let slot = hash & mask
    for (let known = this.#table[slot] ?? 0; known !== 0; known = this.#table[slot] ?? 0) {
      if (this.#hashes[known - 1] === hash && this.#isSame(known - 1, bytes, start, end - start)) return known - 1
      slot = (slot + 1) & mask
    }
    const id = this.size++
    this.#table[slot] = id + 1
    if (id >= this.#starts.length) this.#growIds()
    this.#hashes[id] = hash
    this.#lengths[id] = end - start
    this.#starts[id] = this.#write(bytes, start, end)
    if (this.size * 2 > this.#table.length) this.#growTable()
    return id
  }

  #write(bytes: Uint8Array, start: number, end: number): number {
    if (this.#used + end - start > SEGMENT) {
      this.#segments.push(new Uint8Array(SEGMENT))
      this.#used = 0
    }
    const place = (this.#segments.length - 1) * SEGMENT + this.#used
    this.#segments.at(-1)?.set(bytes.subarray(start, end), this.#used)
    this.#used += end - start
    return place
  }

  #growIds(): void {
    const grow = <Numbers extends Float64Array | Uint32Array | Int32Array>(
      numbers: Numbers,
      grown: Numbers,
    ): Numbers => {
      grown.set(numbers)
      return grown
    }
    const length = Math.ceil(this.#starts.length * 1.5)
    this.#starts = grow(this.#starts, new Float64Array(length))
    this.#lengths = grow(this.#lengths, new Uint32Array(length))
    this.#hashes = grow(this.#hashes, new Int32Array(length))
  }

  #growTable(): void {
    const table = new Int32Array(this.#table.length * 2)
    const mask = table.length - 1
    for (let id = 0; id < this.size; id++) {
      let slot = (this.#hashes[id] ?? 0) & mask
      while (table[slot] !== 0) slot = (slot + 1) & mask
      table[slot] = id + 1
    }
    this.#table = table
  }

  /** The bytes of a text. */
  get(id: number): Uint8Array {
    const place = this.#starts[id] ?? 0
    const offset = place % SEGMENT
    return (this.#segments[Math.floor(place / SEGMENT)] ?? new Uint8Array(0)).subarray(
      offset,
      offset + (this.#lengths[id] ?? 0),
    )
  }
}
