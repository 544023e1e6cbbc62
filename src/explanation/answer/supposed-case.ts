import type { AccessCase, CasePolicy, PolicyLayer } from '../../case/access-case'
import type { Layer } from '../../evaluation/evaluation'
import { parsePrincipal } from '../../iam/principal'
import { policyLayerOf } from '../situation'

/** A policy that allows nothing. */
const EMPTY = JSON.stringify({ Version: '2012-10-17', Statement: [] }, null, 2)

const empty = (name: string): CasePolicy => ({ name, document: EMPTY })

const withNone = ({ policies, ...rest }: AccessCase, layer: PolicyLayer): AccessCase => ({
  ...rest,
  policies: { ...policies, noneAttached: [...(policies.noneAttached ?? []), layer] },
})

type Suppose = (accessCase: AccessCase) => AccessCase

const withPolicies =
  (policies: (accessCase: AccessCase) => AccessCase['policies']): Suppose =>
  (accessCase) => ({ ...accessCase, policies: { ...accessCase.policies, ...policies(accessCase) } })

const accountOf = ({ request }: AccessCase): string => parsePrincipal(request.principal)?.account ?? 'Account'

/** The least that makes it true that a layer does not allow: where nothing attached would let all pass, an empty policy. */
const SUPPOSED: Readonly<Record<Layer, Suppose>> = {
  identity: (accessCase) => withNone(accessCase, 'identity'),
  resource: (accessCase) => withNone(accessCase, 'resource'),
  trust: (accessCase) => withNone(accessCase, 'resource'),
  boundary: withPolicies(() => ({ boundary: empty('permissions boundary') })),
  session: withPolicies(() => ({ session: [empty('session policy')] })),
  endpoint: withPolicies(() => ({ endpoint: empty('VPC endpoint policy') })),
  scp: withPolicies((accessCase) => ({ scps: [{ target: accountOf(accessCase), policies: [empty('SCP')] }] })),
  rcp: withPolicies((accessCase) => ({ rcps: [{ target: accountOf(accessCase), policies: [empty('RCP')] }] })),
}

/** The case with what AWS says of layers that are not given here: that they do not allow. */
export const supposeLacking = (accessCase: AccessCase, layers: readonly Layer[]): AccessCase =>
  layers.reduce((all, layer) => SUPPOSED[layer](all), accessCase)

/** Is a layer not given in a case? */
export const isMissing = ({ policies }: AccessCase, layer: Layer): boolean => {
  const of = policyLayerOf(layer)
  return (
    policies[of] === undefined && policies.otherLayers === 'unknown' && policies.noneAttached?.includes(of) !== true
  )
}
