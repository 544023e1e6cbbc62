import { buildCase } from '../../../draft/build-case'
import type { Draft } from '../../../draft/draft'
import { evaluate } from '../../../evaluation/evaluate'
import { explain } from '../../../explanation/explain'
import type { ExpectedAnswer } from '../../../permalink/deck'
import type { Layer } from '../../../iam/layers'

/** The verdict of a case as the workbench gives it, and the gates that take part. */
export function verdictOf(draft: Draft): { readonly answer: ExpectedAnswer; readonly gates: readonly Layer[] } {
  const { accessCase, denial } = buildCase(draft)
  const evaluation = evaluate(accessCase)
  const { verdict } = explain(evaluation, accessCase, denial)
  const { decision, layer } = verdict.decision === 'none' ? evaluation : verdict
  return {
    answer: { decision: decision === 'none' ? 'depends' : decision, layer },
    gates: evaluation.layers.filter(({ status }) => status !== 'notApplicable').map((one) => one.layer),
  }
}
