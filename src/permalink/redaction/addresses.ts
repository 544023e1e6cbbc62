import { parseIpRange } from '../../iam/ip-address'

/** A network: its first address as a number, and how many leading bits its addresses share. */
interface Block {
  readonly base: bigint
  readonly prefix: number
  readonly bits: 32 | 128
}

const fourth = (base: number, prefix: number): Block => ({ base: BigInt(base), prefix, bits: 32 })

/** Networks that documentation and tests may use, from which stand-ins are taken; a larger one comes from 10.0.0.0/8. */
const POOLS: readonly Block[] = [
  fourth(0xcb007100, 24),
  fourth(0xc6336400, 24),
  fourth(0xc0000200, 24),
  fourth(0xc6120000, 15),
  fourth(0x0a000000, 8),
  { base: 0x20010db8n << 96n, prefix: 32, bits: 128 },
]

const MOST_TRIED = 10_000n

const sizeOf = ({ bits, prefix }: Pick<Block, 'bits' | 'prefix'>): bigint => 1n << BigInt(bits - prefix)
const isSame = (a: Block, b: Block) => a.bits === b.bits && a.base === b.base && a.prefix === b.prefix
const holds = (outer: Block, inner: Block) =>
  outer.bits === inner.bits &&
  outer.prefix <= inner.prefix &&
  inner.base >= outer.base &&
  inner.base < outer.base + sizeOf(outer)
const touches = (a: Block, b: Block) => holds(a, b) || holds(b, a)

function parseBlock(text: string): Block | null {
  const range = parseIpRange(text)
  if (!range || range.prefix === 0) return null
  const address = range.bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const block = { prefix: range.prefix, bits: range.version === 4 ? 32 : 128 } as const
  return { ...block, base: address - (address % sizeOf(block)) }
}

function textOf({ base, bits, prefix }: Block, withPrefix: boolean): string {
  const part = (shift: number, size: bigint) => (base >> BigInt(shift)) % size
  const address =
    bits === 32
      ? [24, 16, 8, 0].map((shift) => part(shift, 256n)).join('.')
      : [112, 96, 80, 64, 48, 32, 16, 0].map((shift) => part(shift, 65_536n).toString(16)).join(':')
  return withPrefix ? `${address}/${String(prefix)}` : address
}

/** The first network of this size in `room` that touches none of `taken`; null where none is left. */
function freeBlock(room: Block, prefix: number, taken: readonly Block[]): Block | null {
  const size = sizeOf({ bits: room.bits, prefix })
  const count = sizeOf(room) / size
  for (let n = prefix === room.bits ? 1n : 0n; n < count && n < MOST_TRIED; n++) {
    const block: Block = { base: room.base + n * size, prefix, bits: room.bits }
    if (!taken.some((other) => touches(other, block))) return block
  }
  return null
}

/**
 * Stand-ins for addresses and ranges with the same one inside the other: an address that lies in a range lies in its
 * stand-in, one that does not does not. What finds no room has none.
 */
export function addressStandIns(texts: readonly string[]): ReadonlyMap<string, string> {
  const standIns = new Map<string, string>()
  const blocks = texts.flatMap((text) => {
    const block = parseBlock(text)
    return block ? [{ text, block }] : []
  })
  const originals = blocks.map(({ block }) => block)
  const placed: { readonly original: Block; readonly standIn: Block }[] = []
  for (const { text, block } of blocks.toSorted((a, b) => a.block.prefix - b.block.prefix)) {
    const same = placed.find(({ original }) => isSame(original, block))
    const parent = placed.findLast(({ original }) => holds(original, block))
    const rooms = parent
      ? [parent.standIn]
      : POOLS.filter((pool) => pool.bits === block.bits && pool.prefix <= block.prefix)
    const taken = [
      ...placed.filter(({ original }) => !holds(original, block)).map(({ standIn }) => standIn),
      ...(parent ? [] : originals),
    ]
    const standIn =
      same?.standIn ?? rooms.reduce<Block | null>((found, room) => found ?? freeBlock(room, block.prefix, taken), null)
    if (!standIn) continue
    if (!same) placed.push({ original: block, standIn })
    standIns.set(text, textOf(standIn, text.includes('/')))
  }
  return standIns
}
