import { NO_REFERENCE, type Reference } from '../reference/reference'
import { explainAnswer } from './causes/explain-answer'
import { underAssumedLayer } from './causes/assumed-layers'
import { assumedNote, underAssumption } from './causes/assumed-values'
import { underPasted } from './causes/pasted-notes'
import { underUncounted } from './causes/uncounted-notes'
import { factCauses, type KnownFacts } from './causes/fact-causes'
import type { FindDocumentMistake } from './causes/refused-document'
import { withKeyPolicy } from './causes/key-policy-beside'
import { withPolicyOfAnother } from './causes/policy-of-another'
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
import type { Situation } from './situation'

/** What there is to explain; `error` is the denial where nothing else is said. */
export interface ExplainInput extends Situation {
  /** As far as it is loaded. */
  readonly reference?: Reference | undefined
  /** As far as it is loaded: nothing but an answer about a document that AWS did not accept is other without it. */
  readonly documentMistake?: FindDocumentMistake | undefined
}

/** What is known of a denial besides what each layer's policies show. */
const knownOf = (situation: Situation): KnownFacts =>
  withPolicyOfAnother(situation, withKeyPolicy(situation, factCauses(situation)))

/**
 * Says in words what an evaluation found, and compares it with what AWS said. `isChanged`: what AWS said is explained by
 * the policies before a change that is tried here. Cheap enough to follow typing. What is not handed in is not said; see `explain`.
 */
export const explainWith = ({ reference = NO_REFERENCE, documentMistake, ...given }: ExplainInput): Explanation => {
  const { denial, error = denial } = given
  const situation: Situation = { ...given, accessCase: wholeCase(given.accessCase), error }
  const reading = readClaim(situation)
  const assumed = assumedNote(situation)
  const decided = decidedOf(situation, reading)
  // Policies have no say where a setting refused the call.
  const isOfPolicies = refusingSetting(situation) === null
  const answer = explainAnswer(situation, { claim: reading, known: knownOf(situation), documentMistake })
  const told = underUncounted(underAssumedLayer(answer, situation), situation)
  const known = underPasted(assumed === null ? told : underAssumption(told, situation, assumed), situation)
  return {
    answer: withoutRunChecks(known, situation.accessCase.error ?? ''),
    decided,
    claim: explainClaim(situation, reading),
    diagram: explainDiagram(situation, decided),
    findings: isOfPolicies ? findFindings(situation, reference) : [],
    statements: isOfPolicies ? explainStatements(situation) : [],
    keys: explainKeys(situation),
  }
}
