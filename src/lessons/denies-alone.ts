import type { CasePolicies, CasePolicy } from '../case/access-case'
import { mapPolicies, policiesOfLayer } from '../case/layer-policies'
import { layerAlone } from '../comparison/layer-alone'
import { LAYERS, type CaseLayer } from '../iam/layers'
import { fieldsOf } from '../text/fields'
import { valueOfNode } from '../text/json-value'
import { parseJson } from '../text/parse-json'

/** Layers whose policies stand at a thing of one service, or on the way to it. */
const OF_ONE_SERVICE: ReadonlySet<CaseLayer> = new Set<CaseLayer>(['resource', 'endpoint'])

type Statement = ReturnType<typeof fieldsOf>

function statementsOf({ document }: CasePolicy): readonly Statement[] {
  const root = typeof document === 'string' ? parseJson(document).root : null
  const { Statement = [] } = fieldsOf(root === null ? document : valueOfNode(root))
  return [Statement].flat().map(fieldsOf)
}

const isDeny = ({ Effect }: Statement): boolean => Effect === 'Deny'

/** Does a policy of the layer deny anything? */
export const hasDeny = (policies: CasePolicies, layer: CaseLayer): boolean =>
  policiesOfLayer(policies, layer).some((policy) => statementsOf(policy).some(isDeny))

/** Everything that a layer can be asked: of a policy at a thing of a service, what that service asks. */
function everything(layer: CaseLayer, service: string): Statement {
  const Action = OF_ONE_SERVICE.has(layer) ? `${service}:*` : '*'
  const Principal = LAYERS[layer].principal === 'forbidden' ? {} : { Principal: '*' }
  // A role's trust policy has no Resource.
  return {
    Effect: 'Allow',
    Action,
    ...Principal,
    ...(service === 'sts' && layer === 'resource' ? {} : { Resource: '*' }),
  }
}

/** What the Deny statements of a layer leave over, where everything else is allowed: by it, or by others beside it. */
export function deniesAlone(policies: CasePolicies, layer: CaseLayer, service: string): CasePolicies {
  const all = everything(layer, service)
  return mapPolicies(layerAlone(policies, layer), (policy) => ({
    ...policy,
    document: { Version: '2012-10-17', Statement: [all, ...statementsOf(policy).filter(isDeny)] },
  }))
}
