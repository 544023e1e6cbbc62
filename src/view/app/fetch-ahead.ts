import { placeNow, readArrival } from '../state/address'
import { afterEngine, loadEngine } from '../state/engine'
import { LANDMARKS } from '../ui/landmarks'

const loadMono = afterEngine(() => import('../ui/mono.css'))
const loadSans = () => import('../ui/sans.css')

/** A line on which the page's own code took longer, in milliseconds, is slow: a font would hold up the answer there. */
const SLOW_LINE_MS = 500

/** How long the page's own code was on its way. */
const timeOfCode = (): number => performance.getEntriesByName(import.meta.url)[0]?.duration ?? 0

/** Did the address bring something, or was something typed before the code of the page came? */
const isAwaited = (root: HTMLElement): boolean =>
  readArrival(window.location) !== null ||
  (root.querySelector<HTMLTextAreaElement>(`#${LANDMARKS.paste}`)?.value ?? '') !== ''

/** Fetches, before the page is drawn, what it will certainly need: an answer that is waited for begins to come at once. */
export function fetchAhead(root: HTMLElement): void {
  if (placeNow() === 'workbench' && timeOfCode() > SLOW_LINE_MS) afterEngine(loadSans)
  else void loadSans().catch(() => undefined)
  if (placeNow() !== 'workbench') void loadMono().catch(() => undefined)
  else if (isAwaited(root)) void loadEngine().catch(() => undefined)
}
