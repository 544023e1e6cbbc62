/** The sentences of a row. Text in backticks is code; a gap in braces is filled from the facts and is code too. */
export interface RowMessage {
  /** What holds in general, never a claim about this case. */
  readonly says: string
  /** What fixes it where it is so. */
  readonly fix: string
}
