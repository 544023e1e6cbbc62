import { buildCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import { reportParts, type ReportParts } from '../explanation/report/report-parts'
import type { Reference } from '../reference/reference'
import { diagnose } from './diagnose'
import { servicesAsked } from './services-asked'

/** What a report of a draft is made of; null where there is nothing to judge. */
export function reportOfDraft(draft: Draft, reference?: Reference): ReportParts | null {
  const { judged, explanation } = diagnose(draft, { reference })
  return judged === null || explanation === null ? null : reportParts(judged, explanation, reference)
}

/** The services that a report of a draft speaks of. */
export const servicesOfDraft = (draft: Draft): readonly string[] => servicesAsked(buildCase(draft).accessCase)
