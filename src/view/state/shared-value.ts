import { useSyncExternalStore } from 'react'
import { createListeners } from '../ui/listeners'

/** A value that distant parts of the page share: whoever shows it is drawn again when another one is set. */
export interface SharedValue<T> {
  readonly get: () => T
  readonly set: (next: T) => void
  /** The value, for a component. */
  readonly use: () => T
}

/** A shared value with what it is at first. */
export function sharedValue<T>(first: T): SharedValue<T> {
  let value = first
  const listeners = createListeners()
  const get = () => value
  const set = (next: T) => {
    if (next === value) return
    value = next
    listeners.tell()
  }
  return { get, set, use: () => useSyncExternalStore(listeners.subscribe, get) }
}
