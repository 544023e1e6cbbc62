import type { TrailSource } from './trail-messages'

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
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

function readDirectory(view: DataView, count: number): Entry[] {
  const entries: Entry[] = []
  const decoder = new TextDecoder()
  for (let at = 0; entries.length < count && at + 46 <= view.byteLength;) {
    if (view.getUint32(at, true) !== ENTRY) break
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(new Uint8Array(view.buffer, at + 46, Math.min(nameLength, view.byteLength - at - 46)))
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * The files in a zip, as pieces of it; null where it is damaged. Larger ones than four gigabytes are not looked for.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function zipEntries(zip: TrailSource): Promise<readonly TrailSource[] | null> {
  const { blob } = zip
  const tailStart = Math.max(0, blob.size - TAIL)
  const tail = await viewOf(blob.slice(tailStart))
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < 0) return null
  const size = tail.getUint32(end + 12, true)
  const start = tail.getUint32(end + 16, true)
  if (size > LARGEST_DIRECTORY || start + size > blob.size) return null
  const directory = await viewOf(blob.slice(start, start + size))
  const entries = readDirectory(directory, tail.getUint16(end + 10, true))
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
