import { assumedNote, underAssumption } from './causes/assumed-values'
import { underAssumedLayer } from './causes/assumed-layers'
import { decidedNotes } from './causes/decided-notes'
import { withKeyPolicy } from './causes/key-policy-beside'
import { underPasted } from './causes/pasted-notes'
import { withPolicyNotInEffect } from './causes/policy-not-in-effect'
import { withPolicyOfAnother } from './causes/policy-of-another'
import { rowCauses } from './causes/row-causes'
import { withSecondFault } from './causes/second-fault'
import { statedRemedy } from './causes/stated-remedy'
import { tellChanged } from './causes/tell-changed'
import { tellContradiction, tellLikely, tellUnnamedDeny } from './causes/tell-likely'
import { tellOpen } from './causes/tell-open'
import { tellProven, tellStopped } from './causes/tell-proven'
import { tellNoPolicy } from './causes/tell-situation'
import { tellUnexplained } from './causes/tell-unexplained'
import { withTrustedAlready } from './causes/trusted-already'
import { withUntrustedTaker } from './causes/untrusted-taker'
import { underUncounted } from './causes/uncounted-notes'
import { underClaim } from './causes/under-claim'
import { withPair } from './causes/with-pair'
import type { Telling } from './causes/answer-parts'
import { decidedGate } from './report/decided-gate'
import { explainStatements } from './report/statement-explanations'

/** What tells of all that is more than a bare error, as a part of its own. */
export const TELLING: Telling = {
  beforeClaim: [tellNoPolicy, tellChanged, tellProven, tellStopped, tellUnexplained],
  afterClaim: [tellContradiction, tellUnnamedDeny, tellLikely, tellOpen],
  withPair,
  underClaim,
  rowCauses,
  withShown: (judged, known) =>
    withTrustedAlready(
      judged,
      withUntrustedTaker(
        judged,
        withPolicyNotInEffect(judged, withPolicyOfAnother(judged, withKeyPolicy(judged, known))),
      ),
    ),
  statedRemedy,
  decidedNotes,
  decidedGate,
  underGiven: (judged, answer) => {
    const assumed = assumedNote(judged)
    const told = underUncounted(underAssumedLayer(withSecondFault(judged, answer), judged), judged)
    return underPasted(assumed === null ? told : underAssumption(told, judged, assumed), judged)
  },
  explainStatements,
}
