import { evaluateDraft } from '../diagnosis/evaluate-draft'
import type { Draft } from '../draft/draft'
import type { Evaluation } from '../evaluation/evaluation'

/** What the evaluator says of a draft, as the workbench would. */
export const judge = (draft: Draft): Evaluation => evaluateDraft(draft).evaluation
