/**
 * A part that not every answer needs: the sentences of what is known of AWS, what finds policies in a text, what given policies
 * are explained with, and what tells of all that is more than a bare error.
 */
export type LatePart = 'rows' | 'policies' | 'given' | 'telling'

/** What a function says that takes a part which was not handed in: who asked fetches the part and asks again. */
export interface Lacks {
  readonly lacks: LatePart
}

/** Is there no result, for want of a part? */
export const lacksPart = <Result>(result: Result | Lacks): result is Lacks =>
  typeof result === 'object' && result !== null && 'lacks' in result
