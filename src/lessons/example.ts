import type { Draft } from '../draft/draft'
import type { ExampleCause } from './causes'
import type { Expected } from './sketch'

/** A case of real shape that opens with one click, with what the evaluator must find in it. */
export interface Example {
  readonly id: string
  readonly title: string
  /** One line for the list. */
  readonly summary: string
  readonly cause: ExampleCause
  /** Service prefixes, as in an action. */
  readonly services: readonly string[]
  readonly draft: Draft
  readonly expect: Expected
}
