/**
 * IP addresses and CIDR ranges as IAM reads them. Octets and prefixes may have leading zeros (decimal, never octal),
 * a prefix a plus sign, an IPv6 address a stray colon beside its `::`. An IPv4-mapped IPv6 address is IPv4.
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

/** Groups of an IPv6 half, or null. An empty half has none. */
function parseGroups(text: string): number[] | null {
  const groups = text.split(':').filter((group) => group !== '')
  return groups.every((group) => GROUP.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : null
}

function parseV6(text: string): number[] | null {
  const dots = text.indexOf('.')
  if (dots >= 0) {
    const tail = text.toLowerCase().startsWith('::ffff:') ? parseV4(text.slice(7)) : null
    return tail === null ? null : [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, ...tail]
  }
  const gap = text.indexOf('::')
  let groups: number[] | null
  if (gap < 0) {
    if (text.startsWith(':') || text.endsWith(':')) return null
    groups = parseGroups(text)
  } else {
    const rest = text.slice(gap + 2)
    if (text.startsWith(':') && gap > 0) return null
    if (rest.includes('::')) return null
    const head = parseGroups(text.slice(0, gap))
    const tail = parseGroups(rest)
    if (head === null || tail === null || head.length + tail.length > 7) return null
    groups = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail]
  }
  if (groups === null || groups.length !== 8) return null
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
