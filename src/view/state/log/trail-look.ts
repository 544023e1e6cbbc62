import type { DenialAnswer, DenialLook } from '../../../trail/store/denial-look'
import { NO_FILTER, type GroupField, type LogFilter } from '../../../trail/log-filter'
import type { SortOrder } from '../../../trail/log-view'
import type { SkippedFile, TrailSteps } from '../trail/trail-engine'
import type { TrailSource, TrailTotals } from '../trail/worker-messages'
import type { LogProgress, LogSummary } from './log-messages'
import type { LogOutcome } from './log-reader'

/** How a log is looked at. */
export interface TrailLook {
  readonly filter: LogFilter
  /** Null: each denial by itself. */
  readonly by: GroupField | null
  readonly sort: SortOrder
}

/** What is known of a trail before it is read. */
export interface About {
  readonly name: string
  readonly size: number
}

/** The earlier trail that the one on the page is compared with. */
export interface EarlierTrail {
  readonly name: string
  readonly isReading: boolean
}

/** Events of CloudTrail that are read, or being read. */
export interface EventTrail extends About {
  readonly kind: 'events'
  /** Null once all is read. */
  readonly progress: TrailSteps | null
  readonly skipped: readonly SkippedFile[]
  /** What is asked for. The answer is that to the newest look that was answered. */
  readonly look: DenialLook
  readonly answer: { readonly look: DenialLook; readonly shown: DenialAnswer; readonly totals: TrailTotals } | null
  readonly earlier: EarlierTrail | null
}

/** The log that the page holds. It outlives a visit to the workbench. */
export type Trail =
  | { readonly kind: 'none' }
  | (About & { readonly kind: 'reading'; readonly progress: LogProgress | null })
  | (About & { readonly kind: 'read'; readonly log: LogSummary; readonly look: TrailLook })
  | EventTrail
  | (About & { readonly kind: 'stopped' })
  | (About & {
      readonly kind: 'failed'
      readonly problem: (LogOutcome & { readonly kind: 'problem' })['problem'] | SkippedFile['problem']
      /** What could not be read, to try again: a log that may be anything, or a trail. */
      readonly again: Blob | TrailFiles
    })

/** The files of a trail, or what finds them. */
export type TrailFiles = readonly TrailSource[] | (() => Promise<readonly TrailSource[]>)

/** How a trail is looked at first. */
export const FIRST_LOOK: TrailLook = { filter: NO_FILTER, by: null, sort: { field: 'count', descending: true } }
