import { HEADLINES, STILL_UNKNOWN } from '../messages/answers'
import { isJudgeable, type Situation } from '../situation'
import { openSentence } from './open-sentence'
import { factOf, notGivenLayers, type Teller, blank } from './answer-parts'

/** Does a layer that is given still stop the request, or may? */
const isStopped = ({ evaluation }: Situation): boolean =>
  evaluation.decision !== 'depends' ||
  evaluation.layers.some(({ blocking, status }) => blocking && status !== 'notGiven')

/** A change that lifts what AWS reported, where what is not given can still stop the request. */
export const tellChanged: Teller = ({ situation, notes }) => {
  if (situation.isChanged !== true || !isJudgeable(situation) || isStopped(situation)) return null
  const open = notGivenLayers(situation)
  return {
    ...blank(situation),
    basis: 'proven',
    decision: 'depends',
    layer: 'none',
    headline: HEADLINES['fixed-by-change'](),
    fact: factOf(situation, open.length > 0 ? STILL_UNKNOWN(open) : openSentence(situation), null),
    notes,
  }
}
