import { howDenied } from '../../denial/denial'
import type { Evaluation, LayerResult } from '../../evaluation/evaluation'
import type { Cause } from '../answer'
import { LAYERS } from '../../iam/layers'
import { HEADLINES, SAID } from '../messages/answers'
import { awsDenied, isJudgeable, layerResult, type JudgedCase } from '../judged-case'
import { settledByClaim, type ClaimReading } from '../words/claim-reading'
import { saysNoDeny } from './decided-notes'
import { openSentence } from './open-sentence'
import { headlineFacts } from '../words/headline'
import { type Teller, blank, callerNotes, factOf, knownOf } from './answer-parts'
import { denied } from './denied-answer'

/** What AWS says of an explicit deny comes before what the policies here lack besides. */
const isOutranked = ({ denial, evaluation }: JudgedCase, reading: ClaimReading | null): boolean =>
  howDenied(denial) === 'explicitDeny' && evaluation.decision === 'implicitDeny' && reading?.state !== 'agrees'

/** Under a Deny that applies, an Allow that could be missing too is no reason. */
const isOfDecision =
  ({ decision }: Evaluation) =>
  (cause: Cause): boolean =>
    decision !== 'explicitDeny' || cause.decision !== 'implicitDeny'

/** What the given policies show whatever is not known, with or without AWS's word. */
export const tellProven: Teller = ({ judged, claim, notes, known }) => {
  const { evaluation } = judged
  if (!isJudgeable(judged)) return null
  const settled = settledByClaim(claim)
  if (evaluation.decision === 'depends') {
    if (settled === null) return null
    const how = settled.status === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny'
    return {
      ...blank(judged),
      ...denied(judged, how, settled),
      said: SAID['settled-together'](
        settled.layer,
        settled.status === 'none',
        saysNoDeny(judged, { decision: how, layer: settled.layer }),
      ),
      causes: knownOf(judged, known, settled.layer),
      notes: [...callerNotes(known, settled.layer), ...notes],
    }
  }
  if (evaluation.decision === 'allowed') {
    if (awsDenied(judged)) return null
    const facts = headlineFacts(judged, null)
    const headline = judged.isChanged ? HEADLINES['fixed-by-change']() : HEADLINES.allowed(facts)
    return {
      ...blank(judged),
      basis: 'proven',
      decision: 'allowed',
      layer: 'none',
      headline,
      fact: factOf(judged, openSentence(judged), null),
      notes,
    }
  }
  // That it is denied is certain, and that this layer does it is not.
  if (isOutranked(judged, claim) || evaluation.isLayerOpen === true) return null
  const result = evaluation.layer === 'none' ? null : layerResult(evaluation, evaluation.layer)
  return (
    result && {
      ...blank(judged),
      ...denied(judged, evaluation.decision, result),
      causes: awsDenied(judged) ? knownOf(judged, known, result.layer).filter(isOfDecision(evaluation)) : [],
      notes,
    }
  )
}

/** Layers that are sure not to allow, where only another denial can have come first. */
const stoppingLayer = ({ evaluation }: JudgedCase): LayerResult | null => {
  // A role can be assumed by nobody whom its trust policy does not let in; in one account another layer may grant instead.
  const isSure = ({ layer, blocking }: LayerResult): boolean =>
    layer === 'trust' || (blocking && (evaluation.relation !== 'unknown' || LAYERS[layer].role === 'limits'))
  const stopping = evaluation.layers.filter((one) => one.status === 'implicitDeny' && isSure(one))
  return stopping.find(({ layer }) => layer === evaluation.layer) ?? stopping[0] ?? null
}

/** Does AWS's message name the action itself? */
const isActionSaid = ({ denial }: JudgedCase): boolean => denial !== null && denial.action !== null

/** A given layer that cannot allow, whatever is not known, where AWS names none. */
export const tellStopped: Teller = ({ judged, notes, known }) => {
  const { denial, evaluation } = judged
  if (evaluation.decision !== 'depends' || !awsDenied(judged) || !isActionSaid(judged)) return null
  if (howDenied(denial) === 'explicitDeny' || denial?.layer !== 'unknown') return null
  const result = stoppingLayer(judged)
  return (
    result && {
      ...blank(judged),
      ...denied(judged, 'implicitDeny', result),
      said: SAID['stops-alone'](result.layer),
      causes: knownOf(judged, known, result.layer),
      notes,
    }
  )
}
