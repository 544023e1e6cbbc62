import { NO_REFERENCE, type Reference } from '../reference/reference'
import { explainAnswer } from './causes/explain-answer'
import { factCauses } from './causes/fact-causes'
import type { FindDocumentMistake } from './causes/refused-document'
import { explainClaim } from './words/claim'
import { withoutRunChecks } from './steps/run-already'
import { explainDiagram } from './report/diagram'
import type { Explanation } from './explanation'
import { findFindings } from './findings/find-findings'
import { explainKeys } from './steps/explain-keys'
import { refusingSetting } from './words/block-public-access'
import { decidedOf } from './causes/decided'
import { readClaim } from './words/claim-reading'
import { wholeCase } from '../case/whole-case'
import { lacksPart, type Lacks } from '../text/lacks'
import { isBare } from './is-bare'
import type { JudgedCase } from './judged-case'
import type { AnswerParts, WholeParts } from './whole-parts'

/** What there is to explain; `error` is the denial where nothing else is said. */
export interface ExplainInput extends JudgedCase {
  /** As far as it is loaded. */
  readonly reference?: Reference | undefined
  /** As far as it is loaded: nothing but an answer about a document that AWS did not accept is other without it. */
  readonly documentMistake?: FindDocumentMistake | undefined
  /** As far as they are loaded: what takes one that is not here is not explained without it. */
  readonly parts?: AnswerParts
}

/**
 * Says in words what an evaluation found, and compares it with what AWS said. `isChanged`: what AWS said is explained by
 * the policies before a change that is tried here. Cheap enough to follow typing. What is not handed in is not said; see `explain`.
 */
export function explainWith(input: ExplainInput & { readonly parts: WholeParts }): Explanation
/** With the parts that are here: the one that it lacks, where it can't be said without. */
export function explainWith(input: ExplainInput): Explanation | Lacks
/** See above. */
export function explainWith({
  reference = NO_REFERENCE,
  documentMistake,
  parts = {},
  ...given
}: ExplainInput): Explanation | Lacks {
  const { denial, error = denial } = given
  const judged: JudgedCase = { ...given, accessCase: wholeCase(given.accessCase), error }
  const { telling } = parts
  if (telling === undefined && !isBare(judged)) return { lacks: 'telling' }
  const reading = readClaim(judged)
  const decided = decidedOf(judged, reading)
  // Policies have no say where a setting refused the call.
  const isOfPolicies = refusingSetting(judged) === null
  const found = factCauses(judged, parts)
  if (lacksPart(found)) return found
  const known = telling?.withShown(judged, found) ?? found
  const findings = isOfPolicies ? findFindings(judged, reference, parts.given?.explainFindings) : []
  if (lacksPart(findings)) return findings
  const told = explainAnswer(judged, { claim: reading, known, documentMistake, telling })
  if (told === null) return { lacks: 'telling' }
  const answer = telling?.underGiven(judged, told) ?? told
  return {
    answer: withoutRunChecks(answer, judged.accessCase.error ?? ''),
    decided,
    claim: explainClaim(judged, reading),
    diagram: explainDiagram(judged, { decided, answer, telling }),
    findings,
    statements: (isOfPolicies && telling?.explainStatements(judged)) || [],
    keys: explainKeys(judged),
  }
}
