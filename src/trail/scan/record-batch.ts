/** Parts that are new, one after the other: their bytes, and where each ends. */
export interface NewParts {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly ends: Int32Array<ArrayBuffer>
}

/** The numbers of a row: when, the hashes of its id, its parts in their order, and where it stands in its file. */
export const ROW = {
  seconds: 0,
  idOne: 1,
  idTwo: 2,
  parts: 3,
  offsetLow: 9,
  offsetHigh: 10,
  length: 11,
} as const

/** How many numbers a row has. */
export const ROW_LENGTH = 12

/** Events of one file. An id of a part counts all parts of its kind that this reader has given, from 0. */
export interface RecordBatch {
  readonly rows: Int32Array<ArrayBuffer>
  /** In the order of PART_NAMES. */
  readonly parts: readonly NewParts[]
}
