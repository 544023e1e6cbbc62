import { serviceOfAction } from '../../iam/action'
import type { Layer } from '../../iam/layers'
import { SITUATIONS } from '../../facts/situations/situations'
import type { SituationShape } from '../../facts/situations/situation-row'
import { own } from '../../text/own'
import type { Cause } from '../answer'
import type { Situation } from '../situation'

/** Does the text say that the policy of another service’s resource refused? Then the action of the call is nothing to that policy. */
export const isPolicyOfOtherService = ({ accessCase }: Situation, layer: Layer, cause: Cause | undefined): boolean => {
  const row = own<SituationShape>(SITUATIONS, cause?.code ?? '')
  if (layer !== 'resource' || row?.decides !== 'resource' || row.service === undefined) return false
  const { action } = accessCase.request
  return row.service !== serviceOfAction(action) && row.actions?.includes(action) !== true
}
