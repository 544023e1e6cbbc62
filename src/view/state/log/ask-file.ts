import type { EventClasses } from '../../../trail/asks/event-classes'
import { csvRows } from '../../../trail/queries/csv-rows'
import { isQueryResult, readResults } from '../../../trail/queries/read-results'
import { TrailReader, type StreamForm } from '../../../trail/read-stream'
import { EventStore } from '../../../trail/store/event-store'
import { isGzip } from './open-log'

/** The result of a query is read at once; a larger one is more than the query gives. */
const LONGEST_RESULT = 400_000_000
/** So many numbers of the reader wait at most before they are taken. */
const MOST_WAITING = 200_000

const CODEC = {
  decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  encode: (text: string) => new TextEncoder().encode(text),
}

/** What was read of a file. */
interface ReadFile {
  readonly bad: number
  readonly isResult: boolean
}

const streamOf = async (file: Blob): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> =>
  (await isGzip(file)) ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream()

/** The first line of a file, as far as it is short. */
async function firstLine(file: Blob): Promise<string> {
  const reader = (await streamOf(file)).getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return CODEC.decode((value ?? new Uint8Array(0)).subarray(0, 4_000)).split('\n', 1)[0] ?? ''
}

function readResultFile(text: string, classes: EventClasses): ReadFile {
  const { rows, bad } = readResults(csvRows(text)) ?? { rows: [], bad: 1 }
  for (const { event, count, last, isByBucket } of rows) classes.add(event, count, last, isByBucket)
  return { bad, isResult: true }
}

/** Reads a file of a log, or the result of a query, into classes. */
export async function readAskFile(
  file: Blob,
  classes: EventClasses,
  onProgress: (done: number) => void,
): Promise<ReadFile> {
  const line = await firstLine(file)
  const [columns = []] = csvRows(line)
  const isTable = !line.trimStart().startsWith('{') && !line.trimStart().startsWith('[') && columns.length > 3
  if (isTable && isQueryResult(columns) && file.size <= LONGEST_RESULT)
    return readResultFile(await new Response(await streamOf(file)).text(), classes)
  return readEvents(file, isTable ? 'csv' : 'records', classes, onProgress)
}

async function readEvents(
  file: Blob,
  form: StreamForm,
  classes: EventClasses,
  onProgress: (done: number) => void,
): Promise<ReadFile> {
  const seeds = crypto.getRandomValues(new Uint32Array(2))
  const reader = new TrailReader(CODEC, seeds[0] ?? 1)
  const store = new EventStore(CODEC, seeds[1] ?? 2)
  let bad = 0
  let taken = 0
  const take = () => {
    const piece = reader.take()
    bad += Object.values(piece.badCounts).reduce((sum, count) => sum + count, 0)
    store.add(0, 0, piece)
    for (; taken < store.size; taken += 1) classes.add(store.event(taken))
  }
  reader.begin(form)
  let done = 0
  const source = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        done += chunk.length
        controller.enqueue(chunk)
      },
    }),
  )
  const bytes = ((await isGzip(file)) ? source.pipeThrough(new DecompressionStream('gzip')) : source).getReader()
  for (let next = await bytes.read(); !next.done; next = await bytes.read()) {
    reader.push(next.value)
    if (reader.waiting > MOST_WAITING) take()
    onProgress(done)
  }
  reader.finish()
  take()
  return { bad, isResult: false }
}
