import type { ShownFactId } from '../shown-facts'

/** What each fact that a text shows is called, with its words there. */
export const SHOWN_MESSAGES: Readonly<Record<ShownFactId, string>> = {
  'caller-allows-all': 'By your text, the caller’s policies allow everything: {text}.',
  'caller-allows-service': 'By your text, the caller’s policies allow all of this service: {text}.',
  'caller-allows-action': 'By your text, the caller’s policies allow this action: {text}.',
  'caller-allows-elsewhere': 'By your text, the caller’s policies allow this action on something else: {text}.',
  'trust-grants': 'By your text, the role’s trust policy names the caller: {text}.',
  'trust-lets-in': 'By your text, the role’s trust policy lets the caller or its account in: {text}.',
  'key-policy-delegates':
    'By your text, the key policy leaves it to the identity-based policies of the account: {text}.',
  'caller-named-admin': 'The caller has the name of a role that AWS gives `AdministratorAccess`: {text}.',
  'works-as-admin': 'By your text, it works with more permissions: {text}.',
  'works-for-another': 'By your text, it works for another caller: {text}.',
  'works-at-home': 'By your text, it works from elsewhere: {text}.',
  'same-caller-elsewhere': 'By your text, the same caller is let in from elsewhere: {text}.',
  'simulated-allowed': 'By your text, the policy simulator allows it: {text}.',
  'works-when-small': 'By your text, a small object is let through, and parts of a large one are not: {text}.',
  'works-in-another-region': 'By your text, the same works in another Region: {text}.',
  'works-for-a-time': 'By your text, it works for some time and is refused then: {text}.',
  'works-in-another-account': 'By your text, the same works in another account: {text}.',
  'works-without-option': 'By your text, the same call passes without an option: {text}.',
  'works-on-another-thing': 'By your text, the same works on another one: {text}.',
  'admins-refused-too': 'By your text, others who may do everything are refused too: {text}.',
  'root-user-calls': 'By your text, the root user calls, to whom no identity-based policy applies: {text}.',
  'worked-before': 'By your text, it worked for some time: {text}.',
  'region-enabled': 'Your text shows that the Region is enabled: {text}.',
  'same-region': 'By your text, both are in one Region: {text}.',
  'clock-right': 'Your text shows the same time here and at AWS: {text}.',
  reachable: 'Your text shows that the address is reached: {text}.',
  'role-allows-all': 'By your text, the role may do everything: {text}.',
  'role-allows-these': 'By your text, the role’s policies allow this: {text}.',
  'linked-role-exists': 'Your text shows that the service-linked role exists: {text}.',
  'ran-at-home': 'By your text, the call doesn’t come out of a VPC: {text}.',
  'object-exists': 'Your text shows that the object exists: {text}.',
  'asks-whether-it-exists': 'Your text shows that the call asks whether the object exists: {text}.',
  'environment-decides': 'By your text, the job passes without its environment: {text}.',
  'thing-exists': 'Your text shows that it exists: {text}.',
  'thing-not-found': 'Your text shows that it wasn’t found: {text}.',
  'role-deleted': 'Your text shows that a role was deleted: {text}.',
  'account-closed': 'Your text shows that the account is closed: {text}.',
  'asked-by-coded-name': 'Your text asks for the coded form of a name: {text}.',
  'key-off': 'Your text shows a key state in which KMS uses the key for no one: {text}.',
  'failed-earlier': 'Your text shows what failed first: {text}.',
  'other-version-read': 'Your text shows another version of it: {text}.',
  'not-in-listing': 'Your text lists others of its kind, and not it: {text}.',
  'listed-under-other-name': 'Your text lists it under another name: {text}.',
  'works-when-done-again': 'By your text, the same works later: {text}.',
  'trust-names-deleted': 'Your text shows a policy that names an ID in place of a role or user: {text}.',
  'made-at-once': 'The text shows that the permission is made in the same run: “{text}”.',
  'is-management-account': 'This is the management account, to which SCPs don’t apply: {text}.',
  'no-kms-key': 'By your text, no KMS key encrypts it: {text}.',
  'no-scps': 'By your text, no SCPs apply: {text}.',
  'no-rcps': 'By your text, no RCPs apply: {text}.',
  'in-management-account': 'By your text, this is the management account, to which SCPs don’t apply: {text}.',
  'no-boundary': 'By your text, there is no permissions boundary: {text}.',
  'no-resource-policy': 'By your text, the resource has no policy: {text}.',
  'no-endpoint': 'By your text, no VPC endpoint is involved: {text}.',
  'endpoint-allows-all': 'By your text, the endpoint policy allows everything: {text}.',
  'owner-enforced': 'With ACLs disabled, the bucket’s owner owns every object: {text}.',
  'written-by-another': 'By your text, another account wrote it: {text}.',
  'public-access-open': 'By your text, Block Public Access is off on the bucket: {text}.',
  'same-account': 'By your text, both are in one account: {text}.',
  'across-accounts': 'Your text speaks of another account: {text}.',
}

