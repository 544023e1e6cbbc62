import { serviceOfAction } from '../../iam/action'
import type { Layer } from '../../iam/layers'
import { SITUATIONS } from '../../facts/situations/situations'
import type { SituationShape } from '../../facts/situations/situation-row'
import { textsOf } from '../../text/fields'
import { own } from '../../text/own'
import type { Cause } from '../answer'
import type { JudgedCase } from '../judged-case'

/** Does a cause ask for actions of other services alone, at the endpoint of that service? Its policy is none for the action of the call. */
const isAtOtherEndpoint = ({ layer, statements }: Cause, action: string): boolean =>
  layer === 'endpoint' &&
  statements.length > 0 &&
  statements.every(({ Action }) => textsOf(Action).every((one) => serviceOfAction(one) !== serviceOfAction(action)))

/** Does the text say that the policy of another service’s resource refused? Then the action of the call is nothing to that policy. */
export const isPolicyOfOtherService = ({ accessCase }: JudgedCase, layer: Layer, cause: Cause | undefined): boolean => {
  if (layer === 'endpoint' && cause !== undefined) return isAtOtherEndpoint(cause, accessCase.request.action)
  const row = own<SituationShape>(SITUATIONS, cause?.code ?? '')
  if (layer !== 'resource' || row?.decides !== 'resource' || row.service === undefined) return false
  const { action } = accessCase.request
  return row.service !== serviceOfAction(action) && row.actions?.includes(action) !== true
}
