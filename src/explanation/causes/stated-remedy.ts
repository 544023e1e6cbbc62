import type { Layer } from '../../iam/layers'
import type { Answer, Cause } from '../answer'
import { layerResult, type JudgedCase } from '../judged-case'
import { CAUSE_REMEDIES } from '../messages/answers'
import { headlineFacts } from '../words/headline'
import { denyRemedy, lackRemedy } from './cause-remedies'
import { opposedLists } from './stated-cause'

/** What would repair a layer whose policies are here: an Allow where one is missing; a Deny is found first. */
export const statedRemedy = (judged: JudgedCase, layer: Layer, decision: Answer['decision']): Cause['remedy'] => {
  const result = layerResult(judged.evaluation, layer)
  if (decision !== 'explicitDeny')
    return result === null
      ? CAUSE_REMEDIES['add-allow'](headlineFacts(judged, layer), layer)
      : lackRemedy(judged, result)
  const deny = result?.statements.find(({ effect, matches }) => effect === 'Deny' && matches === 'yes')
  if (deny) return denyRemedy(judged, deny)
  const lists = opposedLists(result?.statements ?? [])
  return lists ? CAUSE_REMEDIES['join-lists'](lists.key, lists.values) : CAUSE_REMEDIES['find-deny']()
}
