import { useSyncExternalStore } from 'react'
import type { Deck } from '../../../permalink/deck'

const EMPTY: Deck = { title: '', notes: '', cards: [] }

let deck = EMPTY
const listeners = new Set<() => void>()

/** Puts a deck into the builder, in the place of the one there. */
export function setDeckInProgress(next: Deck) {
  deck = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The deck in the builder: it stays while other pages are looked at, and is gone with the page. */
export const useDeckInProgress = (): Deck => useSyncExternalStore(subscribe, () => deck)
