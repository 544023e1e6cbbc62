import { chainOf } from './focus-chain'
import { isNowhere, noteStandIn } from '../ui/landmarks'

/** So long what took a part of the page away has to put the focus elsewhere by itself: dialogs and menus do. */
const WAIT_MS = 30

/** What makes a part of the page one that a screen reader names. */
const PART =
  'main, nav, section, form, fieldset, ul, ol, [role]:not([role=presentation], [role=none]), [aria-label], [aria-labelledby], [tabindex]'

/** What had the focus at last, and what stands around it, from the inside out; empty where the reader put the focus nowhere. */
let around: readonly Element[] = []

/** Is what had the focus gone, or can it have none any more? */
const isGone = (element: Element | undefined) =>
  element !== undefined &&
  (!element.isConnected || element.matches(':disabled') || element.getClientRects().length === 0)

/** Gives a part of the page the focus, which Tab then goes on from. Says whether it took it: what is not drawn does not. */
function focusPart(part: HTMLElement): boolean {
  const isOwn = part.hasAttribute('tabindex')
  if (!isOwn) part.tabIndex = -1
  part.focus({ preventScroll: true })
  const isTaken = document.activeElement === part
  if (!isOwn && isTaken) part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true })
  if (!isOwn && !isTaken) part.removeAttribute('tabindex')
  return isTaken
}

const isPart = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement &&
  element.isConnected &&
  element.matches(PART) &&
  (element.textContent ?? '').trim() !== ''

function bringBack() {
  if (!isNowhere() || !isGone(around[0])) return
  const parts = [...around.slice(1), ...document.querySelectorAll('main h1, main, h1')]
  const taken = parts.find((element) => isPart(element) && focusPart(element))
  if (taken !== undefined) noteStandIn(taken)
}

/**
 * Keeps the focus on the page: where what has it is taken away, the part of the page that it stood in gets it, so that the
 * next Tab goes on from there and a screen reader says where it is. `before`: what had it when the page was first used.
 */
export function keepFocus(before: readonly Element[]): void {
  around = isNowhere() ? before : chainOf(document.activeElement)
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) around = chainOf(target)
  })
  // A press beside everything puts it nowhere, on purpose.
  document.addEventListener('pointerdown', () => (around = []), { capture: true })
  let isAsked = false
  // Once it is drawn what has changed: to ask at once whether something is seen would have the page laid out for that alone.
  const look = () => {
    if (isAsked || around.length === 0) return
    isAsked = true
    requestAnimationFrame(() =>
      setTimeout(() => {
        isAsked = false
        bringBack()
      }, WAIT_MS),
    )
  }
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'class'],
  })
  look()
}
