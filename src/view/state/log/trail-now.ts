import { useSyncExternalStore } from 'react'
import type { Trail, TrailFiles } from './trail-look'

let trail: Trail = { kind: 'none' }
const listeners = new Set<() => void>()

/** The log that the page holds now. */
export const trailNow = (): Trail => trail

/** Puts a log, or what became of it, in the place of the one before. */
export function setTrail(next: Trail) {
  trail = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The log that the page holds. */
export function useTrail(): Trail {
  return useSyncExternalStore(subscribe, trailNow)
}

/** Does something with what reads logs, which comes when the first one does; null where it does not come, or was stopped before. */
async function whenHere(
  { name, again }: { readonly name: string; readonly again: Blob | TrailFiles },
  run: (store: typeof import('./trail-store')) => Promise<string | null>,
): Promise<string | null> {
  const size = again instanceof Blob ? again.size : 0
  const mine: Trail = { kind: 'reading', name, size, progress: null }
  setTrail(mine)
  try {
    const store = await import('./trail-store')
    return trail === mine ? await run(store) : null
  } catch {
    if (trail === mine) setTrail({ kind: 'failed', name, size, problem: 'worker-failed', again })
    return null
  }
}

/** See `openTrail`. */
export const openLogLater = (file: Blob, name: string): Promise<string | null> =>
  whenHere({ name, again: file }, ({ openTrail }) => openTrail(file, name))

/** See `openLogFiles`. */
export const openLogsLater = (files: TrailFiles, name: string): Promise<string | null> =>
  whenHere({ name, again: files }, ({ openLogFiles }) => openLogFiles(files, name))
