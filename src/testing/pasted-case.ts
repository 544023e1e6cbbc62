import { parseDenials } from '../denial/parse-denials'
import type { Denial } from '../denial/denial'
import { chosenDenial } from '../draft/build/chosen-denial'
import { requestOf } from '../draft/build/request-fields'
import { applyFoundPolicy } from '../draft/paste/apply-found-policy'
import { buildCase } from '../draft/build/build-case'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { readPaste } from '../draft/paste/read-paste'
import { takePaste } from '../draft/paste/take-paste'
import { evaluate } from '../evaluation/evaluate'
import type { CaseLayer } from '../iam/layers'
import { explain, WHOLE_HELP } from '../explanation/explain'
import type { JudgedCase } from '../explanation/judged-case'
import type { Answer } from '../explanation/answer'
import { explainRemedies } from '../explanation/fixes/remedies'
import type { Remedy } from '../explanation/fixes/remedies'

/** For tests: policies as text, by the layer that they are put into. */
export type GivenPolicies = Readonly<Partial<Record<CaseLayer, string>>>

/** For tests: a draft with policies in their layers. */
export const withPolicies = (
  draft: Draft,
  given: GivenPolicies,
  denials: readonly Denial[] = parseDenials(draft.paste),
): Draft =>
  Object.entries(given).reduce((before, [layer, text]) => {
    const [found] = readPaste(text).policies
    const request = requestOf(before, chosenDenial(before, denials))
    return found ? applyFoundPolicy(before, found, layer as CaseLayer, request) : before
  }, draft)

/** For tests: the judged case that a paste and the policies beside it come to, and what is answered of it. */
export function pastedCase(
  paste: string,
  given: GivenPolicies = {},
): { readonly judged: JudgedCase; readonly answer: Answer } {
  const taken = takePaste(EMPTY_DRAFT, paste)
  const denials = taken.draft.paste === taken.reading.text ? taken.reading.denials : parseDenials(taken.draft.paste)
  const draft = withPolicies(taken.draft, given, denials)
  const { accessCase, denial } = buildCase(draft, denials)
  const error = denial ?? denials[0] ?? null
  const evaluation = evaluate(accessCase)
  const { situationAnswers } = WHOLE_HELP
  const judged = { evaluation, accessCase, denial, error, situationAnswers }
  return { judged, answer: explain(judged).answer }
}

/** For tests: what such a paste is answered with to do. */
export const remedyOf = (paste: string, given: GivenPolicies = {}): Remedy =>
  explainRemedies({ ...pastedCase(paste, given), together: null })
