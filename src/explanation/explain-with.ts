import { NO_REFERENCE, type Reference } from '../reference/reference'
import { explainAnswer } from './causes/explain-answer'
import { underAssumedLayer } from './causes/assumed-layers'
import { assumedNote, underAssumption } from './causes/assumed-values'
import { underPasted } from './causes/pasted-notes'
import { underUncounted } from './causes/uncounted-notes'
import { factCauses, type KnownFacts } from './causes/fact-causes'
import type { FindDocumentMistake } from './causes/refused-document'
import { withKeyPolicy } from './causes/key-policy-beside'
import { withPolicyNotInEffect } from './causes/policy-not-in-effect'
import { withPolicyOfAnother } from './causes/policy-of-another'
import { withSecondFault } from './causes/second-fault'
import { withTrustedAlready } from './causes/trusted-already'
import { explainClaim } from './words/claim'
import { withoutRunChecks } from './steps/run-already'
import { explainDiagram } from './report/diagram'
import type { Explanation } from './explanation'
import { findFindings } from './findings/find-findings'
import { explainKeys } from './steps/explain-keys'
import { refusingSetting } from './words/block-public-access'
import { explainStatements } from './report/statement-explanations'
import { decidedOf } from './causes/decided'
import { readClaim } from './words/claim-reading'
import { wholeCase } from '../case/whole-case'
import { lacksPart, type Lacks } from '../text/lacks'
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

/** What is known of a denial besides what each layer's policies show. */
const knownOf = (judged: JudgedCase, parts: AnswerParts): KnownFacts | Lacks => {
  const known = factCauses(judged, parts)
  return lacksPart(known)
    ? known
    : withTrustedAlready(
        judged,
        withPolicyNotInEffect(judged, withPolicyOfAnother(judged, withKeyPolicy(judged, known))),
      )
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
  const reading = readClaim(judged)
  const assumed = assumedNote(judged)
  const decided = decidedOf(judged, reading)
  // Policies have no say where a setting refused the call.
  const isOfPolicies = refusingSetting(judged) === null
  const known = knownOf(judged, parts)
  if (lacksPart(known)) return known
  const findings = isOfPolicies ? findFindings(judged, reference, parts.given?.explainFindings) : []
  if (lacksPart(findings)) return findings
  const answer = withSecondFault(judged, explainAnswer(judged, { claim: reading, known, documentMistake }))
  const told = underUncounted(underAssumedLayer(answer, judged), judged)
  const noted = underPasted(assumed === null ? told : underAssumption(told, judged, assumed), judged)
  return {
    answer: withoutRunChecks(noted, judged.accessCase.error ?? ''),
    decided,
    claim: explainClaim(judged, reading),
    diagram: explainDiagram(judged, decided),
    findings,
    statements: isOfPolicies ? explainStatements(judged) : [],
    keys: explainKeys(judged),
  }
}
