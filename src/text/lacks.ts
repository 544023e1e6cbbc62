/** A part that not every answer needs: the sentences of what is known of AWS, what finds policies in a text, and what given policies are explained with. */
export type LatePart = 'rows' | 'policies' | 'given'

/** What a function says that takes a part which was not handed in: who asked fetches the part and asks again. */
export interface Lacks {
  readonly lacks: LatePart
}

/** Is there no result, for want of a part? */
export const lacksPart = <Result>(result: Result | Lacks): result is Lacks =>
  typeof result === 'object' && result !== null && 'lacks' in result
