import type { Denial } from './denial'
import { readDenials } from './read-denials'

/** Turns any text into the denials that it states, each once and in order; an error that is no denial gives one entry. */
export function parseDenials(text: string): Denial[] {
  const reading = readDenials(text)
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value
  }
}
