import { diagnose } from '../../../diagnosis/diagnose'
import { evaluateDraft } from '../../../diagnosis/evaluate-draft'
import type { BuiltCase } from '../../../draft/build/build-case'
import type { Draft } from '../../../draft/draft'
import type { Evaluation } from '../../../evaluation/evaluation'
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
  const { built, evaluation } = evaluateDraft(draft)
  const decided = diagnose(draft).explanation?.decided
  const { decision, layer } = decided === undefined || decided.decision === 'none' ? evaluation : decided
  const takingPart = evaluation.layers.filter(({ status }) => status !== 'notApplicable')
  const given = takingPart.filter(({ status }) => status !== 'notGiven')
  return {
    answer: { decision: decision === 'none' ? 'depends' : decision, layer },
    gates: (given.length > 0 ? given : takingPart).map((one) => one.layer),
    evaluation,
    built,
  }
}
