import type { BadPiece, StreamForm, TrailPiece } from '../../../trail/read-stream'
import type { DenialRecord } from '../../../trail/denial-record'
import type { DenialAnswer, DenialFilter, DenialLook } from '../../../trail/store/denial-look'
import type { BadRecordCode, TrailEvent } from '../../../trail/trail-event'

/** One file of a trail. What stands in a zip is compressed by itself, as `isDeflated` says. */
export interface TrailSource {
  readonly name: string
  readonly blob: Blob
  readonly isDeflated: boolean
  /** Of a file of lines that is read in stretches: the number of this one, from 0. */
  readonly part?: number
}

/** Why a file of a trail was not read. */
export type FileProblem = 'not-a-trail' | 'parquet' | 'damaged' | 'unreadable' | 'zip-damaged'

/** The trail that is looked at, or the earlier one that it is compared with. */
export type TrailSide = 'now' | 'earlier'

/** What the page asks of a worker. */
export type TrailRequest =
  /** Be the one that holds the trail. */
  | { readonly kind: 'hold' }
  /** Take what a reader finds through a port. */
  | { readonly kind: 'connect'; readonly reader: number; readonly side: TrailSide; readonly port: MessagePort }
  | { readonly kind: 'look'; readonly look: DenialLook }
  /** Let go of the earlier trail, or take it as complete. */
  | { readonly kind: 'earlier'; readonly isThere: boolean }
  | { readonly kind: 'events'; readonly id: number; readonly entry: number; readonly limit: number }
  | { readonly kind: 'record'; readonly id: number; readonly row: number; readonly source: TrailSource }
  | { readonly kind: 'csv'; readonly id: number; readonly filter: DenialFilter }
  /** Hand all events to the port. */
  | { readonly kind: 'share'; readonly port: MessagePort }
  /** Be a reader, which hands what it finds to the port. All readers of a trail have one seed, so that ids compare. */
  | { readonly kind: 'read'; readonly port: MessagePort; readonly seed: number }
  | { readonly kind: 'file'; readonly file: number; readonly source: TrailSource }

/** What a reader hands to the one that holds the trail. */
export interface HandedPiece {
  readonly file: number
  readonly piece: TrailPiece
}

/** Events of a trail for whoever asked for them, each of those that are alike once. */
export interface SharedEvents {
  readonly events: readonly { readonly event: TrailEvent; readonly count: number; readonly last: string }[]
  /** How many there are that are not alike. */
  readonly total: number
  readonly isEnd: boolean
}

/** A call of an entry: when, who in which session, from where. */
export interface EventLine {
  readonly time: string
  readonly session: string | null
  readonly address: string | null
  readonly region: string | null
  /** Its place among all events, and its file. */
  readonly row: number
  readonly file: number
}

/** What is known of a trail besides its denials. */
export interface TrailTotals {
  readonly events: number
  readonly duplicates: number
  readonly unknownVersions: number
  /** How many different callers, places or resources came that there was no room for: their kind is kept. */
  readonly thinned: number
  readonly badCounts: Readonly<Partial<Record<BadRecordCode, number>>>
  readonly bad: readonly (BadPiece & { readonly file: number })[]
  /** Denials of which AWS keeps a record of its own. */
  readonly records: readonly DenialRecord[]
  /** Bytes of what the trail is kept in, about. */
  readonly weight: number
}

/** What a worker answers. */
export type TrailReply =
  | { readonly kind: 'look'; readonly look: DenialLook; readonly answer: DenialAnswer; readonly totals: TrailTotals }
  | { readonly kind: 'grown' }
  | { readonly kind: 'events'; readonly id: number; readonly lines: readonly EventLine[] }
  | { readonly kind: 'record'; readonly id: number; readonly text: string | null }
  | { readonly kind: 'csv'; readonly id: number; readonly csv: Blob }
  /** Bytes of the file as it is on the disk that were read since the last time. */
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'done'; readonly file: number; readonly events: number; readonly problem: FileProblem | null }

/** In which form a file is, or why it is not read. */
export type SniffedForm = { readonly form: StreamForm | 'parquet' } | { readonly problem: FileProblem }
