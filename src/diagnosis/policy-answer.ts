import type { DraftPolicy } from '../draft/draft'
import type { Layer } from '../iam/layers'
import { completedDocument, formattedDocument } from '../policy/complete-document'
import { NO_REFERENCE, type Reference } from '../reference/reference'
import { policyProblems, type WordedProblem } from './worded-problems'

/** What is asked of a policy's text. */
export interface PolicyQuestion {
  readonly text: string
  readonly type: Layer
  /** Actions that AWS's own message names. */
  readonly namedByAws: readonly string[]
  /** The other policies of the same holder. */
  readonly beside: readonly DraftPolicy[]
}

/** What is worked out of a policy's text beside its verdict. */
export interface PolicyAnswer {
  readonly problems: readonly WordedProblem[]
  /** The text laid out; null where it is so already, or is no JSON. */
  readonly formatted: string | null
  /** The document that was made of it; null where it is one. */
  readonly completed: string | null
}

/** Checks a policy's text, and sees what could be made of it. */
export const workOutPolicy = (
  { text, type, namedByAws, beside }: PolicyQuestion,
  reference: Reference = NO_REFERENCE,
): PolicyAnswer => ({
  problems: policyProblems(text, type, reference, namedByAws, beside),
  formatted: formattedDocument(text),
  completed: completedDocument(text),
})
