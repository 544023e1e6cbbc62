import { isFields, type Fields } from '../text/fields'
import { recordOfCells, recordsOf } from './formats'
import { CsvStream } from './scan/csv-stream'
import { RecordPacker } from './scan/pack-records'
import type { RecordBatch } from './scan/record-batch'
import { RecordStream } from './scan/record-stream'
import type { TextCodec } from './scan/text-codec'
import type { BadRecordCode } from './trail-event'

/** A stretch of a file that could not be read as an event, and what it begins with. */
export interface BadPiece {
  readonly code: BadRecordCode
  readonly offset: number
  readonly length: number
  readonly text: string
}

/** What a reader found since the last time. */
export interface TrailPiece extends RecordBatch {
  /** How many bad records there were of each kind. */
  readonly badCounts: Readonly<Partial<Record<BadRecordCode, number>>>
  /** The first of each kind. */
  readonly bad: readonly BadPiece[]
}

/** In which form a file holds events. */
export type StreamForm = 'records' | 'csv'

/** So many bad records of each kind are kept to be looked at, by every reader. */
const KEPT_BAD = 20
const LONGEST_BAD = 2_000

/** Reads one file after the other; the parts of events are numbered through all of them. */
export class TrailReader {
  readonly #codec: TextCodec
  readonly #packer: RecordPacker
  readonly #records: RecordStream
  #csv: CsvStream | null = null
  #form: StreamForm = 'records'
  #badCounts = new Map<BadRecordCode, number>()
  #bad: BadPiece[] = []

  /** The seed is one that whoever writes a log cannot know. */
  constructor(codec: TextCodec, seed: number) {
    this.#codec = codec
    this.#records = new RecordStream({
      onObject: (bytes, start, end, offset) => this.#object(bytes, start, end, offset),
      onBroken: (start, offset, length) => this.#broken('not-json', start, offset, length),
    })
    this.#packer = new RecordPacker(this.#records.scanner, codec, seed)
  }

  /** Begins a file. */
  begin(form: StreamForm): void {
    this.#form = form
    if (form === 'records') return this.#records.reset()
    let columns: readonly string[] | null = null
    this.#csv = new CsvStream(
      {
        onRow: (cells, offset, length) => {
          if (columns === null) columns = cells.map((cell) => cell.trim())
          else this.#add(recordOfCells(namedCells(columns, cells)), () => cells.join(','), offset, length)
        },
        onBroken: (start, offset, length) => this.#broken('not-json', start, offset, length),
      },
      this.#codec,
    )
  }

  /** Takes bytes of the file. */
  push(chunk: Uint8Array): void {
    if (this.#form === 'records') this.#records.push(chunk)
    else this.#csv?.push(chunk)
  }

  /** The file has ended. */
  finish(): void {
    if (this.#form === 'records') this.#records.finish()
    else this.#csv?.finish()
  }

  /** How many numbers wait to be taken. */
  get waiting(): number {
    return this.#packer.waiting
  }

  /** What was found since the last time. */
  take(): TrailPiece {
    const piece = {
      ...this.#packer.take(),
      badCounts: Object.fromEntries(this.#badCounts) as TrailPiece['badCounts'],
      bad: this.#bad,
    }
    this.#badCounts = new Map()
    this.#bad = []
    return piece
  }

  #object(bytes: Uint8Array, start: number, end: number, offset: number): void {
    if (this.#packer.addScanned(bytes, start, end, offset)) return
    const text = this.#codec.decode(bytes.subarray(start, end))
    let object: unknown
    try {
      object = JSON.parse(text)
    } catch {
      return this.#broken('not-json', bytes.subarray(start, end), offset, end - start)
    }
    for (const record of isFields(object) ? recordsOf(object) : [object])
      this.#add(record, () => text, offset, end - start)
  }

  /** Takes a row of a table that something else has read; its place is its number. */
  addRow(row: Fields, place: number): void {
    for (const record of recordsOf(row)) this.#add(record, () => JSON.stringify(row), place, 0)
  }

  #add(record: unknown, textOf: () => string, offset: number, length: number): void {
    const code = this.#packer.addRecord(record, offset, length)
    if (code !== null) this.#note({ code, offset, length, text: textOf().slice(0, LONGEST_BAD) })
  }

  #broken(code: BadRecordCode, start: Uint8Array, offset: number, length: number): void {
    this.#note({ code, offset, length, text: this.#codec.decode(start.subarray(0, LONGEST_BAD)) })
  }

  #note(piece: BadPiece): void {
    const count = (this.#badCounts.get(piece.code) ?? 0) + 1
    this.#badCounts.set(piece.code, count)
    if (this.#bad.filter(({ code }) => code === piece.code).length < KEPT_BAD) this.#bad.push(piece)
  }
}

/** The cells of a row by the names of their columns, in lower case. */
export const namedCells = (columns: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, i) => [column.toLowerCase(), cells[i] ?? '']))
