import type { TextCodec } from '../../../trail/scan/text-codec'

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** UTF-8, as the platform does it. */
export const CODEC: TextCodec = {
  decode: (bytes) => decoder.decode(bytes),
  encode: (text) => encoder.encode(text),
}

/** A number that whoever writes a log cannot know. */
export const secretSeed = (): number => crypto.getRandomValues(new Int32Array(1))[0] ?? 1
