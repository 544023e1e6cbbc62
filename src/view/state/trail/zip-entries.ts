import type { TrailSource } from './worker-messages'

const END_OF_DIRECTORY = 0x06054b50
const END_OF_DIRECTORY_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
/** What stands in place of a number that needs eight bytes, and the field that holds those. */
const LARGER = 0xffffffff
const FIELD_64 = 1
/** The end of the directory stands in the last bytes, before a comment of at most 65,535. */
const TAIL = 66_000
const LARGEST_DIRECTORY = 64_000_000
const STORED = 0
const DEFLATED = 8

const viewOf = async (blob: Blob) => new DataView(await blob.arrayBuffer())

/** Is it a zip, whatever its name? */
export async function isZip(blob: Blob): Promise<boolean> {
  const view = await viewOf(blob.slice(0, 4))
  return view.byteLength === 4 && view.getUint32(0, true) === 0x04034b50
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly size: number
  readonly offset: number
}

/** A number of eight bytes; one that no file is as large as where it cannot be told exactly. */
function longAt(view: DataView, at: number): number {
  return at + 8 <= view.byteLength ? Number(view.getBigUint64(at, true)) : Infinity
}

/** Where the numbers of eight bytes stand in the further fields of an entry; null where it has none. */
function longFields(view: DataView, from: number, to: number): number | null {
  for (let at = from; at + 4 <= Math.min(to, view.byteLength); at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === FIELD_64) return at + 4
  return null
}

function readDirectory(view: DataView, count: number): Entry[] {
  const entries: Entry[] = []
  const decoder = new TextDecoder()
  for (let at = 0; entries.length < count && at + 46 <= view.byteLength;) {
    if (view.getUint32(at, true) !== ENTRY) break
    const nameLength = view.getUint16(at + 28, true)
    const fields = at + 46 + nameLength
    const next = fields + view.getUint16(at + 30, true)
    const name = decoder.decode(new Uint8Array(view.buffer, at + 46, Math.min(nameLength, view.byteLength - at - 46)))
    // the numbers that are too large stand in the further field in this order, and only these
    let long = longFields(view, fields, next) ?? Infinity
    const numberAt = (place: number): number => {
      const short = view.getUint32(place, true)
      if (short !== LARGER || long === Infinity) return short
      long += 8
      return longAt(view, long - 8)
    }
    numberAt(at + 24)
    const [size, offset] = [numberAt(at + 20), numberAt(at + 42)]
    entries.push({ name, method: view.getUint16(at + 10, true), size, offset })
    at = next + view.getUint16(at + 32, true)
  }
  return entries
}

interface Directory {
  readonly start: number
  readonly size: number
  readonly count: number
}

/** Where the directory of a zip stands, which a record before its end tells where the numbers there are too small for it. */
async function findDirectory(blob: Blob): Promise<Directory | null> {
  const tail = await viewOf(blob.slice(Math.max(0, blob.size - TAIL)))
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < 0) return null
  const locator = end - 20
  if (locator >= 0 && tail.getUint32(locator, true) === LOCATOR_64) {
    const at = longAt(tail, locator + 8)
    const record = await viewOf(blob.slice(at, at + 56))
    if (record.byteLength < 56 || record.getUint32(0, true) !== END_OF_DIRECTORY_64) return null
    return { count: longAt(record, 32), size: longAt(record, 40), start: longAt(record, 48) }
  }
  return {
    count: tail.getUint16(end + 10, true),
    size: tail.getUint32(end + 12, true),
    start: tail.getUint32(end + 16, true),
  }
}

/**
 * The files in a zip, as pieces of it; null where it is damaged.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function zipEntries(zip: TrailSource): Promise<readonly TrailSource[] | null> {
  const { blob } = zip
  const found = await findDirectory(blob)
  if (found === null || found.size > LARGEST_DIRECTORY || found.start + found.size > blob.size) return null
  const directory = await viewOf(blob.slice(found.start, found.start + found.size))
  const entries = readDirectory(directory, found.count)
  const sources: TrailSource[] = []
  for (const { name, method, size: length, offset } of entries) {
    if (name.endsWith('/') || (method !== STORED && method !== DEFLATED)) continue
    const head = await viewOf(blob.slice(offset, offset + 30))
    if (head.byteLength < 30) return null
    const from = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true)
    sources.push({
      name: `${zip.name}/${name}`,
      blob: blob.slice(from, from + length),
      isDeflated: method === DEFLATED,
    })
  }
  return sources
}
