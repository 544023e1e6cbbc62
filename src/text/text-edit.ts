import type { Span } from './span'

/** A change of a text: what stands in the span gives way to the new text. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  // From the end on, each with what stands behind it.
  const parts: string[] = []
  let end = text.length
  for (const { span, text: put } of edits.toSorted((one, other) => other.span[0] - one.span[0])) {
    parts.push(text.slice(span[1], end), put)
    end = span[0]
  }
  return [...parts, text.slice(0, end)].toReversed().join('')
}
