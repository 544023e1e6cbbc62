import { parquetMetadataAsync, parquetReadObjects, parquetSchema, toJson, type FileMetaData } from 'hyparquet'
import { isFields, type Fields } from '../../../../text/fields'
import { columnsOfEvents } from '../../../../trail/parquet-columns'
import { checkPages, chunkOf, INFLATERS, UnreadParquet } from './check-pages'

const LARGEST_FOOTER = 32_000_000
/** “PAR1”. */
const MAGIC = 0x31524150
const MOST_ROWS = 2_000_000
const MOST_GROUPS = 100_000

/** Why Parquet is not read: of another kind than is read here, of something else, or damaged. */
export type ParquetProblem = 'parquet' | 'not-a-trail' | 'damaged'

const fileOf = (blob: Blob) => ({
  byteLength: blob.size,
  slice: (from: number, to?: number) => blob.slice(from, to).arrayBuffer(),
})

async function metadataOf(blob: Blob): Promise<FileMetaData> {
  const end = new DataView(await blob.slice(-8).arrayBuffer())
  if (end.byteLength < 8 || end.getUint32(4, true) !== MAGIC) throw new Error('damaged')
  const length = end.getUint32(0, true)
  if (length > LARGEST_FOOTER && length < blob.size) throw new UnreadParquet('large')
  return parquetMetadataAsync(fileOf(blob), { geoparquet: false })
}

const objectsOf = (rows: readonly unknown[]): Fields[] => rows.map(toJson).filter(isFields)

const columnNames = (metadata: FileMetaData): readonly string[] =>
  parquetSchema(metadata).children.map(({ element }) => element.name)

/** Checks the columns of a group of rows; gives how many rows there are. */
async function checkGroup(
  blob: Blob,
  metadata: FileMetaData,
  group: FileMetaData['row_groups'][number],
  wanted: ReadonlySet<string>,
): Promise<number> {
  const rows = Number(group.num_rows)
  if (!(rows >= 0)) throw new Error('damaged')
  if (rows > MOST_ROWS) throw new UnreadParquet('large')
  for (const { meta_data: meta } of group.columns) {
    if (meta === undefined || !wanted.has(meta.path_in_schema[0] ?? '')) continue
    const [from, to] = chunkOf(meta, blob.size)
    checkPages(new Uint8Array(await blob.slice(from, to).arrayBuffer()), meta, metadata.schema)
  }
  return rows
}

/**
 * Reads the rows of a Parquet file with events, a group of them at a time: `onRows` takes them with the number of the
 * first. Gives why not all were read; null where they were. Never throws.
 */
export async function readParquet(
  blob: Blob,
  onRows: (rows: readonly Fields[], first: number, part: number) => Promise<void>,
): Promise<ParquetProblem | null> {
  try {
    const metadata = await metadataOf(blob)
    const columns = columnsOfEvents(columnNames(metadata))
    if (columns === null) return 'not-a-trail'
    const wanted = new Set(columns)
    const groups = metadata.row_groups
    if (groups.length > MOST_GROUPS) return 'parquet'
    let first = 0
    for (const group of groups) {
      const count = await checkGroup(blob, metadata, group, wanted)
      const rows = await parquetReadObjects({
        file: fileOf(blob),
        metadata,
        columns: [...columns],
        compressors: INFLATERS,
        rowStart: first,
        rowEnd: first + count,
      })
      await onRows(objectsOf(rows), first, 1 / groups.length)
      first += count
    }
    return null
  } catch (error) {
    return error instanceof UnreadParquet ? 'parquet' : 'damaged'
  }
}

/** One row of a Parquet file that was read before; null where it is not there. */
export async function parquetRow(blob: Blob, row: number): Promise<Fields | null> {
  const metadata = await metadataOf(blob)
  const columns = columnsOfEvents(columnNames(metadata))
  if (columns === null) return null
  const rows = await parquetReadObjects({
    file: fileOf(blob),
    metadata,
    columns: [...columns],
    compressors: INFLATERS,
    rowStart: row,
    rowEnd: row + 1,
  })
  return objectsOf(rows)[0] ?? null
}
