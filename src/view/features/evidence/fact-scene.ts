import { serviceOfAction } from '../../../iam/action'
import type { Draft, LayerState } from '../../../draft/draft'
import { isAccountId, parseArn, type Arn } from '../../../iam/arn'
import { parsePrincipal, type RequestPrincipal } from '../../../iam/principal'

/** One request of the call, as far as facts look at it. */
export interface AskedResource {
  readonly service: string
  readonly resource: string
  readonly arn: Arn | null
  readonly account: string | null
}

/** What the facts look at: who asks, and what the call asks for. */
export interface FactScene {
  readonly principal: RequestPrincipal | null
  readonly asked: readonly AskedResource[]
  /** What is known of the layers that some facts concern. */
  readonly states: Readonly<Record<'scp' | 'rcp' | 'endpoint', LayerState>>
  readonly namesCanonicalUser: boolean
  readonly endpoint: string | null
}

/** The request and the further checks of a case, as facts look at them. */
export function factSceneOf(
  requests: readonly { readonly action: string; readonly resource: string; readonly resourceAccount?: string }[],
  principalText: string,
  { layers }: Draft,
  endpoint: string | null,
): FactScene {
  const principal = parsePrincipal(principalText)
  const asked = requests.map(({ action, resource, resourceAccount }): AskedResource => {
    const arn = parseArn(resource)
    const own = arn !== null && isAccountId(arn.account) ? arn.account : null
    return {
      service: serviceOfAction(action),
      resource,
      arn,
      account: resourceAccount ?? own ?? principal?.account ?? null,
    }
  })
  const states = { scp: layers.scp.state, rcp: layers.rcp.state, endpoint: layers.endpoint.state }
  const namesCanonicalUser = layers.resource.policies.some(({ text }) => text.includes('CanonicalUser'))
  return { principal, asked, states, namesCanonicalUser, endpoint }
}
