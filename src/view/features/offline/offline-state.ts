import { useSyncExternalStore } from 'react'

/** How far this browser is with keeping the app. */
export interface OfflineState {
  /** "off": it cannot be kept here, or nobody has begun. */
  readonly kept: 'off' | 'saving' | 'ready'
  /** A new version is here; the page goes on with the old one. */
  readonly hasUpdate: boolean
  /** Asks whether the app is to be installed; null: this browser does not offer it. */
  readonly install: (() => void) | null
}

let state: OfflineState = { kept: 'off', hasUpdate: false, install: null }
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells the page how far it is. */
export function setOffline(change: Partial<OfflineState>) {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

/** How far this browser is with keeping the app. */
export function useOffline(): OfflineState {
  return useSyncExternalStore(subscribe, () => state)
}
