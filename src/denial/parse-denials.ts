import type { Denial } from './denial'
import { undress } from '../medium/plain-text'
import { readDenials } from './read-denials'

/** Gives the denials of a text, as `parseDenials` does: one that is asked about often is remembered by who hands this in. */
export type ReadDenials = (text: string) => readonly Denial[]

/** Turns any text into the denials that it states, each once and in order; an error that is no denial gives one entry. */
export function parseDenials(text: string, plain = undress(text)): Denial[] {
  const reading = readDenials(text, plain)
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value
  }
}
