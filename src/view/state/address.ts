import { errorInAddress } from '../../permalink/error-link'
import type { LinkProblem } from '../../permalink/link-messages'
import { linkAlone } from '../../permalink/link-parts'
import { createListeners } from '../ui/listeners'

/** What the address asks for. The app lives on one path; everything else stands in the fragment. */
export type Place = 'workbench' | 'compare' | 'learn' | 'explore' | 'trail'

const listeners = createListeners()

/** Runs when the address is another one. */
export function onAddress(listener: () => void) {
  const leave = listeners.subscribe(listener)
  window.addEventListener('hashchange', listener)
  return () => {
    leave()
    window.removeEventListener('hashchange', listener)
  }
}

/** Lessons, what a code means (`#/why/…`), exercises (`#x1/…`) and decks (`#d1/…`). */
const PLACES: readonly (readonly [fragment: RegExp, place: Place])[] = [
  [/^#(?:\/learn|\/why|[dx]\d)/, 'learn'],
  [/^#\/compare/, 'compare'],
  [/^#\/explore/, 'explore'],
  [/^#\/trail/, 'trail'],
]

/** The page that the fragment names now; anything unknown is the workbench. */
export const placeNow = (): Place =>
  PLACES.find(([fragment]) => fragment.test(window.location.hash))?.[1] ?? 'workbench'

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

/** The message that the address brought, which it stands for until something changes. */
let handed: { readonly from: Pick<Location, 'hash' | 'search'>; isTaken: boolean } | null = null

function takeOff() {
  const { hash, search } = window.location
  if (errorInAddress({ hash, search }) === null) return
  handed = { from: { hash, search }, isTaken: false }
  const isLink = readArrival({ hash, search: '' })?.kind === 'link'
  replaceAddress(window.location.pathname + (isLink ? hash : ''))
}

/**
 * Takes a message off the address before anything else reads it: it may hold a secret, and neither the history of the
 * browser, a reload nor what is kept shall have it. Now, and whenever the fragment changes.
 */
export function takeMessagesOff(): void {
  takeOff()
  window.addEventListener('hashchange', takeOff)
}

/** What the address brings now, each message once; the query was there from the start and brings nothing later. */
export function takeArrival(isFirst: boolean): AddressContent | null {
  if (handed !== null && !handed.isTaken) {
    handed.isTaken = true
    return readArrival(handed.from)
  }
  return readArrival({ hash: window.location.hash, search: isFirst ? window.location.search : '' })
}

/** Does the address hold a case, or has it brought a message that a case was made of? */
export const holdsCase = (): boolean => handed !== null || readArrival(window.location) !== null

/** What the address stands for, in a text that holds no message. */
export const standsFor = (): string =>
  handed === null ? window.location.search + linkAlone(window.location.hash) : `#message ${performance.timeOrigin}`

/** Shows another page; from the workbench and back the draft stays as it is. */
export function goTo(place: 'workbench' | 'trail') {
  window.location.hash = place === 'trail' ? '#/trail' : '#/'
}

/**
 * Puts what is shown into the address, without a step in the browser's history. A browser in which that was done often in a
 * short time refuses: then it takes a step.
 */
export function setAddress(address: string) {
  replaceAddress(address)
  handed = null
  listeners.tell()
}

function replaceAddress(address: string) {
  try {
    window.history.replaceState(null, '', address)
  } catch {
    const at = address.indexOf('#')
    window.location.hash = at < 0 ? '#/' : address.slice(at)
  }
}

/**
 * Takes the query and the fragment off the address, when what stands there is no longer what is shown. From another page
 * it is a step in the browser's history: whoever opened a case there finds the page again.
 */
export function clearAddress() {
  handed = null
  if (window.location.hash === '' && window.location.search === '') return
  if (placeNow() === 'workbench') {
    setAddress(window.location.pathname)
    return
  }
  goTo('workbench')
  listeners.tell()
}
