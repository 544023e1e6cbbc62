/**
 * A model of text that says how likely the next bit is, learned from the text before it: several contexts, each with
 * its own counters, weighed by a small mixer. Reader and writer of a link run the same model, so its arithmetic is exact:
 * only sums, products and quotients of doubles, which every engine rounds alike.
 */

/** Chances are counted in 4096ths. */
export const CHANCE_BITS = 12
const ONE = 1 << CHANCE_BITS

/** The logistic curve at -2048, -1920 … 2048 (in 256ths), in 4096ths. Between these points it is a line. */
const LOGISTIC = [
  1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901, 3975,
  4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
]
const REACH = 2047

function squash(score: number): number {
  const at = (score + 2048) >> 7
  const part = (score + 2048) & 127
  return ((LOGISTIC[at] ?? 0) * (128 - part) + (LOGISTIC[at + 1] ?? ONE - 1) * part + 64) >> 7
}

const SQUASH = Int16Array.from({ length: 2 * REACH + 1 }, (_, i) => squash(i - REACH))

/** The inverse of `squash`. */
const STRETCH = new Int16Array(ONE)
for (let chance = 0, score = -REACH; chance < ONE; chance++) {
  while (score < REACH && (SQUASH[score + REACH] ?? 0) < chance) score++
  STRETCH[chance] = score
}

/** Contexts: the last 1, 2, 3, 4 and 6 bytes, and the word being written together with the JSON key before it. */
const LENGTHS = [1, 2, 3, 4, 6] as const
const CONTEXTS = LENGTHS.length + 1
/** The contexts, the longest repetition, and a constant. */
const INPUTS = CONTEXTS + 2
const SLOT_BITS = 18
const HASH_SHIFT = 32 - SLOT_BITS
const MOST_SEEN = 30
const LEARNING = 8 / 2 ** 30
const POSITION_BITS = 16
const SHORTEST_REPEAT = 6
const LONGEST_REPEAT = 63
const QUOTE = 34
const COLON = 58

const isWordByte = (byte: number) =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte >= 128

const mix = (hash: number, byte: number) => (Math.imul(hash ^ (byte + 1), 0x2c1b3c6d) + (hash >>> 15)) | 0

/** Everything that the model has learned; a copy of it goes on from there. */
export interface ModelState {
  readonly chances: Uint16Array
  readonly seen: Uint8Array
  readonly weights: Float64Array
  readonly repeats: Uint16Array
  readonly positions: Int32Array
  readonly text: Uint8Array
}

/** A model that has read nothing. */
export function blankState(): ModelState {
  return {
    chances: new Uint16Array(CONTEXTS << SLOT_BITS).fill(0x8000),
    seen: new Uint8Array(CONTEXTS << SLOT_BITS),
    weights: new Float64Array(INPUTS * 256 * 3).fill(0.35),
    repeats: new Uint16Array(LONGEST_REPEAT + 1).fill(0xc000),
    positions: new Int32Array(1 << POSITION_BITS).fill(-1),
    text: new Uint8Array(0),
  }
}

/** The model at work: `chance` of a 1 (of 4096), then `learn` the bit that came. */
export class ByteModel {
  readonly #chances: Uint16Array
  readonly #seen: Uint8Array
  readonly #weights: Float64Array
  readonly #repeats: Uint16Array
  readonly #positions: Int32Array
  readonly #text: Uint8Array
  readonly #hashes = new Int32Array(CONTEXTS)
  readonly #slots = new Int32Array(CONTEXTS)
  readonly #inputs = new Int16Array(INPUTS)
  #length: number
  /** The bits of the current byte so far, with a leading 1. */
  #partial = 1
  #bits = 0
  #chance = 0
  #weightsAt = 0
  #repeatFrom = 0
  #repeatLength = 0
  #expected = -1
  #word = 0
  #key = 0
  #string = 0
  #inString = false

  /** Goes on from what was learned; `room` is the number of bytes to come. */
  constructor(state: ModelState, room: number) {
    this.#chances = state.chances.slice()
    this.#seen = state.seen.slice()
    this.#weights = state.weights.slice()
    this.#repeats = state.repeats.slice()
    this.#positions = state.positions.slice()
    this.#text = new Uint8Array(state.text.length + room)
    this.#text.set(state.text)
    this.#length = state.text.length
    this.#hashContexts()
  }

  /** What has been learned up to here. */
  state(): ModelState {
    return {
      chances: this.#chances,
      seen: this.#seen,
      weights: this.#weights,
      repeats: this.#repeats,
      positions: this.#positions,
      text: this.#text.slice(0, this.#length),
    }
  }

