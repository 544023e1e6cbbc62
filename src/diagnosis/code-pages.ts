import { IAM_DOCS } from '../iam/aws-docs'
import type { CauseCode } from '../explanation/answer'
import type { KnowledgeId } from '../knowledge/likely-causes'

/** What is said of a cause that layers and statements make, and no single fact of AWS. */
interface CodePage {
  readonly says: string
  readonly check: string
  readonly fix: string
  readonly page: string
}

/** What is known under the codes of causes that no table of facts has. Code stands in backticks. */
export const CODE_PAGES: Readonly<Record<Exclude<CauseCode, KnowledgeId>, CodePage>> = {
  'layer-not-given': {
    says: 'A policy of this layer that you haven’t pasted denies the request, or doesn’t allow it. This is only possible, not proven, until that policy is read.',
    check: 'Fetch the policies of that layer and paste them. The list of next steps has the command for each.',
    fix: 'Change nothing yet: first find the statement that denies, or that lacks the Allow.',
    page: `${IAM_DOCS}reference_policies_evaluation-logic_policy-eval-denyallow.html`,
  },
  'layer-lacks': {
    says: 'The policies of this layer are known, and no statement of them allows the request. That is an implicit deny: nothing forbids it, and nothing grants it.',
    check: 'Compare the action, the resource and the conditions of each Allow with those of the request.',
    fix: 'Add an Allow for this action on this resource, or correct the Allow that was meant for it.',
    page: `${IAM_DOCS}reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html`,
  },
  'allow-unmet': {
    says: 'A statement would allow the request, but its condition isn’t met, or the key that it tests isn’t in the request.',
    check: 'Compare each condition key of the statement with its value in the request. CloudTrail shows some of them.',
    fix: 'Make the request so that the condition is met. Change the condition only if it asks for the wrong thing.',
    page: `${IAM_DOCS}reference_policies_elements_condition.html`,
  },
  'deny-open': {
    says: 'A Deny covers the request if one of its conditions is met, and the value that it tests is unknown here.',
    check: 'Find the value of the key that the Deny tests, and add it to the request’s context.',
    fix: 'Make the request so that the Deny doesn’t apply, or ask the policy’s owner to exempt it.',
    page: `${IAM_DOCS}reference_policies_elements_condition.html`,
  },
  'deny-shown': {
    says: 'A statement with the effect Deny covers the request. An explicit deny ends the evaluation: no Allow outweighs it.',
    check: 'Read the statement that is named: each of its elements matches the request.',
    fix: 'Make the request so that the Deny doesn’t apply, or narrow the Deny. Another Allow changes nothing.',
    page: `${IAM_DOCS}reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html`,
  },
  'deny-elsewhere': {
    says: 'AWS reports an explicit deny, and none of the known policies has it. Another policy of that layer does.',
    check:
      'List every policy of the layer that AWS names: managed, inline, of each group, and of each level of the organization.',
    fix: 'Paste those policies, and look for the Deny whose elements all match the request.',
    page: `${IAM_DOCS}troubleshoot_access-denied.html`,
  },
  'key-policy-lacks': {
    says: 'What the request reads or writes is encrypted with a KMS key, and the key policy that was pasted doesn’t let the caller use it.',
    check:
      'Compare the principal and the actions of each statement of the key policy with the caller and what it needs.',
    fix: 'Allow the caller those actions in the key policy. The policies of the resource itself can stay as they are.',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  },
  'roles-exchanged': {
    says: 'What you pasted names each role where the other belongs: only the other role’s policy allows the call, and its name fits the caller’s place.',
    check:
      'Look where each of the two roles is set, such as the execution role and the task role of a task definition.',
    fix: 'Exchange the two roles there. Neither needs another permission.',
    page: `${IAM_DOCS}id_roles_use_passrole.html`,
  },
  'called-by-another': {
    says: 'A policy you pasted would allow the request, but by its name it belongs to an account that the caller isn’t of.',
    check: 'Run `aws sts get-caller-identity` where the call fails.',
    fix: 'Make the call with the credentials that the policy belongs to. If the caller is right, allow it in its own policies and in the resource’s policy.',
    page: `${IAM_DOCS}access_policies-cross-account-resource-access.html`,
  },
  'policy-of-another': {
    says: 'A policy that was pasted allows the request, and it’s attached to another role or user than the one that called.',
    check: 'Compare the caller in AWS’s message with the role or user that the policy is attached to.',
    fix: 'Make the call as that role or user. If the caller is the right one, attach the policy to it too.',
    page: `${IAM_DOCS}access_policies_manage-attach-detach.html`,
  },
  'policy-not-in-effect': {
    says: 'A policy that was pasted allows the request, and a list that a command printed shows that the caller doesn’t have it.',
    check: 'Compare the name of the policy or of its group with the list of the caller’s policies or groups.',
    fix: 'Attach the policy to the caller, or add the caller to the group. The policy needs no change.',
    page: `${IAM_DOCS}access_policies_manage-attach-detach.html`,
  },
  'trusted-already': {
    says: 'A service says that it can’t assume a role, and the trust policy that was pasted lets it.',
    check:
      'Compare the ARN of the role in the call, with its account and path, with the one that `aws iam get-role` prints.',
    fix: 'Name the role that exists. If it was just created, run the call again after some seconds. The trust policy needs no change.',
    page: `${IAM_DOCS}reference_identifiers.html`,
  },
  'claim-differs': {
    says: 'The policies that were pasted give another result than AWS’s message. One of them is not what AWS evaluated.',
    check:
      'Check whether the policies are the present versions, of this caller and this resource, and whether any is missing.',
    fix: 'Paste the policies again as they are now. Changes to IAM take some seconds to reach every Region.',
    page: `${IAM_DOCS}troubleshoot_general.html`,
  },
}
