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
