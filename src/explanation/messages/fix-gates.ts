import type { PolicyOwner } from '../../iam/layers'
import { code, say, type Phrase } from '../../text/phrase'
import { OWNER_TEXT } from './fixes'

const ask = (owner: PolicyOwner): Phrase =>
  say`Ask first: ${OWNER_TEXT[owner].replace(/^A/, 'a').replace(/^T/, 't').replace(/^W/, 'w')} decides.`

/** Why a fix is left out, or stands behind the others. */
export const GATE_REASONS = {
  'aws-managed-policy': () =>
    say`AWS manages this policy, and nobody in the account can edit it. Add a policy of your own.`,
  'aws-managed-key': () =>
    say`KMS manages this key for a service, and nobody can edit its policy. Use a customer managed key.`,
  'service-linked-role': () => say`A service owns this role, and nobody in the account can change its permissions.`,
  'session-of-a-service': () => say`A service writes this session policy, and nobody in the account can edit it.`,
  'too-long': () => say`The policy would be longer than AWS accepts. Put the statement into another policy.`,
  'element-not-taken': () => say`Policies of this kind don’t take one of its elements.`,
  refused: () => say`AWS would refuse the policy with this change.`,
  'no-arn': () => say`Its ${code('Resource')} isn’t an ARN, and AWS would refuse it.`,
  'stays-denied': () => say`The request would still be denied by this layer.`,
  'removes-deny': () => say`It gives up everything that the Deny protects.`,
  'takes-service-out': () => say`It takes every action of the service out of the Deny, not only this one.`,
  'for-everyone': () => say`It lets in everyone.`,
  'any-service': () => say`It lets the role be handed to any service.`,
  'wider-than-request': () => say`It covers more than the request names.`,
  'loosens-deny': (owner) => say`It weakens a Deny that somebody put there on purpose. ${ask(owner)}`,
  'loosens-scp': (owner) => say`It loosens a guardrail of the organization. ${ask(owner)}`,
  'loosens-rcp': (owner) => say`It loosens a guardrail of the organization. ${ask(owner)}`,
  'loosens-boundary': (owner) => say`It loosens a permissions boundary, for everyone who has it. ${ask(owner)}`,
  'other-layer': () => say`It changes another layer than the one that denied.`,
} as const satisfies Readonly<Record<string, (owner: PolicyOwner) => Phrase>>

/** Why a fix fails a gate. */
export type GateReason = keyof typeof GATE_REASONS
