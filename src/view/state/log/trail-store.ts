import { useSyncExternalStore } from 'react'
import { NO_FILTER, type GroupField, type LogFilter, type SortOrder } from '../../../trail/log-view'
import { keepLogFiles } from './log-files'
import type { LogProgress, LogSummary } from './log-messages'
import type { LogOutcome, LogReader } from './log-reader'

/** How a log is looked at. */
export interface TrailLook {
  readonly filter: LogFilter
  /** Null: each denial by itself. */
  readonly by: GroupField | null
  readonly sort: SortOrder
}

interface About {
  readonly name: string
  readonly size: number
}

/** The log that the page holds. It outlives a visit to the workbench. */
export type Trail =
  | { readonly kind: 'none' }
  | (About & { readonly kind: 'reading'; readonly progress: LogProgress | null })
  | (About & { readonly kind: 'read'; readonly log: LogSummary; readonly look: TrailLook })
  | (About & { readonly kind: 'stopped' })
  | (About & {
      readonly kind: 'failed'
      readonly problem: (LogOutcome & { readonly kind: 'problem' })['problem']
      /** What could not be read, to try again. */
      readonly file: Blob
    })

const FIRST_LOOK: TrailLook = { filter: NO_FILTER, by: null, sort: { field: 'count', descending: true } }

let trail: Trail = { kind: 'none' }
let reader: LogReader | null = null
let turn = 0
const listeners = new Set<() => void>()

function set(next: Trail) {
  trail = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The log that the page holds. */
export function useTrail(): Trail {
  return useSyncExternalStore(subscribe, () => trail)
}

/** Looks at the log in another way. */
export function changeLook(change: Partial<TrailLook>) {
  if (trail.kind === 'read') set({ ...trail, look: { ...trail.look, ...change } })
}

/** The piece of the log that stands for an entry; null where the log is no longer there. */
export async function excerptOfEntry(entry: number): Promise<string | null> {
  return (await reader?.excerpt(entry)) ?? null
}

/** Stops the reading; what was found so far goes. */
export function stopReading() {
  if (trail.kind !== 'reading') return
  const { name, size } = trail
  closeTrail()
  set({ kind: 'stopped', name, size })
}

/** Lets go of the log. */
export function closeTrail() {
  turn += 1
  reader?.close()
  reader = null
  set({ kind: 'none' })
}

/**
 * Reads a log in place of the one before it. Gives what the workbench shall take: the text itself where it is a case or
 * policies, the message where the log has no more than one; null where the log view has the rest.
 */
export async function openTrail(file: Blob, name: string): Promise<string | null> {
  closeTrail()
  keepLogFiles([{ file, name }])
  const mine = turn
  const about: About = { name, size: file.size }
  set({ kind: 'reading', ...about, progress: null })
  const { readLogFile } = await import('./log-reader')
  if (turn !== mine) return null
  reader = readLogFile(file, (progress) => {
    if (turn === mine) set({ kind: 'reading', ...about, progress })
  })
  const outcome = await reader.outcome
  if (turn !== mine || outcome.kind === 'stopped') return null
  if (outcome.kind === 'problem') {
    set({ kind: 'failed', ...about, problem: outcome.problem, file })
    return null
  }
  if (outcome.kind === 'evidence') {
    closeTrail()
    return outcome.text
  }
  set({ kind: 'read', ...about, log: outcome.log, look: FIRST_LOOK })
  const [only, ...others] = outcome.log.entries
  return only !== undefined && others.length === 0 ? excerptOfEntry(only.id) : null
}
