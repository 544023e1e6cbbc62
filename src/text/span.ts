/** A place in a text: start and end offset in UTF-16 units, the end exclusive. */
export type Span = readonly [start: number, end: number]
