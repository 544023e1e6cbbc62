import type { Denial } from '../denial/denial'
import { enclosingObjects } from '../denial/record-tree'
import { parseDenials } from '../denial/parse-denials'
import type { Span } from '../text/span'

/** Lines kept before and after a message, the most first; those after it tell more. */
const LINES_AROUND = [
  [1, 3],
  [1, 1],
  [0, 0],
] as const
/** An event, or a line, that is longer is cut. */
const LONGEST_EXCERPT = 60_000
/** What is kept on both sides where there are no lines to go by. */
const AROUND = 1_500

const FIELDS = ['principal', 'action', 'resource', 'layer', 'operation'] as const

/** What of a denial tells where it stands, and whether a piece says the same. */
export type ExcerptedDenial = Pick<Denial, 'span' | (typeof FIELDS)[number]>

/** Is it the first thing that the excerpt says, and said as in the whole log? */
function saysSame(excerpt: string, denial: ExcerptedDenial): boolean {
  const [first] = parseDenials(excerpt)
  return first !== undefined && FIELDS.every((field) => first[field] === denial[field])
}

/** The lines that a span stands in, with so many before and after. */
function linesAround(text: string, [start, end]: Span, [before, after]: readonly [number, number]): Span {
  let from = start
  for (let line = 0; line <= before && from >= 0; line++) from = from === 0 ? -1 : text.lastIndexOf('\n', from - 1)
  let to = end
  for (let line = 0; line <= after; line++) {
    const newline = text.indexOf('\n', to)
    to = newline < 0 ? text.length : newline + 1
  }
  return [from + 1, to]
}

/** The CloudTrail event that a span stands in. */
function eventAround(text: string, [start]: Span): Span | null {
  const from = Math.max(0, start - LONGEST_EXCERPT)
  const window = text.slice(from, start + LONGEST_EXCERPT)
  const name = window.lastIndexOf('"eventName"', start - from)
  const places = [name, window.indexOf('"eventName"', start - from)].filter((at) => at >= 0)
  const around = enclosingObjects(window, places).find(([a, b]) => a <= start - from && start - from < b)
  return around && window.charAt(around[0]) === '{' ? [from + around[0], from + around[1]] : null
}

/** What may stand for a denial of a log, the best first. */
function* spansAround(text: string, { span }: ExcerptedDenial): Generator<Span> {
  const event = eventAround(text, span)
  if (event !== null) yield event
  for (const lines of LINES_AROUND) yield linesAround(text, span, lines)
  yield [Math.max(0, span[0] - AROUND), Math.min(text.length, span[1] + AROUND)]
}

/**
 * The piece of a log that stands for one denial: its event, or its message with a few lines around, chosen so that it
 * says by itself what the denial says. Where nothing short does, the message alone is taken.
 */
export function excerptOf(text: string, denial: ExcerptedDenial): string {
  for (const [from, to] of spansAround(text, denial)) {
    if (to - from > LONGEST_EXCERPT) continue
    const excerpt = text.slice(from, to)
    if (saysSame(excerpt, denial)) return excerpt.trim()
  }
  const [start, end] = denial.span
  return text.slice(start, Math.min(end, start + LONGEST_EXCERPT))
}