/** Where to look, where a fact shows that what usually denies is not it: what differs between what works and what doesn’t. */
export const WHERE_INSTEAD: Readonly<Partial<Record<ShownFactId, string>>> = {
  'same-caller-elsewhere':
    'So the permissions are there, and where the call comes from decides. Look at the policy of the VPC endpoint, at conditions on `aws:SourceIp`, `aws:SourceVpc` and `aws:SourceVpce`, and at what the host’s name leads to.',
  'works-at-home':
    'So where the call comes from decides. Look at the policy of the VPC endpoint, at conditions on `aws:SourceIp`, `aws:SourceVpc` and `aws:SourceVpce`, and at what the host’s name leads to.',
  'simulated-allowed':
    'So the identity-based policies allow it. The simulator doesn’t see VPC endpoint policies, session policies or policies of other accounts, and the real call can carry other condition values.',
  'works-when-small':
    'So the write itself is allowed. Look at what a multipart upload needs besides: with a KMS key, `kms:Decrypt` on that key.',
  'works-for-a-time':
    'So the permissions are there. Look at what ends: temporary credentials, a token or a session that is taken once and not renewed.',
  'works-in-another-account':
    'So what is deployed is right. Look at what only this account has: SCPs and RCPs of its organization, Regions that are off, settings of the service.',
  'works-without-option':
    'So the call itself is allowed. Look at what this option adds: a further permission, a header, a key or a setting.',
  'admins-refused-too':
    'So it isn’t the caller’s own policies. Look at SCPs and RCPs, at the resource’s own policy and key, and at whether a policy refuses this at all.',
  'root-user-calls':
    'So it isn’t the caller’s own policies. Look for a Deny in the resource’s own policy and, in a member account, in the SCPs.',
  'caller-allows-all':
    'So it isn’t the caller’s own policies. Look at SCPs and RCPs, a permissions boundary, a session policy, and the resource’s own policy and key.',
  'worked-before':
    'So it was set up, and something changed since. Look at what was replaced, edited or ended at that time: CloudTrail shows the changes of a policy, role, key or setting.',
  'region-enabled':
    'So the credentials decide: a token of the global STS endpoint isn’t valid in a Region that isn’t on by default. Take one from the Region’s own endpoint.',
  'same-region': 'So the Region isn’t the cause. Check the exact name, the account, and the permissions.',
  'same-account': 'So the account isn’t the cause. Check the exact name, the Region, and the permissions.',
  'is-management-account':
    'So it isn’t a member account that asks. Look at the caller’s own policies, and at the Region.',
  'in-management-account':
    'So it isn’t a member account that asks. Look at the caller’s own policies, and at the Region.',
  'thing-exists':
    'So it is there. Compare its account, Region and exact ARN with the call, and look at who may use it.',
  'works-in-another-region':
    'So the permissions and the form of the call are right. Look at what is only in this Region: the service, a Region condition, a key, an endpoint.',
  'works-when-done-again': 'So nothing needs to be changed: what was just created was not in effect yet.',
  'role-allows-all':
    'So the role’s own policies aren’t the cause. Look at its trust policy, a permissions boundary, SCPs, the resource’s own policy, and whether the service really uses this role.',
  'role-allows-these':
    'So the role’s own policies aren’t the cause. Look at whether the service really uses this role, its trust policy, a permissions boundary, SCPs, and the resource’s own policy and key.',
  'linked-role-exists': 'So it isn’t missing. Look at the KMS key, the resource’s policy and the SCPs.',
  'clock-right': 'So the clock is right. Compare the key, the secret and the session token with their source.',
  reachable: 'So the network isn’t the cause. Check the role that the task or instance works with.',
}
