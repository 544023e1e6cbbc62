/** The sentences of a row. Text in backticks is code; a gap in braces is filled from the facts and is code too. */
export interface RowMessage {
  /** What holds in general, never a claim about this case. */
  readonly says: string
  /** The headline where it is likeliest and no policy's doing, at most 12 words. */
  readonly title?: string
  /** What fixes it where it is so. */
  readonly fix: string
  /** What fixes it where a Deny decides, which no Allow lifts; without it `fix` holds for both. */
  readonly fixOfDeny?: string
}
