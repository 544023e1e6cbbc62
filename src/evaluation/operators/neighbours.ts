import { parseInstant } from '../../iam/instant'
import { parseIpRange } from '../../iam/ip-address'

/** The number, and one next to it, further from zero. */
export const numbersAround = (text: string): readonly string[] => [
  text,
  `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(400)}1`,
]

/** The instant, and the milliseconds before and after it, as seconds since 1970. */
export function instantsAround(text: string): readonly string[] {
  const at = parseInstant(text) ?? 0
  return [at - 1, at, at + 1].map((ms) => `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}`)
}

/** The first address of a range, and the first one behind it. */
export function addressesAround(text: string): readonly string[] {
  const range = parseIpRange(text)
  if (range === null) return []
  const { version, prefix } = range
  const first = range.bytes.map((byte, i) => byte & (0xff00 >> Math.min(Math.max(prefix - i * 8, 0), 8)) & 255)
  const behind = [...first]
  let at = Math.ceil(prefix / 8) - 1
  let step = prefix === 0 ? 256 : 1 << (8 * (at + 1) - prefix)
  while (at >= 0) {
    const sum = (behind[at] ?? 0) + step
    behind[at] = sum & 255
    if (sum < 256) break
    step = 1
    at--
  }
  return (at < 0 ? [first] : [first, behind]).map((bytes) =>
    version === 4
      ? bytes.join('.')
      : Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0)).toString(16)).join(
          ':',
        ),
  )
}
