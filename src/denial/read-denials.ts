import { answeredLater } from './answered-later'
import type { Denial } from './denial'
import { DenialGatherer } from './merge-denials'
import { readTime } from '../text/read-time'
import { undress, undressed } from '../medium/plain-text'
import { readWindow } from './read-window'

/** How far the reading of a long text has come. */
export interface ReadingProgress {
  readonly read: number
  readonly total: number
  /** How many different denials were found so far. */
  readonly found: number
}

/** A long text is read in stretches of this many characters, */
const STRETCH = 128 * 1024
/** each with so many before and after it, so that a message at its border is seen whole. */
const MARGIN = 16 * 1024

/** The end of the line that a place of the text stands in. */
function lineEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const end = text.indexOf('\n', at)
  return end < 0 || end - at > MARGIN / 2 ? at : end + 1
}

/** The denial with its time: that of its event, else that of its line. */
function timed(text: string, denial: Denial): Denial {
  const event = denial.context?.['aws:CurrentTime']
  const time = typeof event === 'string' ? event : readTime(text, denial.span[0])
  return time === null ? denial : { ...denial, times: { first: time, last: time } }
}

/**
 * Reads all denials of a text, stretch by stretch and in time linear in its length. Whoever drives the generator may stop
 * after each stretch; its last value is the list.
 */
export function* readDenials(raw: string, plain = undress(raw)): Generator<ReadingProgress, Denial[]> {
  const gatherer = new DenialGatherer()
  const text = plain?.text ?? raw
  const placeOf = (at: number): number => (at >= text.length ? raw.length : (plain?.starts[at] ?? at))
  let other: Denial | null = null
  let from = 0
  while (from < text.length) {
    const to = text.length - from <= STRETCH + MARGIN ? text.length : lineEnd(text, from + STRETCH)
    const window = [Math.max(0, from - MARGIN), Math.min(text.length, to + MARGIN)] as const
    // A text that is too long to be undressed whole is undressed in pieces.
    const reading = plain ? readWindow(plain, window) : readWindow(undressed(raw, ...window))
    const [first, end] = [from === 0 ? 0 : placeOf(from), placeOf(to)]
    for (const candidate of reading.candidates) {
      const [start] = candidate.denial.span
      if (start >= first && start < end) gatherer.add({ ...candidate, denial: timed(raw, candidate.denial) })
    }
    if (gatherer.size === 0) other ??= reading.other()
    from = to
    yield { read: end, total: raw.length, found: gatherer.size }
  }
  const denials = gatherer.denials()
  if (denials.length > 0) {
    const later = plain && answeredLater(plain, denials)
    return later === null ? denials : [later, ...denials]
  }
  return other === null ? [] : [other]
}
