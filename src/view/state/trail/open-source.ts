import { formOf } from '../../../trail/sniff-form'
import type { SniffedForm, TrailSource } from './worker-messages'

type Bytes = Uint8Array<ArrayBuffer>

/** Enough to tell in which form a file is. */
const SNIFFED = 64 * 1024

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b

/** So much is inflated at once: it becomes many times as much, all of which is there before any of it is read. */
const INFLATED_AT_ONCE = 32 * 1024

/** The bytes that a reader gives, after some that were read before, so many at once. */
function streamOf(
  first: readonly Bytes[],
  reader: ReadableStreamDefaultReader<Bytes>,
  most = Infinity,
): ReadableStream<Bytes> {
  const waiting = [...first]
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        if (waiting.length === 0) {
          const { done, value } = await reader.read()
          if (done) return controller.close()
          waiting.push(value)
        }
        const next = waiting.shift() as Bytes
        if (next.length > most) waiting.unshift(next.subarray(most))
        controller.enqueue(next.length > most ? next.subarray(0, most) : next)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

/** Inflates what is compressed with gzip, whatever it is called. */
async function inflated(stream: ReadableStream<Bytes>): Promise<ReadableStream<Bytes>> {
  const reader = stream.getReader()
  const first: Bytes[] = []
  let length = 0
  while (length < 2) {
    const { done, value } = await reader.read()
    if (done) break
    first.push(value)
    length += value.length
  }
  const [start = new Uint8Array(0), next = new Uint8Array(0)] = first
  const isCompressed = isGzip(start.length > 1 ? start : new Uint8Array([...start, ...next.subarray(0, 1)]))
  return isCompressed
    ? streamOf(first, reader, INFLATED_AT_ONCE).pipeThrough(new DecompressionStream('gzip'))
    : streamOf(first, reader)
}

/** The bytes of a file of a trail, inflated. `onRead` is told of the bytes that come from the disk. */
export async function openSource(
  { blob, isDeflated }: TrailSource,
  onRead: (bytes: number) => void = () => undefined,
): Promise<ReadableStream<Bytes>> {
  const counter = new TransformStream<Bytes, Bytes>({
    transform(chunk, controller) {
      onRead(chunk.length)
      controller.enqueue(chunk)
    },
  })
  const plain = (blob.stream() as ReadableStream<Bytes>).pipeThrough(counter)
  if (!isDeflated) return inflated(plain)
  const pieces = streamOf([], plain.getReader(), INFLATED_AT_ONCE)
  return inflated(pieces.pipeThrough(new DecompressionStream('deflate-raw')))
}

/** Tells in which form a file is by its first bytes, which are given back for the reading. */
export async function sniff(
  reader: ReadableStreamDefaultReader<Bytes>,
): Promise<{ readonly sniffed: SniffedForm; readonly first: readonly Bytes[] }> {
  const first: Bytes[] = []
  let length = 0
  while (length < SNIFFED) {
    const { done, value } = await reader.read()
    if (done) break
    first.push(value)
    length += value.length
  }
  const start = new Uint8Array(Math.min(length, SNIFFED))
  let at = 0
  for (const chunk of first) {
    start.set(chunk.subarray(0, start.length - at), at)
    at = Math.min(start.length, at + chunk.length)
  }
  return { sniffed: sniffBytes(start), first }
}

function sniffBytes(start: Uint8Array): SniffedForm {
  const text = new TextDecoder().decode(start)
  if (text.startsWith('PAR1')) return { form: 'parquet' }
  const form = formOf(text)
  return form === null ? { problem: 'not-a-trail' } : { form }
}

/** More than this is not kept inflated. */
const LARGEST_WHOLE = 512_000_000

/** A file of Parquet, whose end is read first, so that all of it must be there; null where it inflates to too much. */
export async function wholeOf(source: TrailSource): Promise<Blob | null> {
  if (!source.isDeflated && (await source.blob.slice(0, 4).text()) === 'PAR1') return source.blob
  const reader = (await openSource(source)).getReader()
  const chunks: Bytes[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Blob(chunks)
    chunks.push(value)
    length += value.length
    if (length > LARGEST_WHOLE) {
      await reader.cancel()
      return null
    }
  }
}

/** In which form a file is. */
export async function sniffSource(source: TrailSource): Promise<SniffedForm> {
  try {
    const reader = (await openSource(source)).getReader()
    const { sniffed } = await sniff(reader)
    await reader.cancel()
    return sniffed
  } catch {
    return { problem: 'damaged' }
  }
}

/** Some bytes of a file, once it is inflated; null where it ends before. */
export async function readRange(source: TrailSource, offset: number, length: number): Promise<Bytes | null> {
  const reader = (await openSource(source)).getReader()
  const range = new Uint8Array(length)
  let [passed, filled] = [0, 0]
  while (filled < length) {
    const { done, value } = await reader.read()
    if (done) return null
    const from = Math.max(0, offset - passed)
    const part = value.subarray(from, from + length - filled)
    range.set(part, filled)
    filled += part.length
    passed += value.length
  }
  await reader.cancel()
  return range
}
