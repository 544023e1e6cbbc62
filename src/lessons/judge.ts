import { buildCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import { evaluate } from '../evaluation/evaluate'
import type { Evaluation } from '../evaluation/evaluation'

/** What the evaluator says of a draft, as the workbench would. */
export function judge(draft: Draft): Evaluation {
  return evaluate(buildCase(draft).accessCase)
}
