import { fromBase64Url, toBase64Url } from './base64url'
import type { LinkProblem } from './link-messages'
import { damagedLink, linkProblem } from './link-problem'
import { MAX_TEXT_BYTES, compress, decompress } from './compress'

/** The longest fragment that is opened, in characters. */
export const MAX_FRAGMENT = 100_000

const CHECK_BYTES = 3
/** Two characters in front say how many follow, modulo this number: a link that was cut is told from one that was changed. */
const LENGTH_SIGNS = 2
const LENGTH_MODULUS = 4096

/** CRC-32 (as in zip), of which a link keeps the low 24 bits. */
function checkOf(bytes: Uint8Array): number {
  let check = 0xffffffff
  for (const byte of bytes) {
    check ^= byte
    for (let bit = 0; bit < 8; bit++) check = (check >>> 1) ^ (check & 1 ? 0xedb88320 : 0)
  }
  return ~check & 0xffffff
}

const signOfLength = (length: number) => {
  const rest = length % LENGTH_MODULUS
  return toBase64Url(Uint8Array.of(rest >> 4, (rest & 15) << 4)).slice(0, LENGTH_SIGNS)
}

function lengthOfSign(sign: string): number | null {
  const bytes = fromBase64Url(`${sign}A`)
  return sign.length === LENGTH_SIGNS && bytes ? ((bytes[0] ?? 0) << 4) | ((bytes[1] ?? 0) >> 4) : null
}

/** A text as the payload of a link: its length, a check, and the text compressed. Null where the text is too large. */
export function seal(text: string): string | null {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > MAX_TEXT_BYTES) return null
  const check = checkOf(bytes)
  const head = [check >> 16, (check >> 8) & 0xff, check & 0xff]
  let size = bytes.length
  for (; size > 0x7f; size >>= 7) head.push((size & 0x7f) | 0x80)
  head.push(size)
  const code = compress(bytes)
  const sealed = new Uint8Array(head.length + code.length)
  sealed.set(head)
  sealed.set(code, head.length)
  const payload = toBase64Url(sealed)
  return signOfLength(payload.length) + payload
}

/** The text of a payload, or what is wrong with it. Takes any text; the work that it does is capped. */
export function unseal(sealed: string): { readonly text: string } | { readonly problem: LinkProblem } {
  if (sealed.length > MAX_FRAGMENT)
    return { problem: linkProblem('link-too-long', { length: sealed.length, limit: MAX_FRAGMENT }) }
  const length = lengthOfSign(sealed.slice(0, LENGTH_SIGNS))
  const payload = sealed.slice(LENGTH_SIGNS)
  if (length === null) return damagedLink
  const missing = (length - (payload.length % LENGTH_MODULUS) + LENGTH_MODULUS) % LENGTH_MODULUS
  if (missing > 0) {
    return missing > LENGTH_MODULUS / 2 ? damagedLink : { problem: linkProblem('link-cut-off', { missing }) }
  }
  const bytes = fromBase64Url(payload)
  if (!bytes || bytes.length <= CHECK_BYTES) return damagedLink
  const check = ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0)
  let size = 0
  let at = CHECK_BYTES
  for (let shift = 0; shift <= 14; shift += 7) {
    const byte = bytes[at++] ?? 0
    size |= (byte & 0x7f) << shift
    if (byte < 0x80) break
    if (shift === 14) return damagedLink
  }
  if (size > MAX_TEXT_BYTES) return damagedLink
  const text = decompress(bytes.subarray(at), size)
  if (checkOf(text) !== check) return damagedLink
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text) }
  } catch {
    return damagedLink
  }
}
