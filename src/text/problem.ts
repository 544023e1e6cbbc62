import type { Span } from './span'

/** How much a problem weighs, in the words of IAM Access Analyzer. */
export type Severity = 'error' | 'securityWarning' | 'warning' | 'suggestion'

/**
 * Something wrong with a text or a value: a code, the place, and the facts that its sentence needs.
 * The sentence itself stands in a message table, keyed by the code.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code
  readonly severity: Severity
  /** Where in its text; null when the value did not come from a text. */
  readonly span: Span | null
  /** Names and values that the sentence speaks of. */
  readonly data: Readonly<Record<string, string | number>>
}
