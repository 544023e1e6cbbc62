import type { DifferenceReason } from './simulation'
import type { SimulationNote } from './simulated-layers'
import type { LeftOut, NotSimulated } from './simulation-input'

/** What the simulator was not given, and why. */
export const LEFT_OUT_SENTENCES: Readonly<Record<LeftOut, string>> = {
  rcp: 'RCPs: the simulator does not evaluate them.',
  session: 'Session policies: the simulator takes none.',
  endpoint: 'The VPC endpoint policy: the simulator takes none.',
  trust: 'The role’s trust policy: the simulator ignores it for sts:AssumeRole.',
  'resource-star': 'The resource-based policy: the simulator takes one only where the request names a resource.',
  'resource-policy-star': 'The resource-based policy: the simulator refuses statements whose Resource is "*".',
  'scp-level-empty': 'The SCP levels: one of them has no policy, which the simulator does not accept.',
  'scp-levels-many': 'The SCP levels: the simulator takes at most seven.',
  'scp-in-principal-mode': 'The SCPs in the editors: for an attached principal AWS uses the organization’s own.',
  characters: 'A policy with characters beyond U+00FF, which IAM does not accept.',
  'unknown-keys': 'Context keys whose value is unknown: the simulator takes them as absent.',
}

/** Why a case cannot be simulated. */
export const NOT_SIMULATED_SENTENCES: Readonly<Record<NotSimulated, string>> = {
  'principal-kind':
    'The simulator accepts users, roles and role sessions. It can’t simulate root users, federated users, services and anonymous callers.',
  'action-form': 'The simulator takes one action such as s3:GetObject, without wildcards.',
}

/** Why the simulator and our evaluation differ. */
export const DIFFERENCE_SENTENCES: Readonly<Record<DifferenceReason, string>> = {
  ...LEFT_OUT_SENTENCES,
  depends: 'Our answer depends on unknown facts. The simulator treats unknown keys as absent.',
  'scps-elsewhere':
    'The organization’s SCPs don’t allow it (AllowedByOrganizations is false), but the pasted ones don’t deny it. Fetch the attached SCPs.',
  'boundary-elsewhere':
    'The permissions boundary in AWS does not allow it (AllowedByPermissionsBoundary is false), and the one in the editors, if any, does not deny it: import it.',
  'statement-elsewhere': 'A statement denies that stands in no policy of the editors: import the attached policies.',
  'account-principal-grants':
    'The resource-based policy names the account. The simulator treats that as a grant, but real requests also need an identity-based Allow.',
  'role-resource-policy':
    'A resource-based policy grants here. How the simulator treats one for roles and boundaries differs from real requests.',
  'attached-policies-differ': 'The policies attached in AWS may differ from those in the editors.',
  'values-do-not-parse':
    'A condition compares text that is no number, date or address. Real requests take it as unequal, the simulator takes such a condition as not met, also where it is negated.',
  'wrong-resource-type':
    'No statement is reported as matching. The simulator answers so when the resource is of a type that the action does not take.',
}

/** What is known to be wrong or silent in the simulator. */
export const NOTE_SENTENCES: Readonly<Record<SimulationNote, string>> = {
  // https://github.com/aws/aws-cli/issues/10314
  'trust-ignored':
    'The simulator ignores trust policies for sts:AssumeRole and its variants (a known fault, open in 2026). Its answer covers only the caller’s side.',
  'scps-not-told':
    'Where SCPs deny, the simulator names neither the statement nor the keys that were missing: a key that an SCP tests and that was not sent can be the cause.',
}
