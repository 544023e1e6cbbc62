import type { Layer } from '../../iam/layers'
import type { PolicyPlaceFacts } from '../../policy/policy-documents'
import type { Situation } from '../situation'
import { stepFacts } from '../steps/step-facts'

/** What is known of the place of a policy: whose it is, and whether that one is AWS. */
export const placeFacts = (situation: Situation, layer: Layer, name: string): PolicyPlaceFacts => {
  const { entity } = stepFacts(situation)
  const { request, facts } = situation.accessCase
  return {
    layer,
    name,
    resource: request.resource,
    role: entity?.kind === 'role' ? entity.name : null,
    session: /:assumed-role\/[^/]{1,64}\/([^/]{1,64})$/.exec(request.principal)?.[1],
    isAwsKey: facts?.kmsKeyManager === 'aws',
  }
}
