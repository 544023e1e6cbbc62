import type { CasePolicies, CasePolicy } from '../case/access-case'
import { mapPolicies, policiesOfLayer } from '../case/layer-policies'
import { layerAlone } from './layer-alone'
import { LAYERS, type CaseLayer } from '../iam/layers'
import { fieldsOf } from '../text/fields'
import { valueOfNode } from '../text/json-value'
import { parseJson } from '../text/parse-json'

type Statement = ReturnType<typeof fieldsOf>

function statementsOf({ document }: CasePolicy): readonly Statement[] {
  const root = typeof document === 'string' ? parseJson(document).root : null
  const { Statement = [] } = fieldsOf(root === null ? document : valueOfNode(root))
  return [Statement].flat().map(fieldsOf)
}

const isAllow = ({ Effect }: Statement): boolean => Effect === 'Allow'
const isDeny = ({ Effect }: Statement): boolean => Effect === 'Deny'

/** Does a policy of the layer deny anything? */
export const hasDeny = (policies: CasePolicies, layer: CaseLayer): boolean =>
  policiesOfLayer(policies, layer).some((policy) => statementsOf(policy).some(isDeny))

/** What the policies of a layer can be asked, where they stand at a thing or on the way to it; nothing is everything. */
export interface AskableOf {
  readonly service?: string
  /** Null: the policy is of one thing, and names none. */
  readonly resources?: readonly string[] | null
  /** All of these, where that is not the actions of one service. */
  readonly actions?: readonly string[]
  readonly principal?: unknown
}

function everything(layer: CaseLayer, asked: AskableOf): Statement {
  const { service, resources = ['*'], actions, principal = '*' } = asked
  const Action = actions ?? (service === undefined ? '*' : `${service}:*`)
  const Principal = LAYERS[layer].principal === 'forbidden' ? {} : { Principal: principal }
  // A role's trust policy has no Resource.
  const isBare = resources === null || (service === 'sts' && layer === 'resource')
  return { Effect: 'Allow', Action, ...Principal, ...(isBare ? {} : { Resource: resources }) }
}

/** What the Deny statements of a layer leave over, where everything else is allowed: by it, or by others beside it. */
export function deniesAlone(policies: CasePolicies, layer: CaseLayer, asked: AskableOf): CasePolicies {
  const all = everything(layer, asked)
  return mapPolicies(layerAlone(policies, layer), (policy) => ({
    ...policy,
    document: { Version: '2012-10-17', Statement: [all, ...statementsOf(policy).filter(isDeny)] },
  }))
}

/** Whom the Allow statements of a layer name, whatever they let them do: each lets its callers do everything. */
export function callersAlone(policies: CasePolicies, layer: CaseLayer): CasePolicies {
  const open = ({ Principal, NotPrincipal }: Statement): Statement => ({
    Effect: 'Allow',
    ...(Principal === undefined ? { NotPrincipal } : { Principal }),
    Action: '*',
    Resource: '*',
  })
  return mapPolicies(layerAlone(policies, layer), (policy) => ({
    ...policy,
    document: { Version: '2012-10-17', Statement: statementsOf(policy).filter(isAllow).map(open) },
  }))
}
