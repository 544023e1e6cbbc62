import { lastInPath } from '../../iam/arn'
import type { HeadlineFacts } from '../messages/answers'
import type { Situation } from '../situation'
import { callerName, policyNoun, resourceKind, resourceName } from './names'
import type { Layer } from '../../iam/layers'

/** The last part of a policy's ARN, or its name. */

/** Longest policy name in a headline. */
const LONGEST_NAME_SAID = 40

/** What the headlines about one layer are filled with. */
export const headlineFacts = (situation: Situation, layer: Layer | null): HeadlineFacts => {
  const { denial, evaluation, accessCase } = situation
  const claimed = denial !== null && denial.layer === layer ? denial.layerPolicyArn : null
  const decisive = evaluation.layer === layer && evaluation.decision === 'explicitDeny' ? evaluation.policy : null
  const policy = lastInPath(decisive ?? claimed ?? '')
  return {
    action: accessCase.request.action || denial?.action || '',
    caller: callerName(situation),
    resource: resourceName(situation),
    noun: policyNoun(situation),
    kind: resourceKind(situation),
    policy: policy === '' || policy.length > LONGEST_NAME_SAID || /\s/.test(policy) ? null : policy,
  }
}
