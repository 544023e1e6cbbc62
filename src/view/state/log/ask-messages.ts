import type { ChangeAnswer, ChangeAsk } from '../../../trail/asks/answer-change'
import type { NeedsAnswer, NeedsAsk } from '../../../trail/asks/answer-needs'
import type { TrailCaller } from '../../../trail/asks/event-classes'
import type { TrailSource } from '../trail/worker-messages'

/** What was read of the log. */
export interface AskedLog {
  readonly events: number
  readonly bad: number
  /** Events that found no room. */
  readonly leftOut: number
  readonly callers: readonly TrailCaller[]
  /** Files that are the result of a query. */
  readonly results: number
}

/** What a worker is asked. */
export type AskRequest =
  | {
      readonly kind: 'open'
      readonly id: number
      readonly files: readonly TrailSource[]
      /** The events of the files come out of it as SharedEvents, where another worker holds them. */
      readonly port: MessagePort | null
      readonly base: string
    }
  | { readonly kind: 'needs'; readonly id: number; readonly ask: NeedsAsk }
  | { readonly kind: 'change'; readonly id: number; readonly ask: ChangeAsk }

/** What it answers, under the id of the question. */
export type AskReply =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly id: number; readonly problem: 'reference' | 'unreadable' | 'overtaken' }
  | { readonly kind: 'log'; readonly id: number; readonly log: AskedLog }
  | { readonly kind: 'needs'; readonly id: number; readonly answer: NeedsAnswer }
  | { readonly kind: 'change'; readonly id: number; readonly answer: ChangeAnswer }
