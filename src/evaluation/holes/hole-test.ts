import type { Filling } from './filling'
import type { Fit } from './fit-machine'

/** A test of which it hangs on holes how it comes out. */
export interface HoleTest {
  /** Equal tests have equal ids. */
  readonly id: string
  readonly marks: readonly string[]
  /** How it comes out for a text in each of its holes. */
  readonly passes: (filling: Filling) => boolean
  /** What it compares, where nothing else of its holes makes a difference to how it comes out. */
  readonly fits?: readonly Fit[]
  /** Texts of the holes for which it is likely to pass. */
  readonly examples: readonly ReadonlyMap<string, string>[]
}

/** What a question hangs on that asks of holes. */
export interface HoleQuestion {
  readonly marks: readonly string[]
  /** Null where it hangs on a key too, or on what nobody can fill in by a text. */
  readonly tests: readonly HoleTest[] | null
  /** The answer, given how each of the tests comes out, where there are any. */
  readonly holds?: (passed: readonly boolean[]) => boolean
}
