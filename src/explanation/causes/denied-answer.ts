import type { HowDenied } from '../../iam/how-denied'
import type { LayerResult } from '../../evaluation/evaluation'
import type { Layer } from '../../iam/layers'
import type { Answer, AnswerFact } from '../answer'
import { decisiveStatement, type JudgedCase } from '../judged-case'
import { DENIED_FACTS, HEADLINES, type Stated } from '../messages/answers'
import { headlineFacts } from '../words/headline'
import { blockingFact, denyingFact, type LayerFact } from '../words/layer-fact'
import { factOf } from './answer-parts'

/** What decides in a layer, as the line below the headline. */
const layerFactOf = (judged: JudgedCase, layer: Layer, fact: LayerFact): AnswerFact =>
  factOf(judged, DENIED_FACTS[fact.code]({ layer, action: judged.accessCase.request.action, ...fact }), fact.evidence)

/** A layer's denial that the policies here show. */
export const denied = (
  judged: JudgedCase,
  how: HowDenied,
  result: LayerResult,
): Pick<Answer, 'basis' | 'decision' | 'layer' | 'headline' | 'fact'> => {
  const { layer } = result
  const decisive = judged.evaluation.layer === layer ? decisiveStatement(judged) : null
  const fact = decisive ? denyingFact(judged, result, decisive) : blockingFact(judged, result)
  const stated: Stated = { how, layer }
  const headline = fact.code === 'refused' ? HEADLINES.refused() : HEADLINES.sure(stated, headlineFacts(judged, layer))
  return { basis: 'proven', decision: how, layer, headline, fact: layerFactOf(judged, layer, fact) }
}
