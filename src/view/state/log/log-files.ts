import { useSyncExternalStore } from 'react'
import type { TrailSource } from '../trail/worker-messages'

const NONE: readonly TrailSource[] = []
let files = NONE
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps the files that the log is read from, to ask about them again. The browser reads them from the disk when it does. */
export function keepLogFiles(next: readonly TrailSource[]) {
  files = next
  for (const listener of listeners) listener()
}

/** The files that the log was read from; none before one is opened. */
export const useLogFiles = (): readonly TrailSource[] => useSyncExternalStore(subscribe, () => files)
