import { isServicePrincipal } from '../../iam/principal'
import { isDeviceCall } from '../../facts/device-calls'
import { takesNoPolicy } from '../../facts/without-policy'
import type { ElementResult } from '../../evaluation/evaluation'
import { accountOfArn, isAccountId, lastInPath } from '../../iam/arn'
import { isOwnerAssumed } from './claim-reading'
import type { HeadlineFacts } from '../messages/answers'
import { isOfGivenRole, isServiceRefused } from '../../facts/situations/situations'
import { layerResult, type JudgedCase } from '../judged-case'
import { callerName, policyNoun, resourceKind, resourceName } from './names'
import type { Layer } from '../../iam/layers'

/** Longest policy name in a headline. */
const LONGEST_NAME_SAID = 40

/** The account that a policy of the organization limits: the caller's, or for an RCP the resource's. */
function accountOf(judged: JudgedCase, layer: Layer | null): string | null {
  const { request } = judged.accessCase
  // Whose a bucket is, its ARN does not say.
  if (layer === 'rcp' && isOwnerAssumed(judged)) return null
  const account = layer === 'rcp' ? (request.resourceAccount ?? '') : accountOfArn(request.principal)
  return isAccountId(account) ? account : null
}

const isNamed = ({ element, matches }: ElementResult): boolean => element === 'Condition' || matches === 'yes'

/** Does a trust policy let the caller in, but for conditions? Then it does not simply trust someone else. */
const isTrustedIf = (judged: JudgedCase): boolean =>
  layerResult(judged.evaluation, 'trust')?.statements.some(
    ({ effect, openEffect, matches, elements }) =>
      effect === 'Allow' && openEffect !== true && matches !== 'yes' && elements.every(isNamed),
  ) === true

/** The account of a thing that takes no policy of its own, empty where nobody says it; null: the thing may take one. */
const ownerOfPolicyless = ({ accessCase: { request } }: JudgedCase): string | null => {
  if (!takesNoPolicy(request.resource, request.action)) return null
  const owner = request.resourceAccount ?? accountOfArn(request.resource)
  return isAccountId(owner) ? owner : ''
}

/** What the headlines about one layer are filled with. */
export const headlineFacts = (judged: JudgedCase, layer: Layer | null): HeadlineFacts => {
  const { denial, evaluation, accessCase } = judged
  const claimed = denial !== null && denial.layer === layer ? denial.layerPolicyArn : null
  const decisive = evaluation.layer === layer && evaluation.decision === 'explicitDeny' ? evaluation.policy : null
  const policy = lastInPath(decisive ?? claimed ?? '')
  return {
    action: accessCase.request.action || denial?.action || '',
    // A service has no identity-based policies: those of a role it was given are meant.
    caller: layer === 'identity' && isServicePrincipal(accessCase.request.principal) ? null : callerName(judged),
    resource: resourceName(judged),
    noun: policyNoun(judged),
    kind: resourceKind(judged),
    account: accountOf(judged, layer),
    isOfDevice:
      denial?.situation !== 'iot-role-credentials' &&
      isDeviceCall(accessCase.request.action || (denial?.action ?? ''), accessCase.request.principal),
    isOfGivenRole: isOfGivenRole(denial?.situation) || (layer === 'identity' && isServiceRefused(denial?.situation)),
    isTrustedIf: layer === 'trust' && isTrustedIf(judged),
    ownerOfPolicyless: layer === 'resource' ? ownerOfPolicyless(judged) : null,
    policy: policy === '' || policy.length > LONGEST_NAME_SAID || /\s/.test(policy) ? null : policy,
  }
}
