import type { Span } from './span'

/** A text made from a raw one, which remembers for each of its characters the raw characters it came from. */
export interface MappedText {
  readonly text: string
  /** For each character, where its raw characters begin. */
  readonly starts: Int32Array
  /** For each character, where its raw characters end. */
  readonly ends: Int32Array
}

/** A range of the made text that is replaced. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly to: string
}

/** A half-open range of the made text. */
export type Range = readonly [start: number, end: number]

/** The raw text from `from` to `to`, each character mapped to itself. */
export function mapText(raw: string, from = 0, to = raw.length): MappedText {
  const length = to - from
  const starts = new Int32Array(length)
  const ends = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    starts[i] = from + i
    ends[i] = from + i + 1
  }
  return { text: raw.slice(from, to), starts, ends }
}

/** Applies edits that are in order and do not overlap. */
export function editText(source: MappedText, edits: readonly Edit[]): MappedText {
  if (edits.length === 0) return source
  const length = edits.reduce((sum, e) => sum + e.to.length - (e.end - e.start), source.text.length)
  const starts = new Int32Array(length)
  const ends = new Int32Array(length)
  const pieces: string[] = []
  let from = 0
  let at = 0
  const copy = (to: number) => {
    pieces.push(source.text.slice(from, to))
    starts.set(source.starts.subarray(from, to), at)
    ends.set(source.ends.subarray(from, to), at)
    at += to - from
  }
  for (const edit of edits) {
    copy(edit.start)
    pieces.push(edit.to)
    const rawStart = source.starts[edit.start] ?? 0
    const rawEnd = edit.end > edit.start ? (source.ends[edit.end - 1] ?? rawStart) : rawStart
    starts.fill(rawStart, at, at + edit.to.length)
    ends.fill(rawEnd, at, at + edit.to.length)
    at += edit.to.length
    from = edit.end
  }
  copy(source.text.length)
  return { text: pieces.join(''), starts, ends }
}

/** The raw spans behind ranges of the made text; ranges that touch in the raw text become one span. */
export function rawSpans(source: MappedText, ranges: readonly Range[]): Span[] {
  const spans: [number, number][] = []
  for (const [start, end] of ranges) {
    for (let i = start; i < end; i++) {
      const from = source.starts[i] ?? 0
      const to = source.ends[i] ?? from
      const last = spans.at(-1)
      if (last && from <= last[1]) last[1] = Math.max(last[1], to)
      else spans.push([from, to])
    }
  }
  return spans
}

/** The raw span from the first to the last character of a range of the made text. */
export function rawSpan(source: MappedText, [start, end]: Range): Span {
  const from = source.starts[start] ?? source.ends.at(-1) ?? 0
  return [from, end > start ? Math.max(from, source.ends[end - 1] ?? from) : from]
}

/** A piece of a made text. */
export const stretchOf = ({ text, starts, ends }: MappedText, [from, to]: Range): MappedText => ({
  text: text.slice(from, to),
  starts: starts.subarray(from, to),
  ends: ends.subarray(from, to),
})

/** Where a span of the raw text stands in the made one; what was taken away there gives an empty range. */
export function rangeOf({ starts, ends }: MappedText, [from, to]: Span): Range {
  const first = firstFrom(ends, from + 1)
  return [first, Math.max(first, firstFrom(starts, to))]
}

/** The first place of a list in order whose value is at least so much. */
function firstFrom(places: Int32Array, least: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
