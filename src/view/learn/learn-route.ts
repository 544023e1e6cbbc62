import { useSyncExternalStore } from 'react'

/** Where in the learning part of the app the address is. */
export type LearnRoute =
  | { readonly page: 'course' }
  | { readonly page: 'lesson'; readonly id: string }
  | { readonly page: 'gallery' }
  | { readonly page: 'handout' }
  | { readonly page: 'deckBuilder' }
  | { readonly page: 'exercise' | 'deck'; readonly fragment: string }

/** Reads `#/learn`, `#/learn/<lesson>`, `#/learn/gallery` …, and the links of exercises and decks. */
export function learnRoute(hash: string): LearnRoute {
  if (/^#x\d/.test(hash)) return { page: 'exercise', fragment: hash }
  if (/^#d\d/.test(hash)) return { page: 'deck', fragment: hash }
  const id = /^#\/learn\/([\w-]{1,100})$/.exec(hash)?.[1]
  switch (id) {
    case undefined:
      return { page: 'course' }
    case 'gallery':
    case 'handout':
      return { page: id }
    case 'deck':
      return { page: 'deckBuilder' }
    default:
      return { page: 'lesson', id }
  }
}

function subscribe(listener: () => void) {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The fragment of the address, as it changes. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash)
}
