import type { AccessCase, CasePolicy } from '../../case/access-case'
import { LAYERS, type Layer } from '../../iam/layers'
import { parsePrincipal } from '../../iam/principal'

/** A policy that allows nothing. */
const EMPTY = JSON.stringify({ Version: '2012-10-17', Statement: [] }, null, 2)

/** A policy as the case holds one of that layer. */
export const heldBy = ({ request }: AccessCase, layer: Layer, policy: CasePolicy): unknown => {
  const { holds } = LAYERS[layer]
  if (holds === 'one') return policy
  if (holds === 'list') return [policy]
  return [{ target: parsePrincipal(request.principal)?.account ?? 'Account', policies: [policy] }]
}

/** The least that makes it true that a layer does not allow: nothing attached where that is enough, else an empty policy. */
const lacking = (accessCase: AccessCase, layer: Layer): AccessCase => {
  const row = LAYERS[layer]
  const { policies } = accessCase
  return {
    ...accessCase,
    policies:
      row.role === 'grants'
        ? { ...policies, noneAttached: [...(policies.noneAttached ?? []), row.key] }
        : { ...policies, [row.key]: heldBy(accessCase, layer, { name: row.policy, document: EMPTY }) },
  }
}

/** The case with what AWS says of layers that are not given here: that they do not allow. */
export const supposeLacking = (accessCase: AccessCase, layers: readonly Layer[]): AccessCase =>
  layers.reduce(lacking, accessCase)

/** Is a layer not given in a case? */
export const isMissing = ({ policies }: AccessCase, layer: Layer): boolean => {
  const { key } = LAYERS[layer]
  return (
    policies[key] === undefined && policies.otherLayers === 'unknown' && policies.noneAttached?.includes(key) !== true
  )
}
