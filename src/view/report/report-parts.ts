import type { Draft } from '../../draft/draft'
import { explainFixes } from '../../explanation/fixes/explain-fixes'
import type { ReportParts } from '../../explanation/report/explain-report'
import { explainNextSteps } from '../../explanation/steps/next-steps'
import { diagnose } from '../workbench/diagnose'

/** What a report of a draft is made of; null where there is nothing to judge. */
export function reportParts(draft: Draft): ReportParts | null {
  const { built, evaluation, explanation } = diagnose(draft)
  if (built === null || evaluation === null || explanation === null || explanation.verdict.decision === 'none')
    return null
  const situation = { evaluation, accessCase: built.accessCase, denial: built.denial }
  return { situation, explanation, fixes: explainFixes(situation), steps: explainNextSteps(situation) }
}
