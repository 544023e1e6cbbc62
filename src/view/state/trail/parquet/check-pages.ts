import { snappyUncompress, type ColumnMetaData, type Compressors, type PageHeader, type SchemaElement } from 'hyparquet'
import { parquetHeader } from 'hyparquet/src/column.js'
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getSchemaPath } from 'hyparquet/src/schema.js'
import { gunzipSync } from 'fflate'
import { decompress } from 'fzstd'

/** Parquet that is not damaged, but of a kind or size that is not read here. */
export class UnreadParquet extends Error {}

const LARGEST_CHUNK = 256_000_000
const LARGEST_PAGE = 128_000_000
const LARGEST_INFLATED = 512_000_000
const MOST_PAGES = 100_000
const MOST_VALUES = 20_000_000
/** How many values more than are wanted a run may stand for: writers fill the last one up. */
const SLACK = 512

/** In these ways a page's values take at least as many bytes as it is long, or come in runs that can be checked. */
const ENCODINGS: ReadonlySet<string> = new Set([
  'PLAIN',
  'RLE',
  'PLAIN_DICTIONARY',
  'RLE_DICTIONARY',
  'DELTA_BINARY_PACKED',
  'DELTA_LENGTH_BYTE_ARRAY',
])

/** How compressed pages are inflated, into as many bytes as they say. */
export const INFLATERS: Compressors = {
  GZIP: (bytes, length) => gunzipSync(bytes, { out: new Uint8Array(length) }),
  ZSTD: (bytes, length) => decompress(bytes, new Uint8Array(length)),
  SNAPPY: (bytes, length) => {
    const page = new Uint8Array(length)
    snappyUncompress(bytes, page)
    return page
  },
}

function fail(): never {
  throw new Error('damaged')
}

const isWithin = (value: number | undefined, most: number): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value <= most

/**
 * Do runs stand for no more values than there can be? A reader makes room for whatever they say. `bytes` may end before.
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE
 */
function checkRuns(bytes: Uint8Array, width: number, most: number): void {
  let at = 0
  for (let seen = 0; seen < most && at < bytes.length;) {
    let header = 0
    for (let [byte, scale] = [128, 1]; byte >= 128; scale *= 128) {
      byte = bytes[at++] ?? fail()
      header += (byte & 127) * scale
    }
    const isPacked = header % 2 === 1
    const half = Math.floor(header / 2)
    const count = isPacked ? half * 8 : half
    if (count > most - seen + SLACK) fail()
    at += isPacked ? half * width : (width + 7) >> 3
    seen += count
  }
}

const bitsFor = (level: number): number => 32 - Math.clz32(level)

interface Column {
  readonly codec: string
  readonly repetition: number
  readonly definition: number
}

/** Runs with their length before them; gives where they end. */
function checkSized(page: Uint8Array, at: number, width: number, most: number): number {
  if (at + 4 > page.length) fail()
  const length = new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(at, true)
  checkRuns(page.subarray(at + 4, at + 4 + length), width, most)
  return at + 4 + length
}

function checkValues(page: Uint8Array, at: number, encoding: string, most: number): void {
  if (!ENCODINGS.has(encoding)) throw new UnreadParquet(encoding)
  if (encoding === 'RLE') checkSized(page, at, 1, most)
  if (encoding.endsWith('DICTIONARY')) checkRuns(page.subarray(at + 1), page[at] ?? 0, most)
}

function inflated(bytes: Uint8Array, length: number, codec: string): Uint8Array {
  if (codec === 'UNCOMPRESSED') return bytes
  const page = INFLATERS[codec as keyof typeof INFLATERS]?.(bytes, length)
  if (page === undefined) throw new UnreadParquet(codec)
  return page
}

/** A page by its header; gives how many values it says that it has. */
function checkPage(header: PageHeader, bytes: Uint8Array, { codec, repetition, definition }: Column): number {
  const length = header.uncompressed_page_size
  const { data_page_header: one, data_page_header_v2: two, dictionary_page_header: words } = header
  const most = (one ?? two ?? words)?.num_values
  if (!isWithin(length, LARGEST_PAGE) || !isWithin(most, MOST_VALUES)) fail()
  if (one) {
    const page = inflated(bytes, length, codec)
    let at = repetition > 0 ? checkSized(page, 0, bitsFor(repetition), most) : 0
    if (definition > 0) at = checkSized(page, at, bitsFor(definition), most)
    checkValues(page, at, one.encoding, most)
  } else if (two) {
    const levels = [two.repetition_levels_byte_length, two.definition_levels_byte_length] as const
    if (!levels.every((each) => isWithin(each, bytes.length)) || !isWithin(two.num_nulls, most)) fail()
    const start = levels[0] + levels[1]
    checkRuns(bytes.subarray(0, levels[0]), bitsFor(repetition), most)
    checkRuns(bytes.subarray(levels[0], start), bitsFor(definition), most)
    const rest = bytes.subarray(start)
    const page = two.is_compressed === false ? rest : inflated(rest, Math.max(0, length - start), codec)
    checkValues(page, 0, two.encoding, most)
  }
  return most
}

/** The bytes of a column in a group of rows, as its reader will ask for them. */
export function chunkOf(meta: ColumnMetaData, size: number): readonly [from: number, to: number] {
  const from = Number(meta.dictionary_page_offset ?? 0n) || Number(meta.data_page_offset)
  const length = Number(meta.total_compressed_size)
  if (!isWithin(from, size) || !isWithin(length, size - from)) fail()
  if (length > LARGEST_CHUNK) throw new UnreadParquet('large')
  return [from, from + length]
}

/**
 * Looks through the pages of a column before they are read: the reader believes what a file says of its sizes, and this
 * one may be damaged or meant to do harm. Throws where they say what cannot be, or what is not read here.
 */
export function checkPages(chunk: Uint8Array, meta: ColumnMetaData, schema: SchemaElement[]): void {
  const path = getSchemaPath(schema, meta.path_in_schema)
  const column = {
    codec: meta.codec,
    repetition: path.length > 1 ? getMaxRepetitionLevel(path) : 0,
    definition: getMaxDefinitionLevel(path),
  }
  const reader = { view: new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), offset: 0 }
  let [pages, values, inflatedTo] = [0, 0, 0]
  while (reader.offset < chunk.length - 1) {
    const header = parquetHeader(reader)
    const length = header.compressed_page_size
    if (!isWithin(length, chunk.length - reader.offset)) fail()
    values += checkPage(header, chunk.subarray(reader.offset, reader.offset + length), column)
    inflatedTo += header.uncompressed_page_size
    reader.offset += length
    pages += 1
    if (pages > MOST_PAGES || values > MOST_VALUES || inflatedTo > LARGEST_INFLATED) throw new UnreadParquet('large')
  }
}
