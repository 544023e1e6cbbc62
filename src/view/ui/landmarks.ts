/** Places of the page that other places lead to, by the id of their element. */
export const LANDMARKS = {
  paste: 'paste-box',
  policies: 'policies',
  diagnosis: 'diagnosis',
} as const

/** The element id of what stands beside the policies. */
export const SIDE_PANE = 'diagnosis-pane'

type Landmark = keyof typeof LANDMARKS

const element = (landmark: Landmark) => document.getElementById(LANDMARKS[landmark])

/** Does nothing have the focus? */
export const isNowhere = () => document.activeElement === null || document.activeElement === document.body

let standIn: Element | null = null

/** What got the focus because what had it is gone. */
export function noteStandIn(element: Element) {
  standIn = element
}

/** May whoever knows where the focus belongs put it there: has nothing it, or only what stands in for what is gone? */
export const isFree = () => isNowhere() || document.activeElement === standIn

/** Puts the focus on a place, which scrolls it into view. */
export function focusLandmark(landmark: Landmark) {
  element(landmark)?.focus()
}

/** Scrolls to a place; `block` as scrollIntoView takes it. */
export function scrollToLandmark(landmark: Landmark, block: ScrollLogicalPosition) {
  element(landmark)?.scrollIntoView({ block })
}

let wanted: Landmark | null = null

const forget = () => {
  wanted = null
}

/** Puts the focus on a place as soon as what belongs there stands there (see giveFocus), unless the reader does something first. */
export function wantFocus(landmark: Landmark | null) {
  wanted = landmark
  for (const sign of ['keydown', 'pointerdown', 'input']) {
    document.addEventListener(sign, forget, { capture: true, once: true })
  }
}

/** What a place waited for is there: it gets the focus where that is wanted. */
export function giveFocus(landmark: Landmark) {
  if (wanted !== landmark) return
  forget()
  element(landmark)?.focus({ preventScroll: true })
}

let isFollowed = false

/** The reader goes from one page of the app to another. */
export function noteNextPage() {
  isFollowed = true
}

/** A screen reader says the heading of a page that the reader went to; the page that came first is read from its top. */
export function arriveOnHeading() {
  const heading = document.querySelector<HTMLElement>('main h1')
  if (!isFollowed || heading === null) return
  isFollowed = false
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

/** Puts the focus on the tab of a policy layer. */
export function focusLayer(layer: string) {
  document.querySelector<HTMLElement>(`[role=tab][data-layer="${layer}"]`)?.focus()
}
