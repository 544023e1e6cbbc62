import type { ShownFactId } from '../shown-facts'

/** What each fact that a text shows is called, with its words there. */
export const SHOWN_MESSAGES: Readonly<Record<ShownFactId, string>> = {
  'caller-allows-all': 'By your text, the caller’s policies allow everything: {text}.',
  'caller-allows-service': 'By your text, the caller’s policies allow all of this service: {text}.',
  'caller-named-admin': 'The caller has the name of a role that AWS gives `AdministratorAccess`: {text}.',
  'works-as-admin': 'By your text, it works with more permissions: {text}.',
  'works-for-another': 'By your text, it works for another caller: {text}.',
  'works-at-home': 'By your text, it works from elsewhere: {text}.',
  'ran-at-home': 'By your text, the call doesn’t come out of a VPC: {text}.',
  'object-exists': 'Your text shows that the object exists: {text}.',
  'thing-exists': 'Your text shows that it exists: {text}.',
  'no-kms-key': 'By your text, no KMS key encrypts it: {text}.',
  'no-scps': 'By your text, no SCPs apply: {text}.',
  'no-rcps': 'By your text, no RCPs apply: {text}.',
  'in-management-account': 'SCPs don’t apply to the management account: {text}.',
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
