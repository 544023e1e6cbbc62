import { buildCase, type BuiltCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import { evaluate } from '../evaluation/evaluate'
import type { Evaluation } from '../evaluation/evaluation'
import { explainWith } from '../explanation/explain-with'
import type { Explanation } from '../explanation/explanation'
import type { WholeParts } from '../explanation/whole-parts'
import type { Reference } from '../reference/reference'

/** A draft that is judged without words. */
export interface EvaluatedDraft {
  readonly built: BuiltCase
  readonly evaluation: Evaluation
}

/** What the policies of a draft say, for who needs no words: a part of what `diagnose` does. */
export function evaluateDraft(draft: Draft): EvaluatedDraft {
  const built = buildCase(draft)
  return { built, evaluation: evaluate(built.accessCase) }
}

/** What is found in the policies of a draft that were changed since AWS spoke: nothing of what it said counts. */
export function explainChanged(
  draft: Draft,
  help: { readonly reference?: Reference | undefined; readonly parts: WholeParts },
): { readonly evaluation: Evaluation; readonly explanation: Explanation } {
  const { built, evaluation } = evaluateDraft(draft)
  const { accessCase } = built
  const judged = { evaluation, accessCase, denial: null, isChanged: true }
  return { evaluation, explanation: explainWith({ ...judged, ...help }) }
}
