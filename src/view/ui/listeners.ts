/** Those who hear of a change, for example what shows it. */
export interface Listeners {
  /** Tells all of them. */
  readonly tell: () => void
  /** Joins them; the result leaves them again. */
  readonly subscribe: (listener: () => void) => () => void
}

/** Nobody yet. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  return {
    tell() {
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
