import type { CasePolicies, CaseRequest } from '../case/access-case'
import { compilePolicies } from '../evaluation/compile-policies'
import type { Decision } from '../evaluation/evaluation'
import { caseLayerOf, type CaseLayer } from '../iam/layers'
import type { AccessQuestion } from './comparison'

/** What one side decides of a request. */
export type AccessJudge = (request: CaseRequest) => Decision

/** What one layer lets through: whether it allows, whatever the others do. */
function layerJudge(policies: CasePolicies, layer: CaseLayer): AccessJudge {
  const compiled = compilePolicies({ ...policies, otherLayers: 'none' })
  return (request) => {
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
