import { limiterOf } from '../../facts/service-sessions'
import { keyOfAws } from '../../case/key-of-aws'
import { takesNoPolicy } from '../../facts/without-policy'
import type { Layer } from '../../iam/layers'
import { mentionsIn } from '../../policy/managed-names'
import type { PolicyPlaceFacts } from '../../policy/policy-documents'
import { fieldsOf, textsOf } from '../../text/fields'
import type { Fix } from '../explanation'
import type { JudgedCase } from '../judged-case'
import { stepFacts } from '../steps/step-facts'

/** The ARNs of policies that a command passes for the session that it makes. */
const passedIn = (text: string): readonly string[] =>
  mentionsIn(text).flatMap(({ named, layer }) => (layer === 'session' && named.startsWith('arn:') ? named : []))

/** What is known of the place of a policy: whose it is, and whether that one is AWS. */
export const placeFacts = (judged: JudgedCase, layer: Layer, name: string): PolicyPlaceFacts => {
  const { entity } = stepFacts(judged)
  const { request, error = '' } = judged.accessCase
  const { layer: claimed, layerPolicyArn } = judged.denial ?? {}
  return {
    layer,
    // The policy that AWS names is the one, where none is given.
    name: name === '' && claimed === layer ? (layerPolicyArn ?? '') : name,
    resource: request.resource,
    takesNoPolicy: takesNoPolicy(request.resource, request.action),
    role: entity?.kind === 'role' ? entity.name : null,
    limiter: limiterOf(request.principal, error),
    passed: layer === 'session' ? passedIn(error) : [],
    isAwsKey: keyOfAws(judged.accessCase) !== null,
  }
}

/** Does a policy get a statement on a thing that takes no policy of its own? */
export const isOfPolicyless = ({ accessCase: { request } }: JudgedCase, { layer, statement }: Fix): boolean =>
  layer === 'resource' && textsOf(fieldsOf(statement)['Resource']).some((one) => takesNoPolicy(one, request.action))
