import type { Denial } from './denial'
import { readDenials } from './read-denials'

/** Turns any pasted text into the denials that it states, in order; never throws. */
export function parseDenials(text: string): Denial[] {
  return readDenials(text)
}
