import { placeNow, readArrival } from '../state/address'
import { afterEngine, loadEngine } from '../state/engine'
import { LANDMARKS } from '../ui/landmarks'

const loadMono = afterEngine(() => import('../ui/mono.css'))

/** Did the address bring something, or was something typed before the code of the page came? */
const isAwaited = (root: HTMLElement): boolean =>
  readArrival(window.location) !== null ||
  (root.querySelector<HTMLTextAreaElement>(`#${LANDMARKS.paste}`)?.value ?? '') !== ''

/** Fetches, before the page is drawn, what it will certainly need: an answer that is waited for begins to come at once. */
export function fetchAhead(root: HTMLElement): void {
  if (placeNow() !== 'workbench') void loadMono().catch(() => undefined)
  else if (isAwaited(root)) void loadEngine().catch(() => undefined)
}
