import { checksOf, draftOfCheck } from '../draft/checks/edit-checks'
import { outcomeOf, type JudgedCheck } from '../evaluation/call-outcome'
import { explainWith } from '../explanation/explain-with'
import { lacksPart } from '../text/lacks'
import type { LoadedHelp } from './diagnose-with'
import type { Diagnosis } from './diagnosis'

/** One check of the call: the request itself first, then those that the draft adds. */
export interface CallCheck extends JudgedCheck {
  /** As the draft has it, also while it is not whole. */
  readonly resource: string
}

/** The checks of the call that a draft asks about; none while there is nothing to judge. */
export function callChecks({ draft, evaluation, explanation, built, linked }: Diagnosis): readonly CallCheck[] {
  const decision = explanation?.decided.decision ?? 'none'
  if (evaluation === null || built === null || decision === 'none') return []
  const { action, resource } = built.accessCase.request
  const further = checksOf(draft).flatMap((check, index): CallCheck[] => {
    const judged = linked[index + 1]
    if (judged === undefined) return []
    const { evaluation: own, accessCase } = judged
    const whole = accessCase.request.resource === '' ? null : own.decision
    return [
      {
        action: check.action,
        resource: check.resource,
        evaluation: own,
        decision: whole,
        outcome: outcomeOf(whole, own),
      },
    ]
  })
  return [{ action, resource, evaluation, decision, outcome: outcomeOf(decision, evaluation) }, ...further]
}

/** The diagnosis as one of the checks of the call sees it: a further one has its own policy in the place of the resource's. */
export function checkDiagnosis(
  diagnosis: Diagnosis,
  at: number,
  { reference, memo, parts = {} }: Pick<LoadedHelp, 'reference' | 'memo' | 'parts'>,
): Diagnosis {
  const check = at === 0 ? undefined : diagnosis.linked[at]
  if (check === undefined || diagnosis.built === null) return diagnosis
  const { evaluation, accessCase } = check
  const judged = { evaluation, accessCase, denial: null, isChanged: false }
  const explanation = explainWith({ ...judged, policyMemory: memo?.policyMemory, reference, parts })
  return {
    ...diagnosis,
    draft: draftOfCheck(diagnosis.draft, at - 1),
    built: { ...diagnosis.built, accessCase, denial: null },
    evaluation,
    ...(lacksPart(explanation) ? { explanation: null, ...explanation } : { explanation }),
    judged,
  }
}
