import { requestOf } from '../draft/build/request-fields'
import { checksOf } from '../draft/checks/edit-checks'
import type { Draft } from '../draft/draft'
import { reportParts, type ReportParts } from '../explanation/report/report-parts'
import type { Reference } from '../reference/reference'
import { diagnose } from './diagnose'

/** What a report of a draft is made of; null where there is nothing to judge. */
export function reportOfDraft(draft: Draft, reference?: Reference): ReportParts | null {
  const { situation, explanation } = diagnose(draft, reference)
  return situation === null || explanation === null ? null : reportParts(situation, explanation, reference)
}

/** The services that a report of a draft speaks of. */
export function servicesOfDraft(draft: Draft): readonly string[] {
  const actions = [requestOf(draft).action, ...checksOf(draft).map(({ action }) => action)]
  return [...new Set(actions.map((action) => action.split(':', 1)[0]?.toLowerCase() ?? ''))].filter(Boolean)
}
