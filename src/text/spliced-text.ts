import type { Span } from './span'

/** A text with pieces taken out or replaced, and where its places are in the text it was made from. */
export interface SplicedText {
  readonly text: string
  readonly sourceSpan: (span: Span) => Span
}

/** A piece of a text and what stands in its place. */
export interface Splice {
  readonly span: Span
  readonly text: string
}

/** Puts texts in the place of pieces, which stand in order and do not overlap. */
export function spliceText(source: string, splices: readonly Splice[]): SplicedText {
  if (splices.length === 0) return { text: source, sourceSpan: (span) => span }
  const parts: string[] = []
  /** Where each piece of the result begins, and where that is in the source. */
  const starts: number[] = []
  const origins: number[] = []
  let length = 0
  let from = 0
  const push = (part: string, origin: number) => {
    starts.push(length)
    origins.push(origin)
    parts.push(part)
    length += part.length
  }
  for (const { span, text } of splices) {
    push(source.slice(from, span[0]), from)
    if (text !== '') push(text, span[0])
    from = span[1]
  }
  push(source.slice(from), from)
  const sourceOf = (at: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    const next = origins[low + 1] ?? source.length
    return Math.min(origins[low]! + at - starts[low]!, Math.max(next, origins[low]!))
  }
  const sourceSpan = ([start, end]: Span): Span => {
    const first = sourceOf(start)
    return end <= start ? [first, first] : [first, Math.max(sourceOf(end - 1) + 1, first)]
  }
  return { text: parts.join(''), sourceSpan }
}

/** One text made from another that was itself made from a third. */
export const chainSpliced = (first: SplicedText, second: SplicedText): SplicedText => ({
  text: second.text,
  sourceSpan: (span) => first.sourceSpan(second.sourceSpan(span)),
})
