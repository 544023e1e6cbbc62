import { buildCase, type BuiltCase } from '../../../draft/build/build-case'
import type { Draft } from '../../../draft/draft'
import { evaluate } from '../../../evaluation/evaluate'
import type { Evaluation } from '../../../evaluation/evaluation'
import { explain } from '../../../explanation/explain'
import type { ExpectedAnswer } from '../../../permalink/deck'
import type { Layer } from '../../../iam/layers'

interface JudgedDraft {
  readonly answer: ExpectedAnswer
  /** The layers of which something is given; all that take part where nothing is. */
  readonly gates: readonly Layer[]
  readonly evaluation: Evaluation
  readonly built: BuiltCase
}

/** The verdict of a case as the workbench gives it, and the layers to choose from. */
export function verdictOf(draft: Draft): JudgedDraft {
  const built = buildCase(draft)
  const { accessCase, denial } = built
  const evaluation = evaluate(accessCase)
  const { verdict } = explain({ evaluation, accessCase, denial })
  const { decision, layer } = verdict.decision === 'none' ? evaluation : verdict
  const takingPart = evaluation.layers.filter(({ status }) => status !== 'notApplicable')
  const given = takingPart.filter(({ status }) => status !== 'notGiven')
  return {
    answer: { decision: decision === 'none' ? 'depends' : decision, layer },
    gates: (given.length > 0 ? given : takingPart).map((one) => one.layer),
    evaluation,
    built,
  }
}
