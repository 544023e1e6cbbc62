import type { CasePolicies, CaseRequest } from '../case/access-case'
import { compilePolicies } from '../evaluation/compile-policies'
import type { Decision } from '../evaluation/evaluation'
import { serviceOfAction } from '../iam/action'
import { caseLayerOf, type CaseLayer } from '../iam/layers'
import type { AccessQuestion } from './comparison'

/** What one side decides of a request. */
export type AccessJudge = (request: CaseRequest) => Decision

const ALL: CasePolicies['identity'] = [
  { name: 'all', document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } },
]

/** What stands beside the policies of a layer, so that the decision is the layer's own: it takes less time than all of it. */
const BESIDE: Readonly<Record<CaseLayer, CasePolicies | null>> = {
  identity: {},
  boundary: { identity: ALL },
  scp: { identity: ALL },
  session: null,
  rcp: null,
  endpoint: null,
  resource: null,
}

/** Of these services the policy of the resource has a say that no other layer can stand in for. */
const NEEDS_RESOURCE: ReadonlySet<string> = new Set(['kms', 'sts'])

/** What one layer lets through: whether it allows, whatever the others do. */
function layerJudge(policies: CasePolicies, layer: CaseLayer): AccessJudge {
  const compiled = compilePolicies({ ...policies, otherLayers: 'none' })
  const beside = BESIDE[layer]
  const brief = beside && compilePolicies({ ...policies, ...beside, otherLayers: 'none' })
  return (request) => {
    if (brief !== null && !NEEDS_RESOURCE.has(serviceOfAction(request.action))) return brief.decide(request).decision
    const found = compiled.evaluate(request).layers.filter((one) => caseLayerOf(one.layer) === layer)
    if (found.some(({ status }) => status === 'explicitDeny')) return 'explicitDeny'
    return found.some(({ status }) => status === 'allows') ? 'allowed' : 'implicitDeny'
  }
}

/** Prepares the policies of one side, to be asked about many requests. */
export function accessJudge({ layer, facts }: AccessQuestion, policies: CasePolicies): AccessJudge {
  if (layer !== null) return layerJudge(policies, layer)
  const compiled = compilePolicies(policies, facts)
  return (request) => compiled.decide(request).decision
}
