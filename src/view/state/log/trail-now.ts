import { useSyncExternalStore } from 'react'
import type { Trail } from './trail-look'

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
