import { useSyncExternalStore } from 'react'
import { errorInAddress } from '../../permalink/error-link'
import type { LinkProblem } from '../../permalink/link-messages'

/** What the address asks for. The app lives on one path; everything else stands in the fragment. */
export type Place = 'workbench' | 'compare' | 'learn' | 'explore' | 'trail'

const listeners = new Set<() => void>()

/** Runs when the address is another one. */
export function onAddress(listener: () => void) {
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
  [/^#\/compare/, 'compare'],
  [/^#\/explore/, 'explore'],
  [/^#\/trail/, 'trail'],
]

/** The page that the fragment names now. */
export const placeNow = (): Place =>
  PLACES.find(([fragment]) => fragment.test(window.location.hash))?.[1] ?? 'workbench'

/** The page that the fragment names; anything unknown is the workbench. */
export function usePlace(): Place {
  return useSyncExternalStore(onAddress, placeNow)
}

/** The fragment of the address, as it changes. */
export function useFragment(): string {
  return useSyncExternalStore(onAddress, () => window.location.hash)
}

/** What the address brings: a shared case, or a message from a script or a runbook, or why it is not taken over. */
export type AddressContent =
  | { readonly kind: 'link'; readonly fragment: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: LinkProblem }

/** Reads `#1/…`, `#error=…` and `?error=…`; null where the address brings nothing. */
export function readArrival(address: Pick<Location, 'hash' | 'search'>): AddressContent | null {
  const fragment = address.hash.slice(1)
  if (/^\d+\//.test(fragment)) return { kind: 'link', fragment }
  const handed = errorInAddress(address)
  if (handed === null) return null
  return 'problem' in handed ? { kind: 'problem', ...handed } : { kind: 'error', text: handed.error }
}

/** Does the address hold a case, or a message that a case was made of? */
export const holdsCase = (): boolean => readArrival(window.location) !== null

/** Shows another page; from the workbench and back the draft stays as it is. */
export function goTo(place: 'workbench' | 'trail') {
  window.location.hash = place === 'trail' ? '#/trail' : '#/'
}

/**
 * Puts what is shown into the address, without a step in the browser's history. A browser in which that was done often in a
 * short time refuses: then it takes a step.
 */
export function setAddress(address: string) {
  try {
    window.history.replaceState(null, '', address)
  } catch {
    const at = address.indexOf('#')
    window.location.hash = at < 0 ? '#/' : address.slice(at)
  }
  for (const listener of listeners) listener()
}

/** Takes the query and the fragment off the address, when what stands there is no longer what is shown. */
export function clearAddress() {
  if (window.location.hash !== '' || window.location.search !== '') setAddress(window.location.pathname)
}
