import { explainClaim } from '../words/claim'
import { headlineFacts } from '../words/headline'
import { HEADLINES } from '../messages/answers'
import { isJudgeable } from '../judged-case'
import { type Teller, blank, factOf } from './answer-parts'
import { isNotInEffect } from './call-first'
import { differences } from './differences'
import { isSupported } from './known-facts'
import { openSentence } from './open-sentence'
import { ranked } from './rank-causes'

/** Everything that is given and known allows what AWS denied: what of it can be otherwise. */
export const tellUnexplained: Teller = ({ judged, claim, notes, known }) => {
  if (!isJudgeable(judged) || judged.evaluation.decision !== 'allowed') return null
  if (claim === null && known.causes.some(isSupported)) return null
  // What AWS says can hold where the resource is in another account.
  if (claim?.state === 'narrowed') return null
  // What the text prints explains it.
  if (known.causes.some(isNotInEffect)) return null
  return {
    ...blank(judged),
    basis: 'open',
    decision: 'allowed',
    layer: 'none',
    headline: HEADLINES['allowed-and-denied'](headlineFacts(judged, null)),
    fact: factOf(judged, openSentence(judged), null),
    said: explainClaim(judged, claim).finding,
    causes: [...differences(judged, claim), ...ranked(judged, known.causes)],
    notes,
  }
}
