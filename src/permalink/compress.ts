import { blankState, ByteModel, CHANCE_BITS, type ModelState } from './byte-model'
import { DICTIONARY_1 } from './dictionary-1'

/** The most that a link may hold once it is opened, in bytes: enough for dozens of full-length policies. */
export const MAX_TEXT_BYTES = 160_000

const LOW_BITS = (1 << CHANCE_BITS) - 1

let primed: ModelState | null = null

/** The model after it has read the dictionary, so that IAM's boilerplate costs next to nothing. */
function primedState(): ModelState {
  if (primed) return primed
  const bytes = new TextEncoder().encode(DICTIONARY_1)
  const model = new ByteModel(blankState(), bytes.length)
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      model.chance()
      model.learn((byte >> bit) & 1)
    }
  }
  primed = model.state()
  return primed
}

const split = (low: number, high: number, chance: number): number => {
  const range = high - low
  return low + (range >>> CHANCE_BITS) * chance + (((range & LOW_BITS) * chance) >>> CHANCE_BITS)
}

/** Bytes in as few bytes as the model can: an arithmetic coder over its chances. */
export function compress(bytes: Uint8Array): Uint8Array {
  const model = new ByteModel(primedState(), bytes.length)
  const out: number[] = []
  let low = 0
  let high = 0xffffffff
  for (const byte of bytes) {
    for (let at = 7; at >= 0; at--) {
      const bit = (byte >> at) & 1
      const middle = split(low, high, model.chance())
      if (bit) high = middle
      else low = middle + 1
      model.learn(bit)
      while ((low ^ high) >>> 24 === 0) {
        out.push(high >>> 24)
        low = (low << 8) >>> 0
        high = ((high << 8) | 0xff) >>> 0
      }
    }
  }
  if (low > 0) out.push(high >>> 24)
  while (out.at(-1) === 0) out.pop()
  return Uint8Array.from(out)
}

/** The `length` bytes that `compress` was given; from other input, bytes that mean nothing. Takes time only by `length`. */
export function decompress(code: Uint8Array, length: number): Uint8Array {
  const model = new ByteModel(primedState(), length)
  const bytes = new Uint8Array(length)
  let low = 0
  let high = 0xffffffff
  let at = 0
  const next = () => code[at++] ?? 0
  let value = ((next() << 24) | (next() << 16) | (next() << 8) | next()) >>> 0
  for (let i = 0; i < length; i++) {
    let byte = 0
    for (let n = 0; n < 8; n++) {
      const middle = split(low, high, model.chance())
      const bit = value <= middle ? 1 : 0
      if (bit) high = middle
      else low = middle + 1
      model.learn(bit)
      byte = byte * 2 + bit
      while ((low ^ high) >>> 24 === 0) {
        low = (low << 8) >>> 0
        high = ((high << 8) | 0xff) >>> 0
        value = ((value << 8) | next()) >>> 0
      }
    }
    bytes[i] = byte
  }
  return bytes
}
