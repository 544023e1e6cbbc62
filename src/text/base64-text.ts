const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const VALUES = new Map([...SIGNS].map((sign, value) => [sign, value]))
VALUES.set('-', 62).set('_', 63)

/** A sign of ASCII, or a part of one that takes more than a byte. */
const isPrintable = (code: number) => (code >= 32 && code !== 127) || code === 9 || code === 10 || code === 13

/** The plain text that stands in base64, as bytes; null where it holds anything else. Signs of no base64 are passed over. */
export function textOfBase64(written: string): string | null {
  const made: string[] = []
  let [bits, held] = [0, 0]
  for (const sign of written) {
    const value = VALUES.get(sign)
    if (value === undefined) continue
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    const code = (bits >> held) & 0xff
    // Texts of Windows have it at every other place.
    if (code === 0) continue
    if (!isPrintable(code)) return null
    made.push(String.fromCharCode(code))
  }
  return made.join('')
}
