import type { PolicyProof } from '../../../../trail/needs/prove-policy'
import type { NeedsAnswer } from '../../../../trail/asks/answer-needs'
import type { PolicyForm } from '../../../../trail/needs/policy-quota'
import type { ResourceReach } from '../../../../trail/needs/resource-reach'
import { counted } from '../sizes'

/** How a policy can be attached. */
export const FORM_NAMES: Readonly<Record<PolicyForm, string>> = {
  managed: 'Managed',
  role: 'Inline, role',
  group: 'Inline, group',
  user: 'Inline, user',
}

/** How far resources reach. */
export const REACH_NAMES: Readonly<Record<ResourceReach, string>> = {
  exact: 'As used',
  prefix: 'Same beginning',
  type: 'All of the type',
}

const LISTED = 6

/** Some names of a list that may be long. */
export function someNames(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).join(', ')
  return names.length > LISTED ? `${shown} and ${names.length - LISTED} more` : shown
}

/** What evaluating the policy showed, in one sentence. */
export function proofSentence(proof: PolicyProof): string {
  const { asked, missing, others, extra, pairs, extraPairs } = proof
  if (missing.length > 0) return `Not proven: ${counted(missing.length, 'call', 'calls')} of ${asked} would be refused.`
  if (extra.length > 0 || extraPairs.length > 0)
    return `Each of ${counted(asked, 'different call', 'different calls')} is allowed, but so is more: ${someNames([...extra, ...extraPairs.map(([action]) => action)])}.`
  const onOthers =
    pairs === 0 ? '' : `, and no used action on ${counted(pairs, 'resource', 'resources')} where it was not used`
  return `Proven by evaluation: each of ${counted(asked, 'different call', 'different calls')} is allowed, none of the ${others.toLocaleString('en')} other actions of the reference is${onOthers}.`
}

/** What the trail cannot tell, each with a reason to look at the policy again. */
export function needsNotes({
  unseen,
  withoutResource,
  unlisted,
  passingRoles,
  failed,
  denied,
}: NeedsAnswer): readonly string[] {
  return [
    ...(unseen.length === 0
      ? []
      : [
          `${unseen.map(({ what }) => what).join(', ')} aren’t in this trail. They are logged only if data events are enabled. If the principal makes such calls, the policy doesn’t allow them.`,
        ]),
    ...(passingRoles.length === 0
      ? []
      : [
          `CloudTrail doesn’t record passing a role (iam:PassRole). These calls may need it: ${someNames(passingRoles)}.`,
        ]),
    ...(withoutResource.length === 0
      ? []
      : [
          `The trail doesn’t show the resources of these actions, so a separate statement allows them on any resource: ${someNames(withoutResource)}.`,
        ]),
    ...(unlisted.length === 0
      ? []
      : [`This page’s reference doesn’t list ${someNames(unlisted)}. They are newer, or IAM checks another name.`]),
    ...(denied === 0
      ? []
      : [`${counted(denied, 'call was', 'calls were')} denied. Check whether they should be allowed.`]),
    ...(failed === 0
      ? []
      : [`${counted(failed, 'call', 'calls')} failed for another reason than a denial. They count as used.`]),
  ]
}
