import { claimedLayer } from '../../denial/denial'
import { outcomeOf } from '../../evaluation/call-outcome'
import { HEADLINES, STILL_DENIED, STILL_UNKNOWN } from '../messages/answers'
import type { LayerStatus } from '../../evaluation/evaluation'
import type { Phrase } from '../../text/phrase'
import { isJudgeable, notGivenLayers, type JudgedCase } from '../judged-case'
import { isMissing } from './hypothetical-case'
import { openSentence } from './open-sentence'
import { factOf, type Teller, blank } from './answer-parts'

const LETS_THROUGH: ReadonlySet<LayerStatus> = new Set(['allows', 'none', 'notApplicable'])

/** Does a layer that is given still stop the request? The one that AWS names may not even be in doubt. */
const isStopped = ({ accessCase, denial, evaluation }: JudgedCase): boolean => {
  const reported = claimedLayer(denial)
  return (
    evaluation.decision !== 'depends' ||
    evaluation.layers.some(({ layer, blocking, status }) => {
      if (layer === reported) return !LETS_THROUGH.has(status)
      if (isMissing(accessCase, layer)) return false
      return blocking || (reported === null && status === 'depends')
    })
  )
}

/** How many other checks, which AWS makes for every such call, the policies here deny. */
const deniedBesides = ({ call = [] }: JudgedCase): number =>
  call.filter(
    ({ isCertain, isRequest, evaluation }) =>
      isCertain && !isRequest && outcomeOf(evaluation.decision, evaluation) === 'denied',
  ).length

/** What is still in the way, the surest first. */
function stillOpen(judged: JudgedCase): Phrase {
  const denied = deniedBesides(judged)
  if (denied > 0) return STILL_DENIED(denied)
  const open = notGivenLayers(judged)
  return open.length > 0 ? STILL_UNKNOWN(open) : openSentence(judged)
}

/** A change that lifts what AWS reported, where what is not given can still stop the request. */
export const tellChanged: Teller = ({ judged, notes }) => {
  if (judged.isChanged !== true || !isJudgeable(judged) || isStopped(judged)) return null
  return {
    ...blank(judged),
    basis: 'proven',
    decision: 'depends',
    layer: 'none',
    headline: HEADLINES['fixed-by-change'](),
    fact: factOf(judged, stillOpen(judged), null),
    notes,
  }
}
