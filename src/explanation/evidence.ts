import type { StatementRef } from '../case/policy-ref'
import type { CaseLayer } from '../iam/layers'
import type { Span } from '../text/span'

/** A place that a sentence points at: a statement, or a span, in one document of the draft. */
export interface Evidence {
  readonly layer: CaseLayer
  readonly place: StatementRef
  /** Null: the whole statement. */
  readonly span: Span | null
}
