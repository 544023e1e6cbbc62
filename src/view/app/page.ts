import { startOffline } from '../features/offline/start-offline'
import { drawInto } from './draw-into'
import { fetchAhead } from './fetch-ahead'
import { keepFocusFromUse } from './keep-focus-from-use'
import { maskArrivals } from './mask-arrivals'
import { takeOver } from './take-over'

/** Opens the page in place of the one that was built into index.html. */
export function openPage(root: HTMLElement): void {
  fetchAhead(root)
  maskArrivals()
  takeOver(root, drawInto)
  startOffline()
  keepFocusFromUse()
}
