import type { TextCodec } from './text-codec'

const QUOTE = 34
const COMMA = 44
const NEWLINE = 10
const RETURN = 13

/** A longer row is no row. */
const LONGEST_ROW = 4_000_000

/** What a table gives: its rows with their cells, and the stretches that are none. */
export interface CsvHandler {
  readonly onRow: (cells: readonly string[], offset: number, length: number) => void
  readonly onBroken: (start: Uint8Array, offset: number, length: number) => void
}

/** Reads rows of comma-separated values out of bytes that come in chunks. */
export class CsvStream {
  readonly #handler: CsvHandler
  readonly #codec: TextCodec
  #bytes: Uint8Array = new Uint8Array(0)
  #base = 0

  constructor(handler: CsvHandler, codec: TextCodec) {
    this.#handler = handler
    this.#codec = codec
  }

  /** Takes more bytes. */
  push(chunk: Uint8Array): void {
    const joined = new Uint8Array(this.#bytes.length + chunk.length)
    joined.set(this.#bytes)
    joined.set(chunk, this.#bytes.length)
    this.#bytes = joined
    this.#drain(false)
  }

  /** The stream has ended. */
  finish(): void {
    this.#drain(true)
  }

  /** The end of the row that begins at a place; -1 where it is yet to come. */
  #rowEnd(from: number): number {
    const bytes = this.#bytes
    let isQuoted = false
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte === QUOTE) isQuoted = !isQuoted
      else if (byte === NEWLINE && !isQuoted) return at
    }
    return -1
  }

  #drain(isLast: boolean): void {
    let at = 0
    for (;;) {
      const found = this.#rowEnd(at)
      const end = found < 0 && isLast ? this.#bytes.length : found
      if (end < 0 && this.#bytes.length - at > LONGEST_ROW) {
        // a quote that never closes: what follows the line is read as rows again
        const line = this.#bytes.indexOf(NEWLINE, at)
        const next = line < 0 ? this.#bytes.length : line
        this.#handler.onBroken(this.#bytes.slice(at, Math.min(next, at + 2_000)), this.#base + at, next - at)
        at = next + 1
        continue
      }
      if (end < 0) break
      if (end > at && !(end === at + 1 && this.#bytes[at] === RETURN))
        this.#handler.onRow(this.#cells(at, end), this.#base + at, end - at)
      at = end + 1
      if (at >= this.#bytes.length) break
    }
    this.#base += at
    this.#bytes = this.#bytes.slice(at)
  }

  #cells(from: number, to: number): string[] {
    return cellsOf(this.#codec.decode(this.#bytes.subarray(from, to)))
  }
}

/** The cells of one row. */
export function cellsOf(row: string): string[] {
  const cells: string[] = []
  let at = 0
  const end = row.endsWith('\r') ? row.length - 1 : row.length
  while (at <= end) {
    if (row.charCodeAt(at) === QUOTE) {
      let close = at + 1
      for (;;) {
        close = row.indexOf('"', close)
        if (close < 0 || row.charCodeAt(close + 1) !== QUOTE) break
        close += 2
      }
      const stop = close < 0 ? end : close
      cells.push(row.slice(at + 1, stop).replaceAll('""', '"'))
      at = stop + 1
      if (row.charCodeAt(at) !== COMMA) break
      at += 1
    } else {
      const comma = row.indexOf(',', at)
      const stop = comma < 0 || comma > end ? end : comma
      cells.push(row.slice(at, stop))
      at = stop + 1
      if (stop === end) break
    }
  }
  return cells
}
