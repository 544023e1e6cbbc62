/**
 * IP addresses and CIDR ranges as IAM reads them. Octets and prefixes may have leading zeros (decimal, never octal),
 * a prefix a plus sign, an IPv6 address stray colons. An IPv4-mapped IPv6 address is IPv4.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export interface IpAddress {
  readonly version: 4 | 6
  readonly bytes: readonly number[]
}

/** A range; `misaligned` for an IPv6 range with host bits set, which matches nothing. */
export interface IpRange extends IpAddress {
  readonly prefix: number
  readonly misaligned: boolean
}

const OCTET = /^\d{1,6}$/
const GROUP = /^[\da-f]{1,4}$/i
const PREFIX = /^\+?\d{1,6}$/

function parseV4(text: string): number[] | null {
  const octets = text.split('.')
  if (octets.length !== 4 || !octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255)) return null
  return octets.map(Number)
}

/**
 * The groups of an IPv6 address up to its `::`, or behind it; null where one is no group. Colons that end it count for
 * nothing, one that begins it stands behind a group of zero.
 */
function parseGroups(text: string): number[] | null {
  const groups = text.split(':')
  while (groups.at(-1) === '') groups.pop()
  if (groups[0] === '') groups[0] = '0'
  return groups.every((group) => GROUP.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : null
}

function parseV6(text: string): number[] | null {
  if (text.includes('.')) {
    const tail = text.toLowerCase().startsWith('::ffff:') ? parseV4(text.slice(7)) : null
    return tail === null ? null : [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, ...tail]
  }
  const [before = '', behind, ...more] = text.split('::')
  const head = parseGroups(before)
  const tail = behind === undefined ? [] : parseGroups(behind)
  if (head === null || tail === null || more.length > 0) return null
  const missing = 8 - head.length - tail.length
  if (behind === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...tail]
  return groups.flatMap((group) => [group >> 8, group & 255])
}

const isMapped = (bytes: readonly number[]): boolean =>
  bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255

/** An address as a request carries it, or null. */
export function parseIpAddress(text: string): IpAddress | null {
  if (text.length > 64) return null
  if (!text.includes(':')) {
    const bytes = parseV4(text)
    return bytes === null ? null : { version: 4, bytes }
  }
  const bytes = parseV6(text)
  if (bytes === null) return null
  return isMapped(bytes) ? { version: 4, bytes: bytes.slice(12) } : { version: 6, bytes }
}

/** A range as a policy writes it, or null; an address without a prefix is a range of one. */
export function parseIpRange(text: string): IpRange | null {
  if (text.length > 96) return null
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const version = address.includes(':') ? 6 : 4
  const bytes = version === 6 ? parseV6(address) : parseV4(address)
  if (bytes === null) return null
  const size = version === 6 ? 128 : 32
  if (slash >= 0 && !PREFIX.test(text.slice(slash + 1))) return null
  const prefix = slash < 0 ? size : Number(text.slice(slash + 1))
  if (prefix > size) return null
  const hostBits = bytes.some((byte, i) => (byte & ~maskOf(prefix, i) & 255) !== 0)
  return { version, bytes, prefix, misaligned: version === 6 && hostBits }
}

const maskOf = (prefix: number, byte: number): number => {
  const bits = Math.min(Math.max(prefix - byte * 8, 0), 8)
  return (0xff00 >> bits) & 255
}

/** Does the address lie in the range? The two families never meet, not even in `::/0`. */
export function isInRange(address: IpAddress, range: IpRange): boolean {
  if (address.version !== range.version || range.misaligned) return false
  return address.bytes.every((byte, i) => ((byte ^ (range.bytes[i] ?? 0)) & maskOf(range.prefix, i)) === 0)
}
