/** Work that can be left after each step and gone on with later: a page does other things meanwhile. */
export type Steps<T> = Generator<void, T, void>

/** All steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
