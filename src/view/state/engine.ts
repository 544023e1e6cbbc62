import { useEffect, useSyncExternalStore } from 'react'
import type { PartLoader } from '../ui/lazy-part'
import { savesData } from '../ui/saves-data'
import { whenIdle } from '../ui/when-idle'
import { untilAnswered } from './answer-waits'
import type * as EngineChunk from './engine-chunk'
import { createListeners } from '../ui/listeners'

/**
 * The second stage of the first load: everything that reads, evaluates and explains. An empty page needs none of it, so
 * it begins to come once that page stands, or at the first sign that somebody is there, together with the parts of the page
 * that stand on it.
 */
export type Engine = typeof EngineChunk

let engine: Engine | null = null
let loading: Promise<Engine> | null = null
const listeners = createListeners()
const parts = new Set<() => Promise<unknown>>()
const laterParts = new Set<() => Promise<unknown>>()

/** Whoever shows a part asks for it again, and tells the user if it does not come. */
function fetchAll(loads: Iterable<() => Promise<unknown>>) {
  for (const load of loads) void load().catch(() => undefined)
}

async function fetchEngine(): Promise<Engine> {
  const coming = Promise.allSettled([...parts].map((load) => load()))
  try {
    engine = await import('./engine-chunk')
    // An answer is shown with them: were it shown before, what waits in their place would stand there for a while.
    await coming
    listeners.tell()
    void untilAnswered().then(() => whenIdle(() => fetchAll(laterParts)))
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

/** The loader of a part of the page that stands on the second stage: it is fetched together with it. */
export function withEngine<Part>(load: () => Promise<Part>): PartLoader<Part> {
  let part: Part | null = null
  const fetch = async () => (part = await load())
  parts.add(fetch)
  const loader = async () => (await Promise.all([fetch(), loadEngine()]))[0]
  return Object.assign(loader, { now: () => part })
}

/** The same for a part that the words of an answer do not need: it is fetched when the second stage is here and what waited for it is answered. */
export function afterEngine<Part>(load: () => Promise<Part>): () => Promise<Part> {
  laterParts.add(load)
  return async () => {
    if (engine === null) {
      await loadEngine()
      await untilAnswered()
    }
    return load()
  }
}

/** Runs when the second stage is here. */
export const onEngine = listeners.subscribe

/** The second stage; null until it is here. */
export const engineNow = (): Engine | null => engine

/** The second stage; null until it is here. */
export function useEngine(): Engine | null {
  return useSyncExternalStore(onEngine, engineNow)
}

const SIGNS_OF_INTENT = ['pointermove', 'pointerdown', 'keydown', 'input', 'paste', 'dragenter'] as const

/** Runs once all that the page was opened with is here: nothing else shares the line with it. */
function whenLoaded(run: () => void): () => void {
  if (document.readyState === 'complete') return whenIdle(run)
  const stop = new AbortController()
  let callOff = () => stop.abort()
  window.addEventListener('load', () => (callOff = whenIdle(run)), { once: true, signal: stop.signal })
  return () => callOff()
}

/** Fetches the second stage when the page stands, or earlier at the first sign that somebody wants to do something. */
export function useEngineAhead() {
  useEffect(() => {
    const stop = new AbortController()
    const fetchNow = () => {
      stop.abort()
      callOff()
      // Whoever needs it asks again, and tells the user if it does not come.
      void loadEngine().catch(() => undefined)
    }
    const callOff = savesData() ? () => undefined : whenLoaded(fetchNow)
    for (const sign of SIGNS_OF_INTENT)
      document.addEventListener(sign, fetchNow, { signal: stop.signal, capture: true, passive: true })
    return () => {
      stop.abort()
      callOff()
    }
  }, [])
}
