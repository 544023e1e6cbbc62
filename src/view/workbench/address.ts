import { useSyncExternalStore } from 'react'

/** What the address asks for. The app lives on one path; everything else stands in the fragment. */
export type Place = 'workbench' | 'learn' | 'explore' | 'trail'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('hashchange', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('hashchange', listener)
  }
}

/** Lessons, exercises (`#x1/…`) and decks (`#d1/…`). */
const PLACES: readonly (readonly [fragment: RegExp, place: Place])[] = [
  [/^#(?:\/learn|[dx]\d)/, 'learn'],
  [/^#\/explore/, 'explore'],
  [/^#\/trail/, 'trail'],
]

/** The page that the fragment names now. */
export const placeNow = (): Place =>
  PLACES.find(([fragment]) => fragment.test(window.location.hash))?.[1] ?? 'workbench'

/** The page that the fragment names; anything unknown is the workbench. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, placeNow)
}

/** What the address brings: a shared case, or a pasted message from a script or a runbook. */
export type Arrival =
  { readonly kind: 'link'; readonly fragment: string } | { readonly kind: 'error'; readonly text: string }

/** Reads `#1/…`, `#error=…` and `?error=…`; null where the address brings nothing. */
export function readArrival(location: Pick<Location, 'hash' | 'search'>): Arrival | null {
  const fragment = location.hash.slice(1)
  if (/^\d+\//.test(fragment)) return { kind: 'link', fragment }
  const text =
    (fragment.startsWith('error=') ? new URLSearchParams(fragment).get('error') : null) ??
    new URLSearchParams(location.search).get('error')
  return text === null || text.trim() === '' ? null : { kind: 'error', text }
}

/** Shows another page; from the workbench and back the draft stays as it is. */
export function goTo(place: 'workbench' | 'trail') {
  window.location.hash = place === 'trail' ? '#/trail' : '#/'
}

/** Takes the query and the fragment off the address, when what stands there is no longer what is shown. */
export function clearAddress() {
  if (window.location.hash === '' && window.location.search === '') return
  window.history.replaceState(null, '', window.location.pathname)
  for (const listener of listeners) listener()
}
