import type { DenialRecord } from '../../../trail/denial-record'
import type { LogEntry } from '../../../trail/log-entry'
import type { LogProblemCode } from './open-log'

/** What the page asks of the log's worker. */
export type LogRequest =
  | { readonly kind: 'read'; readonly file: Blob }
  /** The piece of the log that stands for an entry. */
  | { readonly kind: 'excerpt'; readonly entry: number }

/** How far the reading has come: `done` of `total` bytes or characters, and the denials found so far. */
export interface LogProgress {
  readonly phase: 'opening' | 'reading'
  readonly done: number
  readonly total: number
  readonly found: number
}

/** A log that was read. */
export interface LogSummary {
  readonly entries: readonly LogEntry[]
  /** Denials of which AWS keeps a record of its own. */
  readonly records: readonly DenialRecord[]
  /** How many characters it has. */
  readonly length: number
  /** How many credentials were taken out. */
  readonly removed: number
}

/** What the worker answers. */
export type LogAnswer =
  | { readonly kind: 'progress'; readonly progress: LogProgress }
  | { readonly kind: 'log'; readonly log: LogSummary }
  /** It is no log but something for the workbench. */
  | { readonly kind: 'evidence'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: LogProblemCode }
  | { readonly kind: 'excerpt'; readonly entry: number; readonly text: string }
