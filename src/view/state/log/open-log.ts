/** Why a file cannot be read as a log; the sentences stand in LOG_MESSAGES. */
export type LogProblemCode = 'too-large' | 'inflates-too-large' | 'not-text' | 'gzip-damaged' | 'unreadable'

/** Larger logs are not read: they would fill the browser's memory. It holds for the file and for what it inflates to. */
export const MAX_LOG_BYTES = 40_000_000

/** The text of a log, or why there is none. */
export type OpenedLog = { readonly text: string } | { readonly problem: LogProblemCode }

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

async function readText(stream: ReadableStream<Uint8Array>, onBytes: (bytes: number) => boolean): Promise<OpenedLog> {
  const reader = stream.getReader()
  const pieces: string[] = []
  let decoder: TextDecoder | null = null
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (!onBytes(value.length)) {
      await reader.cancel()
      return { problem: 'inflates-too-large' }
    }
    decoder ??= new TextDecoder(encodingOf(value))
    const piece = decoder.decode(value, { stream: true })
    if (piece.includes('\u0000')) {
      await reader.cancel()
      return { problem: 'not-text' }
    }
    pieces.push(piece)
  }
  return { text: pieces.join('') + (decoder?.decode() ?? '') }
}

/** Opens a log, inflating it where it is compressed with gzip, as CloudTrail delivers it. */
export async function openLog(file: Blob, onOpening: OnOpening): Promise<OpenedLog> {
  if (file.size > MAX_LOG_BYTES) return { problem: 'too-large' }
  let isCompressed = false
  try {
    isCompressed = await isGzip(file)
    let bytes = 0
    const onBytes = (more: number) => {
      bytes += more
      onOpening(bytes, Math.max(bytes, file.size))
      return bytes <= MAX_LOG_BYTES
    }
    const plain: ReadableStream<Uint8Array<ArrayBuffer>> = file.stream()
    return await readText(isCompressed ? plain.pipeThrough(new DecompressionStream('gzip')) : plain, onBytes)
  } catch {
    return { problem: isCompressed ? 'gzip-damaged' : 'unreadable' }
  }
}
