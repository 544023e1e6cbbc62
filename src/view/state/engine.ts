import { useEffect, useSyncExternalStore } from 'react'
import type * as EngineRoom from './engine-room'

/**
 * The second stage of the first load: everything that reads, evaluates and explains, and the parts of the page that
 * need it. An empty page needs none of it, so it is fetched at the first sign that somebody is there.
 */
export type Engine = typeof EngineRoom

let engine: Engine | null = null
let loading: Promise<Engine> | null = null
const listeners = new Set<() => void>()

async function fetchEngine(): Promise<Engine> {
  try {
    engine = await import('./engine-room')
    for (const listener of listeners) listener()
    return engine
  } catch (error) {
    loading = null
    throw error
  }
}

/** Fetches the second stage, once. */
export function loadEngine(): Promise<Engine> {
  loading ??= fetchEngine()
  return loading
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The second stage; null until it is here. */
export function useEngine(): Engine | null {
  return useSyncExternalStore(subscribe, () => engine)
}

const SIGNS_OF_INTENT = ['pointermove', 'pointerdown', 'keydown', 'input', 'paste', 'dragenter'] as const

/** Fetches the second stage at the first sign that somebody wants to do something. */
export function useEngineOnIntent() {
  useEffect(() => {
    const stop = new AbortController()
    const fetchNow = () => {
      stop.abort()
      // Whoever needs it asks again, and tells the user if it does not come.
      void loadEngine().catch(() => undefined)
    }
    for (const sign of SIGNS_OF_INTENT)
      document.addEventListener(sign, fetchNow, { signal: stop.signal, capture: true, passive: true })
    return () => stop.abort()
  }, [])
}
