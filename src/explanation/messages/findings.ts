import { namesOfTrait } from '../../facts/keys/condition-keys'
import { code, codes, say, sentence, type Phrase } from '../../text/phrase'
import type { Unread } from './unread'
import { LAYER_PHRASES } from './layers'
import { LAYERS_LEFT } from './layers-left'
import type { Layer } from '../../iam/layers'

interface Policy {
  /** The policy with its level and statement, in words. */
  readonly who: Phrase
}

interface Value extends Policy {
  readonly written: string
}

interface Wanted extends Policy {
  readonly key: string
  /** What the condition asks for, as a clause. */
  readonly wants: Phrase
}

interface ArnPart extends Value {
  readonly wrote: string
  readonly asked: string
}

const suggestions = (names: readonly string[]): Phrase =>
  names.length === 0 ? [] : say` Did you mean ${codes(names, 'or')}?`

/** The sentence of each finding, in the order in which they are read. */
export const FINDING_MESSAGES = {
  // What a Deny does.
  'deny-negated-key-absent': ({ who, key, wants }: Wanted) =>
    say`${who} applies when ${wants}. This request carries no ${code(key)}, and a negated test is true for an absent key.`,
  'deny-if-exists-key-absent': ({ who, key, wants }: Wanted) =>
    say`${who} applies when ${wants}. This request carries no ${code(key)}, and ${code('IfExists')} makes the test true for an absent key.`,
  'deny-without-mfa': ({ who }: Policy) =>
    say`${who} denies requests without MFA. Long-term access keys never carry MFA: first get a session with ${code('aws sts get-session-token')} and the MFA device’s code.`,
  'explicit-deny': ({ who, layer, fact }: Policy & { readonly layer: Layer; readonly fact: Phrase }) =>
    say`${who}, ${LAYER_PHRASES[layer].one}, ${fact}.`,
  'deny-not-action': ({
    who,
    except,
    action,
  }: Policy & { readonly except: readonly string[]; readonly action: string }) =>
    say`${who} is a Deny with ${code('NotAction')}: it denies every action except ${codes(except)}, so it denies ${code(action)}.`,
  'deny-not-resource': ({
    who,
    except,
    resource,
  }: Policy & { readonly except: readonly string[]; readonly resource: string }) =>
    say`${who} is a Deny with ${code('NotResource')}: it denies everything except ${codes(except)}, so it denies ${code(resource)}.`,
  'deny-not-principal': ({ who }: Policy) =>
    say`${who} is a Deny with ${code('NotPrincipal')}: it denies everyone who isn’t listed. To exempt a role, list its ARN and its account’s ARN. A principal with a permissions boundary is always denied.`,

  // The organization.
  'scp-level-without-full-access': ({
    level,
    allowed,
  }: {
    readonly level: Phrase
    readonly allowed: readonly string[]
  }) =>
    allowed.length === 0
      ? say`The SCPs${level} contain no Allow. A level without ${code('FullAWSAccess')} or another Allow allows nothing, and every level must allow the request.`
      : say`The SCPs${level} allow only ${codes(allowed)}. A level without ${code('FullAWSAccess')} allows only what its policies name, and every level must allow the request.`,
  'ceiling-over-administrator': ({ layer, who }: Policy & { readonly layer: Layer }) =>
    say`${who} allows everything, but ${LAYER_PHRASES[layer].all} ${LAYER_PHRASES[layer].areOne ? 'limits' : 'limit'} every identity-based policy, even an administrator’s.`,
  'service-linked-role': ({ role }: { readonly role: string }) =>
    say`${code(role)} is a service-linked role. SCPs and RCPs don’t apply to it, and only its service can change its policies.`,
  'create-service-linked-role': ({ service }: { readonly service: string | null }) =>
    service === null
      ? say`The call creates a service-linked role, which needs ${code('iam:CreateServiceLinkedRole')} the first time a service is used.`
      : say`The call creates the service-linked role of ${code(service)}, which needs ${code('iam:CreateServiceLinkedRole')} the first time the service is used.`,

  // Boundary, session, endpoint.
  'boundary-is-no-grant': ({ action }: { readonly action: string }) =>
    say`The permissions boundary allows ${code(action)}, but a boundary only limits. An identity-based policy must allow the action too.`,
  'session-policy-limits': ({ action }: { readonly action: string }) =>
    say`The role’s policies allow ${code(action)}, but the session’s policy doesn’t. A session may do only what both allow.`,
  'federation-token-without-session-policy': (_: object) =>
    say`A ${code('GetFederationToken')} session without a session policy has no permissions, whatever its user may do.`,
  'cognito-implied-session-policy': ({ action }: { readonly action: string }) =>
    say`In the enhanced flow, Cognito limits guest credentials with its own session policy, which covers only a few services. Check whether it covers ${code(action)}.`,
  'endpoint-policy-limits': ({ endpoint }: { readonly endpoint: string | null }) =>
    endpoint === null
      ? say`The request went through a VPC endpoint. The endpoint’s policy limits it, whatever the other policies allow.`
      : say`The request went through the VPC endpoint ${code(endpoint)}. The endpoint’s policy limits it, whatever the other policies allow.`,

  // Across accounts, trust, keys.
  'trust-without-caller': ({
    who,
    names,
    caller,
  }: Policy & { readonly names: readonly string[]; readonly caller: string }) =>
    say`${who} trusts ${codes(names)}, but the caller is ${code(caller)}. A trust policy must name the caller or the caller’s account.`,
  'trust-external-id-wrong': ({
    who,
    wanted,
    got,
  }: Policy & { readonly wanted: readonly string[]; readonly got: string }) =>
    say`${who} requires the external ID ${codes(wanted, 'or')}, but the call passed ${code(got)}.`,
  'trust-external-id-absent': ({ who, wanted }: Policy & { readonly wanted: readonly string[] }) =>
    say`${who} requires the external ID ${codes(wanted, 'or')}, but the call passed none. Add ${code('--external-id')}.`,
  'trust-deleted-principal': ({ who, id }: Policy & { readonly id: string }) =>
    say`${who} names ${code(id)}, the unique ID of a deleted user or role. A new one with the same name has another ID: put its ARN in the policy again.`,
  'caller-without-assume-role': ({ action, role }: { readonly action: string; readonly role: string }) =>
    say`The role trusts the caller’s whole account. An identity-based policy of the caller must also allow ${code(action)} on ${code(role)}.`,
  'oidc-subject-differs': ({
    who,
    wanted,
    got,
  }: Policy & { readonly wanted: readonly string[]; readonly got: string | null }) =>
    got === null
      ? say`${who} requires a token with the subject ${codes(wanted, 'or')}. The token’s subject is unknown.`
      : say`${who} requires a token with the subject ${codes(wanted, 'or')}, but the token’s subject is ${code(got)}. Compare the organization, repository, branch and environment letter by letter.`,
  'oidc-audience-differs': ({
    who,
    wanted,
    got,
  }: Policy & { readonly wanted: readonly string[]; readonly got: string | null }) =>
    got === null
      ? say`${who} requires a token for the audience ${codes(wanted, 'or')}. The token’s audience is unknown.`
      : say`${who} requires a token for the audience ${codes(wanted, 'or')}, but the token is for ${code(got)}.`,
  'cross-account-caller-side-missing': ({ action, account }: { readonly action: string; readonly account: string }) =>
    say`The resource’s account allows ${code(action)}, but across accounts, the caller’s account must allow it too. Add it to an identity-based policy in account ${code(account)}.`,
  'cross-account-resource-side-missing': ({
    action,
    account,
    side,
  }: {
    readonly action: string
    readonly account: string
    readonly side: Layer
  }) =>
    say`The caller’s account allows ${code(action)}, but the resource belongs to account ${code(account)}. That account must allow this caller too, in ${LAYER_PHRASES[side].one}.`,
  's3-denied-because-of-kms': ({ action, operation }: { readonly action: string; readonly operation: string | null }) =>
    operation === null
      ? say`The object is encrypted with a KMS key. S3 calls KMS as the caller, so the caller also needs ${code(action)} on the key.`
      : say`${code(operation)} failed on the KMS key, not on the bucket. S3 calls KMS as the caller, so the caller also needs ${code(action)} on the key.`,
  'key-policy-without-account': ({ account }: { readonly account: string }) =>
    say`The key policy has no statement for ${code(`arn:aws:iam::${account}:root`)}, so identity-based policies have no effect on this key. The key policy itself must allow the caller or the account.`,
  's3-block-public-access': (_: object) =>
    say`The bucket policy allows everyone. S3 Block Public Access (${code('RestrictPublicBuckets')}) then admits only AWS services and principals of the bucket’s account.`,
  'service-principal-source': ({ who, key, wants, got }: Wanted & { readonly got: Phrase }) =>
    say`${who} allows the service only when ${wants}; ${got}. ${code(key)} tells for which resource or account the service acts.`,

  'denied-in-any-case': ({ layer, keys }: { readonly layer: Layer; readonly keys: Phrase }) =>
    say`${sentence([{ text: LAYER_PHRASES[layer].all }])} ${LAYER_PHRASES[layer].areOne ? 'denies' : 'deny'} in any case: no value of ${keys} would allow the request.`,
  'refused-whatever-policies-say': ({ why }: { readonly why: Phrase }) =>
    say`No policy can allow this request: ${why}.`,
  'policy-not-readable': ({ layer, where, what }: Unread & { readonly layer: Layer }) =>
    say`${sentence(what)}. Until this is corrected, ${LAYER_PHRASES[layer].all}${where} can’t be evaluated.`,
  'nothing-attached': ({
    layer,
    level,
    action,
  }: {
    readonly layer: Layer
    readonly level: Phrase
    readonly action: string
  }) => say`${sentence([{ text: LAYER_PHRASES[layer].no }])} is attached${level}, and one must allow ${code(action)}.`,
  'no-allow-statement': ({ layer }: { readonly layer: Layer }) =>
    say`No statement of ${LAYER_PHRASES[layer].all} is an Allow, and a Deny grants nothing.`,

  // What an Allow does not reach: the action.
  'request-action-unknown': ({
    action,
    suggested,
  }: {
    readonly action: string
    readonly suggested: readonly string[]
  }) =>
    say`The request asks for ${code(action)}, which AWS’s service authorization reference doesn’t list. It may be misspelled, new or retired.${suggestions(suggested)}`,
  'action-misspelled': ({ who, written, suggested }: Value & { readonly suggested: readonly string[] }) =>
    say`${who} names ${code(written)}, which isn’t an AWS action.${suggestions(suggested)}`,
  'action-named-after-operation': ({ who, written, action }: Value & { readonly action: string }) =>
    say`${who} names ${code(written)}, which is an API operation, not an action. Its permission is ${code(action)}.`,
  'action-nearly-the-same': ({ who, written, action }: Value & { readonly action: string }) =>
    say`${who} names ${code(written)}, but this request needs ${code(action)}, which is a different action.`,
  'action-wildcard-does-not-reach': ({
    who,
    patterns,
    action,
  }: Policy & { readonly patterns: readonly string[]; readonly action: string }) =>
    say`${who} names ${codes(patterns)}, which ${patterns.length === 1 ? 'doesn’t' : 'don’t'} cover ${code(action)}.`,
  'allow-not-action': ({
    who,
    except,
    action,
  }: Policy & { readonly except: readonly string[]; readonly action: string }) =>
    say`${who} allows every action except ${codes(except)}, which excludes ${code(action)}.`,
  'allow-not-resource': ({
    who,
    except,
    resource,
  }: Policy & { readonly except: readonly string[]; readonly resource: string }) =>
    say`${who} allows everything except ${codes(except)}, which excludes ${code(resource)}.`,
  'principal-names-other-session': ({ who, written, role }: Value & { readonly role: string }) =>
    say`${who} names ${code(written)}, exactly one session of the role, but this is another session. To allow every session, name the role: ${code(role)}.`,
  'missing-action': ({
    action,
    layer,
    others,
  }: {
    readonly action: string
    readonly layer: Layer
    readonly others: readonly string[]
  }) =>
    others.length === 0
      ? say`${LAYER_PHRASES[layer].areOne ? 'Nothing in' : 'None of'} ${LAYER_PHRASES[layer].all} names ${code(action)}.`
      : say`${LAYER_PHRASES[layer].areOne ? 'Nothing in' : 'None of'} ${LAYER_PHRASES[layer].all} names ${code(action)}; of the same service ${LAYER_PHRASES[layer].areOne ? 'it allows' : 'they allow'} ${codes(others)}.`,

  // What an Allow does not reach: the resource.
  'bucket-arn-for-object-action': ({ who, written, action }: Value & { readonly action: string }) =>
    say`${who} names ${code(written)}, the bucket itself. This request is for an object in it: ${code(action)} needs ${code(`${written}/*`)}.`,
  'object-arn-for-bucket-action': ({
    who,
    written,
    action,
    bucket,
  }: Value & { readonly action: string; readonly bucket: string }) =>
    say`${who} names ${code(written)}, the objects in the bucket. This request is for the bucket itself: ${code(action)} needs ${code(bucket)}.`,
  'resource-for-action-without-resources': ({ who, action }: Policy & { readonly action: string }) =>
    say`${who} names a resource, but ${code(action)} takes none. Only ${code('"Resource": "*"')} covers it.`,
  'arn-other-account': ({ who, wrote, asked }: ArnPart) =>
    say`${who} names a resource in account ${code(wrote)}, but this one is in account ${code(asked)}.`,
  'arn-other-region': ({ who, wrote, asked }: ArnPart) =>
    say`${who} names a resource in ${code(wrote)}, but this one is in ${code(asked)}.`,
  'arn-other-partition': ({ who, wrote, asked }: ArnPart) =>
    say`${who} names a resource in the partition ${code(wrote)}, but this one is in ${code(asked)}.`,
  'arn-empty-field': ({
    who,
    written,
    field,
    isEmpty,
  }: Value & { readonly field: string; readonly isEmpty: boolean }) =>
    say`${who} names ${code(written)}, whose ${field} field never matches. In this resource’s ARN, that field is ${isEmpty ? 'filled' : 'empty'}.`,
  'arn-other-path': ({ who, written, resource }: Value & { readonly resource: string }) =>
    say`${who} names ${code(written)}, but this request is for ${code(resource)}. The path is part of the ARN.`,
  'arn-other-case': ({ who, written, resource }: Value & { readonly resource: string }) =>
    say`${who} names ${code(written)}, which differs from ${code(resource)} only in case. ARNs are case-sensitive.`,
  'resource-wildcard-does-not-reach': ({ who, written, resource }: Value & { readonly resource: string }) =>
    say`${who} names ${code(written)}, whose wildcard doesn’t match ${code(resource)}.`,
  'question-mark-is-one-character': ({ who, written, resource }: Value & { readonly resource: string }) =>
    say`${who} names ${code(written)}. Each ${code('?')} matches exactly one character, so it doesn’t match ${code(resource)}.`,
  'resource-below': ({ who, written, resource }: Value & { readonly resource: string }) =>
    say`${who} names ${code(written)}, but this request is for ${code(resource)} below it. That needs a ${code('*')} at the end.`,

  'resource-not-named': ({
    who,
    names,
    resource,
  }: Policy & { readonly names: readonly string[]; readonly resource: string }) =>
    say`${who} names ${codes(names)}, but this request ${resource === '*' ? 'names no resource' : say`is for ${code(resource)}`}.`,
  'principal-not-named': ({
    who,
    names,
    caller,
  }: Policy & { readonly names: readonly string[]; readonly caller: string }) =>
    say`${who} names ${codes(names)}, not ${code(caller)}.`,

  // What an Allow does not reach: the conditions.
  'condition-key-never-here': ({ who, key, action }: Policy & { readonly key: string; readonly action: string }) =>
    say`${who} tests ${code(key)}, which no ${code(action)} request on this resource carries. Allow this resource in a separate statement without that test.`,
  'mfa-absent': ({ who }: Policy) =>
    say`${who} requires MFA, but this request carries no ${code('aws:MultiFactorAuthPresent')}. Requests with long-term access keys never do. First get a session with ${code('aws sts get-session-token')} and the MFA device’s code.`,
  'mfa-not-used': ({ who }: Policy) => say`${who} requires MFA, but this session was created without it.`,
  'source-ip-through-endpoint': ({ who }: Policy) =>
    say`${who} tests ${code('aws:SourceIp')}, which a request through a VPC endpoint doesn’t carry. Test ${codes(namesOfTrait('notForwarded'), 'or')} instead.`,
  'vpc-key-outside-endpoint': ({ who, key }: Policy & { readonly key: string }) =>
    say`${who} tests ${code(key)}, which only requests through a VPC endpoint carry. This one didn’t come through an endpoint.`,
  'principal-tag-not-set': ({ who, tag, principal }: Policy & { readonly tag: string; readonly principal: string }) =>
    say`${who} tests the tag ${code(tag)} of the principal, but neither ${code(principal)} nor its session has that tag.`,
  'resource-tag-not-set': ({ who, tag, resource }: Policy & { readonly tag: string; readonly resource: string }) =>
    say`${who} tests the tag ${code(tag)} of the resource, but ${code(resource)} doesn’t have that tag, or the service doesn’t send it for this action.`,
  'request-tag-not-set': ({ who, tag }: Policy & { readonly tag: string }) =>
    say`${who} requires the request to set the tag ${code(tag)}, but it doesn’t.`,
  'username-of-role': ({ who }: Policy) =>
    say`${who} uses ${code('aws:username')}, which only IAM users have. A role session doesn’t carry it: use ${code('aws:userid')}, ${code('aws:PrincipalTag')} or ${code('aws:PrincipalArn')}.`,
  'variable-without-value': ({ who, written }: Value) =>
    say`${who} contains ${code(written)}, whose variable has no value in this request, so it covers nothing.`,
  'source-key-for-caller': ({ who, key }: Policy & { readonly key: string }) =>
    say`${who} tests ${code(key)}, which only calls by AWS services carry. For a user or role, test ${code('aws:PrincipalArn')} or ${code('aws:PrincipalAccount')}.`,
  'session-arn-in-principal-arn': ({ who, written }: Value) =>
    say`${who} compares ${code('aws:PrincipalArn')} with ${code(written)}. For a session, this key contains the role’s ARN, never the session’s.`,
  'wildcard-in-exact-operator': ({ who, written, operator }: Value & { readonly operator: string }) =>
    say`${who} compares with ${code(written)} under ${code(operator)}, which treats ${code('*')} and ${code('?')} as plain characters. Wildcards need ${code('StringLike')}.`,
  'condition-value-differs-in-case': ({ who, written, got }: Value & { readonly got: string }) =>
    say`${who} compares with ${code(written)}, but the request has ${code(got)}. Values are case-sensitive unless the operator ends in ${code('IgnoreCase')}.`,
  'variables-in-old-version': ({ who, written }: Value) =>
    say`${who} contains ${code(written)}, but policy variables work only with ${code('"Version": "2012-10-17"')}. Here it is plain text.`,
  'for-all-values-true-for-nothing': ({ who, key }: Policy & { readonly key: string }) =>
    say`${who} tests ${code(key)} with ${code('ForAllValues')}, which is also true when the request carries no value at all.`,
  'condition-key-absent': ({ who, key, wants }: Wanted) =>
    say`${who} applies only when ${wants}, but this request carries no ${code(key)}.`,
  'condition-not-met': ({ who, wants, got }: Wanted & { readonly got: Phrase }) =>
    say`${who} applies only when ${wants}; ${got}.`,

  // What is open, and what else the call needs.
  'hangs-on-key': ({ key }: { readonly key: string }) =>
    say`The answer depends on ${code(key)}, whose value in this request is unknown.`,
  'hangs-on-layers': LAYERS_LEFT,
  'call-needs-more-actions': ({ action, more }: { readonly action: string; readonly more: readonly string[] }) =>
    say`${code(action)} may not be enough. Depending on how you make the call, it also needs ${codes(more, 'and', 6)}.`,
} as const

/** The code of a finding. */
export type FindingCode = keyof typeof FINDING_MESSAGES

/** What the sentence of a finding needs. */
export type FindingFacts<Code extends FindingCode> = Parameters<(typeof FINDING_MESSAGES)[Code]>[0]
