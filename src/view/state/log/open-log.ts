import { endOfStretch } from '../../../trail/read-long-log'

/** Why a file cannot be read as a log; the sentences stand in LOG_PROBLEMS. */
export type LogProblemCode = 'not-text' | 'gzip-damaged' | 'unreadable'

/** Larger logs are read in stretches: they would fill the browser's memory. It holds for the file and for what it inflates to. */
export const MAX_LOG_BYTES = 40_000_000

/** Characters of a stretch. */
const STRETCH = 8_000_000

/** The text of a log, or why there is none: it is too long to be held at once, for one. */
export type OpenedLog = { readonly text: string } | { readonly problem: LogProblemCode | 'long' }

/** How far the opening has come, in bytes of the text. */
export type OnOpening = (done: number, total: number) => void

const GZIP = [0x1f, 0x8b] as const
const BYTE_ORDER_MARKS = [
  { label: 'utf-16le', mark: [0xff, 0xfe] },
  { label: 'utf-16be', mark: [0xfe, 0xff] },
] as const

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte)

/** UTF-16 where its mark stands first, as PowerShell writes files; else UTF-8. */
const encodingOf = (start: Uint8Array): string =>
  BYTE_ORDER_MARKS.find(({ mark }) => startsWith(start, mark))?.label ?? 'utf-8'

/** Is it compressed, whatever its name? */
export async function isGzip(file: Blob): Promise<boolean> {
  return startsWith(new Uint8Array(await file.slice(0, 2).arrayBuffer()), GZIP)
}

/** What a file is that holds no text. */
class NoText extends Error {}

/** The text of a file, inflated, as it comes, with how many bytes of it there were. */
async function* textOf(
  file: Blob,
  isCompressed: boolean,
): AsyncGenerator<{ readonly text: string; readonly bytes: number }> {
  const plain: ReadableStream<Uint8Array<ArrayBuffer>> = file.stream()
  const reader = (isCompressed ? plain.pipeThrough(new DecompressionStream('gzip')) : plain).getReader()
  let decoder: TextDecoder | null = null
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      decoder ??= new TextDecoder(encodingOf(value))
      const text = decoder.decode(value, { stream: true })
      if (text.includes('\u0000')) throw new NoText()
      yield { text, bytes: value.length }
    }
    yield { text: decoder?.decode() ?? '', bytes: 0 }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

const problemOf = (error: unknown, isCompressed: boolean): LogProblemCode =>
  error instanceof NoText ? 'not-text' : isCompressed ? 'gzip-damaged' : 'unreadable'

/** Opens a log, inflating it where it is compressed with gzip, as CloudTrail delivers it. */
export async function openLog(file: Blob, onOpening: OnOpening): Promise<OpenedLog> {
  if (file.size > MAX_LOG_BYTES) return { problem: 'long' }
  let isCompressed = false
  try {
    isCompressed = await isGzip(file)
    const pieces: string[] = []
    let done = 0
    for await (const { text, bytes } of textOf(file, isCompressed)) {
      done += bytes
      onOpening(done, Math.max(done, file.size))
      if (done > MAX_LOG_BYTES) return { problem: 'long' }
      pieces.push(text)
    }
    return { text: pieces.join('') }
  } catch (error) {
    return { problem: problemOf(error, isCompressed) }
  }
}

/**
 * Gives a long log in stretches of whole lines, with how many bytes came so far. Gives why it ended before its end;
 * null where it did not.
 */
export async function* openStretches(
  file: Blob,
  length = STRETCH,
): AsyncGenerator<{ readonly text: string; readonly done: number }, LogProblemCode | null> {
  let isCompressed = false
  try {
    isCompressed = await isGzip(file)
    let [waiting, done] = ['', 0]
    for await (const { text, bytes } of textOf(file, isCompressed)) {
      waiting += text
      done += bytes
      if (waiting.length < length) continue
      const end = endOfStretch(waiting)
      yield { text: waiting.slice(0, end), done }
      waiting = waiting.slice(end)
    }
    yield { text: waiting, done }
    return null
  } catch (error) {
    return problemOf(error, isCompressed)
  }
}
