import { serviceOfAction } from '../../iam/action'
import type { Layer } from '../../iam/layers'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import type { SituationShape } from '../../facts/situations/situation-row'
import type { Cause } from '../answer'
import type { Situation } from '../situation'

/** Does the text say that the policy of a thing of another service refused? Then the action of the call is nothing to that policy. */
export const isOfOtherThing = ({ accessCase }: Situation, layer: Layer, cause: Cause | undefined): boolean => {
  if (layer !== 'resource' || cause === undefined || !Object.hasOwn(SITUATIONS, cause.code)) return false
  const { decides, service, actions = [] }: SituationShape = SITUATIONS[cause.code as SituationId]
  const { action } = accessCase.request
  const isOther = service !== undefined && service !== serviceOfAction(action)
  return decides === 'resource' && isOther && !actions.includes(action)
}
