import type { Draft } from '../../draft/draft'
import { explainFixes } from '../../explanation/fixes/explain-fixes'
import type { ReportParts } from '../../explanation/report/explain-report'
import { explainNextSteps } from '../../explanation/steps/next-steps'
import { diagnose } from '../workbench/diagnose'

/** What a report of a draft is made of; null where there is nothing to judge. */
export function reportParts(draft: Draft): ReportParts | null {
  const { situation, explanation } = diagnose(draft)
  if (situation === null || explanation === null || explanation.verdict.decision === 'none') return null
  return { situation, explanation, fixes: explainFixes(situation), steps: explainNextSteps(situation) }
}