  /** How likely the next bit is a 1, from 1 to 4094 of 4096. */
  chance(): number {
    const inputs = this.#inputs
    for (let i = 0; i < CONTEXTS; i++) {
      const hash = Math.imul((this.#hashes[i] ?? 0) + Math.imul(this.#partial, 0x3d4d51cb), 0x9e3779b1)
      const slot = (i << SLOT_BITS) + (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> HASH_SHIFT)
      this.#slots[i] = slot
      inputs[i] = this.#seen[slot] ? (STRETCH[(this.#chances[slot] ?? 0) >> 4] ?? 0) : 0
    }
    inputs[CONTEXTS] = this.#repeatInput()
    inputs[CONTEXTS + 1] = 256
    const strength = this.#repeatLength === 0 ? 0 : this.#repeatLength < 16 ? 1 : 2
    this.#weightsAt = (strength * 256 + this.#partial) * INPUTS
    let sum = 0
    for (let i = 0; i < INPUTS; i++) sum += (inputs[i] ?? 0) * (this.#weights[this.#weightsAt + i] ?? 0)
    const score = Math.max(-REACH, Math.min(REACH, Math.floor(sum)))
    this.#chance = SQUASH[score + REACH] ?? 0
    return this.#chance
  }

  /** Takes in the bit that `chance` was asked about. */
  learn(bit: number): void {
    const step = ((bit << CHANCE_BITS) - this.#chance) * LEARNING
    const target = bit ? 0xffff : 0
    for (let i = 0; i < INPUTS; i++) {
      const at = this.#weightsAt + i
      this.#weights[at] = (this.#weights[at] ?? 0) + (this.#inputs[i] ?? 0) * step
    }
    for (let i = 0; i < CONTEXTS; i++) {
      const slot = this.#slots[i] ?? 0
      const seen = this.#seen[slot] ?? 0
      const chance = this.#chances[slot] ?? 0
      this.#chances[slot] = chance + (target - chance) / (seen + 1.5)
      if (seen < MOST_SEEN) this.#seen[slot] = seen + 1
    }
    this.#learnRepeat(bit)
    this.#partial = this.#partial * 2 + bit
    if (++this.#bits === 8) {
      this.#endByte(this.#partial & 0xff)
      this.#partial = 1
      this.#bits = 0
    }
  }

  #repeatInput(): number {
    this.#expected = -1
    if (this.#repeatLength === 0) return 0
    const byte = (this.#text[this.#repeatFrom] ?? 0) | 0x100
    if (byte >> (8 - this.#bits) !== this.#partial) {
      this.#repeatLength = 0
      return 0
    }
    this.#expected = (byte >> (7 - this.#bits)) & 1
    const trust = STRETCH[(this.#repeats[this.#repeatLength] ?? 0) >> 4] ?? 0
    return this.#expected ? trust : -trust
  }

  #learnRepeat(bit: number): void {
    if (this.#expected < 0) return
    const trust = this.#repeats[this.#repeatLength] ?? 0
    this.#repeats[this.#repeatLength] = trust + ((bit === this.#expected ? 0xffff : 0) - trust) / 32
  }

  #endByte(byte: number): void {
    if (this.#repeatLength > 0 && this.#text[this.#repeatFrom] === byte) {
      this.#repeatFrom++
      if (this.#repeatLength < LONGEST_REPEAT) this.#repeatLength++
    } else this.#repeatLength = 0
    this.#text[this.#length++] = byte
    this.#followJson(byte)
    this.#hashContexts()
    this.#findRepeat()
  }

  /** Keeps the current word, and the JSON key that the text is under. */
  #followJson(byte: number): void {
    this.#word = isWordByte(byte) ? mix(this.#word, byte) : 0
    if (byte === QUOTE) {
      this.#inString = !this.#inString
      if (this.#inString) this.#string = 0
    } else if (this.#inString) this.#string = mix(this.#string, byte)
    else if (byte === COLON) this.#key = this.#string
  }

  #hashContexts(): void {
    LENGTHS.forEach((length, i) => {
      let hash = Math.imul(length, 0x9e3779b1)
      for (let back = 1; back <= length; back++) hash = mix(hash, this.#text[this.#length - back] ?? 0)
      this.#hashes[i] = hash
    })
    const last = this.#text[this.#length - 1] ?? 0
    this.#hashes[CONTEXTS - 1] = mix(Math.imul(this.#key, 0x85ebca6b) ^ this.#word, this.#word ? 0 : last)
  }

  /** Looks for the place where the last bytes stood before, and goes on reading there. */
  #findRepeat(): void {
    if (this.#length < SHORTEST_REPEAT) return
    const at = Math.imul(this.#hashes[LENGTHS.length - 1] ?? 0, 0x9e3779b1) >>> (32 - POSITION_BITS)
    const from = this.#positions[at] ?? -1
    if (this.#repeatLength === 0 && from > 0) {
      let same = 0
      while (same < 32 && same < from && this.#text[from - 1 - same] === this.#text[this.#length - 1 - same]) same++
      if (same >= SHORTEST_REPEAT) {
        this.#repeatFrom = from
        this.#repeatLength = same
      }
    }
    this.#positions[at] = this.#length
  }
}
