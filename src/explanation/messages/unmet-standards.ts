import type { PolicyOwner } from '../../iam/layers'
import { code, say, type Phrase } from '../../text/phrase'
import { OWNER_TEXT } from './fixes'

const ask = (owner: PolicyOwner): Phrase =>
  say`Ask first: ${OWNER_TEXT[owner].replace(/^A/, 'a').replace(/^T/, 't').replace(/^W/, 'w')} decides.`

/** Why a fix is left out, or stands behind the others. */
export const UNMET_REASONS = {
  'aws-managed-policy': () => say`AWS manages this policy, so no one in the account can edit it. Add your own policy.`,
  'aws-managed-key': () => say`AWS manages this key, so no one can edit its policy. Use a customer managed key.`,
  'registry-of-aws': () =>
    say`AWS owns this registry, so no one here can edit its repository policies. Allow it in the caller’s policies.`,
  'takes-no-policy': () =>
    say`The resource can’t have a policy of its own. Call with a role of the account that owns it.`,
  'service-linked-role': () => say`A service owns this role, so no one in the account can change its permissions.`,
  'role-of-control-tower': () =>
    say`Control Tower protects this role, and it trusts the management account alone. Call with credentials of that account.`,
  'policy-of-control-tower': () =>
    say`Control Tower manages this SCP, and a change by hand is drift. Change the control in Control Tower.`,
  'session-of-a-service': () => say`A service writes this session policy, so no one in the account can edit it.`,
  'managed-session-policy': () =>
    say`AWS manages this session policy. Pass one of your own when you create the session.`,
  'not-asked': () => say`Nothing in the text asks for this action.`,
  'no-policies': () => say`The caller is no user or role, and has no policies of its own.`,
  'too-long': () => say`The policy would be longer than AWS accepts. Add the statement to another policy.`,
  'element-not-taken': () => say`Policies of this type don’t support one of its elements.`,
  'names-nobody': () => say`Its ${code('Principal')} is missing, and AWS would refuse it.`,
  refused: () => say`AWS would refuse the policy with this change.`,
  'no-arn': () => say`Its ${code('Resource')} isn’t an ARN, and AWS would refuse it.`,
  'stays-denied': () => say`The request would still be denied by this layer.`,
  'changes-nothing': () => say`The policies allow this already, so it changes nothing.`,
  'perhaps-there': () =>
    say`The policies allow this on one that they name, and nothing says whether that is the one that was asked for.`,
  'copies-statement': () => say`A statement that says the same is there already.`,
  'never-asked': () => say`No request for this action names such a resource.`,
  'never-met': () => say`The statement tests a key that no request for this action carries, so it allows nothing.`,
  'removes-deny': () => say`It removes everything that the Deny protects.`,
  'takes-service-out': () => say`It exempts every action of the service from the Deny, not only this one.`,
  'for-everyone': () => say`It allows everyone.`,
  'any-account': () => say`It lets the service in for every AWS account.`,
  'any-service': () => say`It lets the role be passed to any service.`,
  'wider-than-request': () => say`It covers more than the request names.`,
  'loosens-deny': (owner) => say`It weakens a Deny that someone added on purpose. ${ask(owner)}`,
  'loosens-scp': (owner) => say`It loosens a guardrail of the organization. ${ask(owner)}`,
  'loosens-rcp': (owner) => say`It loosens a guardrail of the organization. ${ask(owner)}`,
  'loosens-boundary': (owner) => say`It loosens a permissions boundary for everyone who has it. ${ask(owner)}`,
  'beside-names': (owner) => say`The statement prescribes how such things are named. ${ask(owner)}`,
  'for-other-callers': (owner) =>
    say`The role is for tokens alone, and this lets another kind of caller in. ${ask(owner)}`,
  'leaves-branch-out': (owner) =>
    say`The policy lets in one branch, tag or environment alone. This lets in tokens that name none. ${ask(owner)}`,
  'mends-guard': (owner) => say`The guard stays. ${ask(owner)}`,
  'leaves-test-out': () =>
    say`The policy allows this action on this resource only if its condition is met. This statement has no condition.`,
  escalates: (owner) =>
    say`Whoever may do this can get more permissions than they have. Let an administrator do it instead. ${ask(owner)}`,
  'lifts-own-fence': () => say`It lets the caller out of what bounds them. Let an administrator make the call instead.`,
  'call-can-change': () => say`The call can be made another way, and the guard stays for everyone.`,
  'for-whole-set': () => say`It exempts everyone who signs in with this permission set.`,
  'drops-guard': () => say`It leaves nothing of the guard for this request.`,
  'beside-variable': () => say`The Deny compares with the caller’s own value. It lets everyone off that.`,
  'opens-own-parts': () => say`The policy gives each caller only their own part. This opens all of it to everyone.`,
  'call-is-wrong': () => say`The call itself is wrong; no policy needs a change.`,
  'other-cause': () => say`It repairs a different cause than the first.`,
  'other-layer': () => say`It changes a different layer than the one that denied.`,
} as const satisfies Readonly<Record<string, (owner: PolicyOwner) => Phrase>>

/** Why a fix doesn’t meet a standard. */
export type UnmetReason = keyof typeof UNMET_REASONS
