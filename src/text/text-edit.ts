import type { Span } from './span'

/** A change of a text: what stands in the span gives way to the new text. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** Applies edits that do not overlap. */
export const applyEdits = (text: string, edits: readonly TextEdit[]): string =>
  edits
    .toSorted((one, other) => other.span[0] - one.span[0])
    .reduce((edited, { span, text: put }) => edited.slice(0, span[0]) + put + edited.slice(span[1]), text)
