/** A comparison is not waited for any longer, in milliseconds: what was not tried by then is said. */
export const LONGEST_COMPARISON = 10_000

/** Is so much time over since now? */
export function timeLimit(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds
  return () => performance.now() > end
}
