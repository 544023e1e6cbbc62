/** A place in a text: start and end offset in UTF-16 units, the end exclusive. */
export type Span = readonly [start: number, end: number]

/** The span of a value that did not come from a text. */
export const NO_SPAN: Span = [-1, -1]

/** A span for a result: null where the value did not come from a text. */
export const spanOrNull = (span: Span): Span | null => (span[0] < 0 ? null : span)
