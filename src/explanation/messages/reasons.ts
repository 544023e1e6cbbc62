import type { ReasonCode } from '../../evaluation/reason-codes'
import { code, codes, say, type Phrase } from '../../text/phrase'

/** What the clause of a reason may speak of. */
export interface ReasonFacts {
  /** The value as the policy writes it; empty for elements and layers. */
  readonly written: string
  /** What the request asks: its action, resource or principal. */
  readonly asked: string
  /** Condition key and operator, as the policy spells them. */
  readonly key: string
  readonly operator: string
  /** What the request carries under the key. */
  readonly actual: readonly string[]
  readonly action: string
}

type Clause = (facts: ReasonFacts) => Phrase

/** A variable in a value of the policy, which is named where it is the only one. */
const variableIn = (written: string): Phrase =>
  written === '' ? say`a policy variable in it` : say`a variable in ${code(written)}`

/** What the request asks for; where it does not say, that it is so whatever it is. */
const askedWords = (asked: string): Phrase =>
  asked === '' ? say`something the request doesn’t name` : say`${code(asked)}`

/** Each reason of an evaluation as a clause that can stand after a colon. */
export const REASON_MESSAGES: Readonly<Record<ReasonCode, Clause>> = {
  matches: ({ written, asked }) =>
    written === '' ? say`it matches` : say`${code(written)} covers ${askedWords(asked)}`,
  'no-value-matches': ({ asked }) => say`no listed value covers ${askedWords(asked)}`,
  'other-service': ({ written }) => say`${code(written)} belongs to another service`,
  'action-differs': ({ written, asked }) => say`${code(written)} is a different action from ${askedWords(asked)}`,
  'action-without-service': ({ written }) => say`${code(written)} has no service prefix, which every action needs`,
  'not-element-excludes': ({ asked }) => say`it excludes ${askedWords(asked)}`,
  'not-element-includes': ({ asked }) => say`it doesn’t exclude ${askedWords(asked)}`,
  'not-element-unknown': ({ asked }) => say`it is unknown whether it excludes ${askedWords(asked)}`,
  'value-unknown': ({ asked }) => say`it is unknown whether a listed value covers ${askedWords(asked)}`,
  // The policy or the request can lack it: a part of a name, or all of what is asked.
  'hole-unknown': ({ written, asked, key }) => {
    const value = written === '' ? 'this' : code(written)
    if (key !== '') return say`part of a value is missing, so it can’t be compared`
    return asked === ''
      ? say`the request doesn’t show it, so ${value} may or may not cover it`
      : say`part of a name is missing, so ${value} may or may not cover ${askedWords(asked)}`
  },
  'element-missing': () => say`the statement doesn’t have this element and doesn’t need it`,

  'resource-differs': ({ written }) => say`${code(written)} is a different resource`,
  'case-differs': ({ written, asked }) =>
    say`${code(written)} differs from ${code(asked)} only in case, and ARNs are case-sensitive`,
  'bucket-not-object': ({ written, asked }) =>
    say`${code(written)} is the bucket itself, and ${askedWords(asked)} is an object in it`,
  'object-not-bucket': ({ written, asked }) =>
    say`${code(written)} covers objects, and ${askedWords(asked)} is the bucket itself`,
  'arn-service-differs': ({ written }) => say`${code(written)} is an ARN of another service`,
  'arn-region-differs': ({ written }) => say`${code(written)} is in another Region`,
  'arn-account-differs': ({ written }) => say`${code(written)} is in another account`,
  'arn-partition-differs': ({ written }) => say`${code(written)} is in another partition`,
  'arn-type-differs': ({ written }) => say`${code(written)} is a resource of another type`,
  'wildcard-does-not-reach': ({ written, asked }) =>
    say`the wildcard in ${code(written)} doesn’t match ${askedWords(asked)}`,
  'arn-incomplete': ({ written }) =>
    say`${code(written)} is incomplete, and AWS completes ARNs only in identity-based policies`,
  'not-an-arn': ({ written }) => say`${code(written)} is neither an ARN nor ${code('*')}`,
  'request-names-no-resource': () => say`the request names no resource, so only ${code('*')} covers it`,
  'question-mark-one-character': ({ written }) =>
    say`each ${code('?')} in ${code(written)} matches exactly one character`,

  'variable-without-value': ({ written }) => say`${variableIn(written)} has no value in this request`,
  'variable-unknown': ({ written }) => say`the value of ${variableIn(written)} is unknown`,
  'variable-multivalued': ({ written }) =>
    say`${variableIn(written)} is a multivalued key, which can’t be used as a variable`,
  'variable-malformed': ({ written }) => say`${variableIn(written)} is malformed`,
  'variable-before-fifth-colon': ({ written }) =>
    say`a variable works only in the last part of an ARN, not where ${code(written)} has it`,
  'variables-need-version-2012': ({ written }) =>
    say`${code(written)} is plain text: variables need ${code('"Version": "2012-10-17"')}`,

  'everyone-named': () => say`it names everyone`,
  'account-named': ({ written }) =>
    say`${code(written)} names the account, so that account’s identity-based policies decide`,
  'user-named': ({ written }) => say`${code(written)} names this user`,
  'role-named': ({ written }) => say`${code(written)} names the role of this session`,
  'session-named': ({ written }) => say`${code(written)} names exactly this session`,
  'federated-user-named': ({ written }) => say`${code(written)} names this federated-user session`,
  'issuing-user-named': ({ written }) => say`${code(written)} names the user who created this session`,
  'unique-id-named': ({ written }) => say`${code(written)} is the caller’s unique ID`,
  'service-named': ({ written }) => say`${code(written)} names this service`,
  'identity-provider-named': ({ written }) => say`${code(written)} names this identity provider`,
  'canonical-user-named': () => say`it names the caller’s canonical user ID`,
  'other-account': ({ written }) => say`${code(written)} isn’t in the caller’s account`,
  'other-user': ({ written }) => say`${code(written)} is another user`,
  'other-role': ({ written }) => say`${code(written)} is another role`,
  'other-session': ({ written }) => say`${code(written)} is another session of the role`,
  'other-service-principal': ({ written }) => say`${code(written)} is another service`,
  'other-principal': ({ written }) => say`${code(written)} is another principal`,
  'other-partition': ({ written }) => say`${code(written)} is in another partition`,
  'role-path-differs': ({ written }) => say`${code(written)} has the same name but a different path`,
  'role-path-unknown': ({ written }) =>
    say`${code(written)} has this role’s name with a path, and the session’s ARN doesn’t show the path`,
  'session-is-of-other-role': ({ written }) => say`${code(written)} is a session of another role`,
  'account-is-root-only': ({ written }) =>
    say`for a gateway endpoint, ${code(written)} means only the account’s root user`,
  'group-is-no-principal': ({ written }) => say`${code(written)} is a group, and a group can’t be a principal`,
  'principal-wildcard': ({ written }) =>
    say`${code(written)} contains a wildcard, which never matches part of a principal`,
  'principal-unreadable': ({ written }) => say`${code(written)} names no principal`,
  'unique-id-differs': ({ written }) =>
    say`${code(written)} is the unique ID of another user or role, perhaps a deleted one`,
  'unique-id-unknown': ({ written }) => say`it is unknown whether ${code(written)} is the caller’s unique ID`,
  'canonical-user-unknown': () => say`it is unknown whose canonical user ID it names`,
  'canonical-user-differs': () => say`it names another canonical user ID`,
  'listed-as-container': ({ written }) =>
    say`${code(written)} is listed only because it contains another listed principal, and exempts no one else`,
  'not-principal-boundary': () =>
    say`a Deny with ${code('NotPrincipal')} always applies to a principal with a permissions boundary`,
  'not-principal-boundary-unknown': () =>
    say`a Deny with ${code('NotPrincipal')} applies to a principal with a permissions boundary, and it is unknown whether this one has one`,

  'key-absent': ({ key }) => say`the request doesn’t carry ${code(key)}`,
  'key-absent-negated': ({ key }) => say`the request doesn’t carry ${code(key)}, and a negated test is then true`,
  'key-absent-if-exists': ({ key }) =>
    say`the request doesn’t carry ${code(key)}, and ${code('IfExists')} is then true`,
  'key-absent-for-all-values': ({ key }) =>
    say`the request doesn’t carry ${code(key)}, and ${code('ForAllValues')} is then true`,
  'key-absent-for-any-value': ({ key }) =>
    say`the request doesn’t carry ${code(key)}, and ${code('ForAnyValue')} is then false`,
  'key-unknown': ({ key }) => say`the request’s value for ${code(key)} is unknown`,
  'value-matches': ({ written, actual }) =>
    written === '' ? say`the request has ${codes(actual)}` : say`${code(written)} matches ${codes(actual)}`,
  'value-differs': ({ actual, key }) => say`the request’s ${code(key)} is ${codes(actual)}`,
  'negated-value-listed': ({ actual }) => say`the request has ${codes(actual)}, which is a listed value`,
  'negated-value-not-listed': ({ actual }) => say`the request has ${codes(actual)}, which isn’t a listed value`,
  'all-values-match': ({ actual }) => say`every value in the request matches: ${codes(actual)}`,
  'some-value-fails': ({ actual }) => say`not every value in the request matches: ${codes(actual)}`,
  'some-value-matches': ({ actual }) => say`a value in the request matches: ${codes(actual)}`,
  'every-value-fails': ({ actual }) => say`no value in the request matches: ${codes(actual)}`,
  'multivalued-without-set-operator': ({ key }) =>
    say`${code(key)} is multivalued, and a test without ${code('ForAllValues')} or ${code('ForAnyValue')} never matches it`,
  'null-key-absent': ({ key }) => say`the request doesn’t carry ${code(key)}`,
  'null-key-present': ({ key }) => say`the request carries ${code(key)}`,
  'request-value-not-ip': ({ actual }) => say`${codes(actual)} isn’t an IP address, so the test fails either way`,
  'request-value-not-arn': ({ actual }) => say`${codes(actual)} isn’t an ARN, so the test fails either way`,
  'literal-not-arn': () => say`a value in the policy isn’t an ARN, so the statement grants nothing`,
  'same-key-twice': ({ key }) =>
    say`the request has two keys that differ from ${code(key)} only in case, and AWS doesn’t define which one is used`,
  'no-values': ({ operator }) => say`${code(operator)} lists no values`,
  differs: ({ written, actual }) => say`${code(written)} differs from ${codes(actual)}`,
  'wildcard-is-literal': ({ written, operator }) =>
    say`${code(operator)} treats ${code('*')} and ${code('?')} in ${code(written)} as plain characters`,
  'literal-malformed': ({ written, operator }) => say`${code(operator)} can’t read ${code(written)}`,
  'request-value-malformed': ({ actual, operator }) => say`${code(operator)} can’t read ${codes(actual)}`,
  'other-address-family': ({ written, actual }) =>
    say`IPv4 and IPv6 never match each other: ${codes(actual)} and ${code(written)}`,
  'host-bits-set': ({ written }) => say`${code(written)} is an IPv6 range with host bits set, which matches nothing`,
  'outside-range': ({ written, actual }) => say`${codes(actual)} is outside ${code(written)}`,

  'layer-allows': () => say`a statement allows the request`,
  'layer-denies': () => say`a statement denies the request`,
  'layer-no-allow': () => say`no statement allows the request`,
  'layer-depends': () => say`it depends on something unknown`,
  'layer-not-given': () => say`you haven’t pasted what is attached`,
  'layer-of-another-service': () => say`the pasted policy belongs to another kind of resource`,
  'layer-none': () => say`nothing is attached`,
  'layer-unreadable': () => say`a policy can’t be read, so it allows nothing and may deny`,
  'level-empty': () => say`no policy is attached at this level`,
  'resource-policy-required': () => say`this kind of resource needs an Allow in its own policy, which is missing`,
  'session-policy-required': () => say`a federated-user session without a session policy has no permissions`,
  'rcp-implied-allow': () =>
    say`${code('RCPFullAWSAccess')} is attached everywhere and allows everything that no RCP denies`,
  'not-subject-management-account': () => say`organization policies don’t apply to the management account`,
  'not-subject-service-linked-role': () => say`organization policies don’t apply to service-linked roles`,
  'maybe-service-linked-role': () =>
    say`organization policies don’t apply to service-linked roles, and the caller may be one`,
  'maybe-exempt': () => say`it may not apply here: that depends on a value that isn’t known`,
  'not-subject-no-account': () => say`the caller isn’t in an account of an organization`,
  'not-subject-aws-managed-key': () => say`RCPs don’t apply to AWS managed keys`,
  'not-subject-action': ({ action }) => say`RCPs don’t apply to ${code(action)}`,
  'service-without-rcp': () => say`RCPs don’t apply to this service`,
  'principal-has-no-identity-policies': () => say`this kind of principal has no identity-based policies`,
  'principal-has-no-boundary': () => say`this kind of principal has no permissions boundary`,
  'principal-has-no-session-policy': () => say`this kind of principal has no session policy`,
  'no-resource-policy-for-action': ({ action }) => say`only identity-based policies decide on ${code(action)}`,
  'no-permission-needed': ({ action }) => say`${code(action)} needs no permission, and no policy affects it`,
  'owner-root-controls-bucket-policy': () =>
    say`the root user of the bucket’s account always controls the bucket policy`,
  'cross-partition': () => say`no policy can give access from one partition to another`,
  'kms-cross-account-operation': ({ action }) => say`KMS doesn’t support ${code(action)} across accounts`,
  'aws-managed-key-cross-account': () =>
    say`AWS manages this key, no one can change its policy, and it works only in its own account; across accounts, use a customer managed key`,
  'sqs-cross-account-operation': ({ action }) => say`SQS doesn’t support ${code(action)} across accounts`,
  'dynamodb-cross-account-operation': ({ action }) => say`DynamoDB doesn’t support ${code(action)} across accounts`,
  's3-cross-account-operation': ({ action }) =>
    say`S3 accepts ${code(action)} only from identities in the bucket’s own account`,
  'caller-cannot-assume-role': ({ action }) => say`this kind of caller cannot call ${code(action)}`,
  'kms-grant': () => say`a grant on the key allows the operation`,
  'public-access-blocked': () =>
    say`S3 Block Public Access blocks callers from other accounts, because the bucket policy is public`,
  'object-owner-differs': () =>
    say`the object belongs to another account, so this bucket policy can’t give access to it`,
  'root-cannot-assume-role': () => say`a root user can’t assume a role or another root user`,
  'session-cannot-call': ({ action }) => say`STS doesn’t accept ${code(action)} from this kind of session`,
  'case-unreadable': () => say`the case can’t be read`,
}

/** The clause of a reason code, as an evaluation carries it. */
export const reasonClause = (reason: ReasonCode, facts: ReasonFacts): Phrase => REASON_MESSAGES[reason](facts)
