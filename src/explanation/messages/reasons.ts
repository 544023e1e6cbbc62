import type { ReasonCode } from '../../evaluation/reasons'
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
const askedWords = (asked: string): Phrase => (asked === '' ? say`what the request does not name` : say`${code(asked)}`)

/** Each reason of an evaluation as a clause that can stand after a colon. */
export const REASON_MESSAGES: Readonly<Record<ReasonCode, Clause>> = {
  matches: ({ written, asked }) =>
    written === '' ? say`it matches` : say`${code(written)} covers ${askedWords(asked)}`,
  'no-value-matches': ({ asked }) => say`nothing listed covers ${askedWords(asked)}`,
  'other-service': ({ written }) => say`${code(written)} belongs to another service`,
  'action-differs': ({ written, asked }) => say`${code(written)} is another action than ${askedWords(asked)}`,
  'action-without-service': ({ written }) => say`${code(written)} has no service prefix, which every action needs`,
  'not-element-excludes': ({ asked }) => say`${askedWords(asked)} is among what it leaves out`,
  'not-element-includes': ({ asked }) => say`${askedWords(asked)} is not among what it leaves out`,
  'not-element-unknown': ({ asked }) => say`whether ${askedWords(asked)} is among what it leaves out is not known`,
  'value-unknown': ({ asked }) => say`whether something listed covers ${askedWords(asked)} is not known`,
  'hole-unknown': ({ written, asked }) =>
    written === ''
      ? say`whether it covers ${askedWords(asked)} hangs on what is not written`
      : say`whether ${code(written)} covers ${askedWords(asked)} hangs on what is not written`,
  'element-missing': () => say`the statement has no such element, and needs none here`,

  'resource-differs': ({ written }) => say`${code(written)} is another resource`,
  'case-differs': ({ written, asked }) =>
    say`${code(written)} differs from ${code(asked)} only in capital letters, and names in ARNs are case-sensitive`,
  'bucket-not-object': ({ written, asked }) =>
    say`${code(written)} is the bucket itself, and ${askedWords(asked)} is an object in it`,
  'object-not-bucket': ({ written, asked }) =>
    say`${code(written)} means objects, and ${askedWords(asked)} is the bucket itself`,
  'arn-service-differs': ({ written }) => say`${code(written)} is an ARN of another service`,
  'arn-region-differs': ({ written }) => say`${code(written)} is in another Region`,
  'arn-account-differs': ({ written }) => say`${code(written)} is in another account`,
  'arn-partition-differs': ({ written }) => say`${code(written)} is in another partition`,
  'arn-type-differs': ({ written }) => say`${code(written)} is a resource of another type`,
  'wildcard-does-not-reach': ({ written, asked }) =>
    say`the wildcard of ${code(written)} does not reach ${askedWords(asked)}`,
  'arn-incomplete': ({ written }) =>
    say`${code(written)} is incomplete, and only identity-based policies complete an ARN`,
  'not-an-arn': ({ written }) => say`${code(written)} is neither an ARN nor ${code('*')}`,
  'request-names-no-resource': () => say`the request names no resource, so that only ${code('*')} covers it`,
  'question-mark-one-character': ({ written }) =>
    say`each ${code('?')} in ${code(written)} stands for exactly one character`,

  'variable-without-value': ({ written }) => say`${variableIn(written)} has no value in this request`,
  'variable-unknown': ({ written }) => say`the value of ${variableIn(written)} is not known`,
  'variable-multivalued': ({ written }) =>
    say`${variableIn(written)} stands for a multivalued key, which has no value as a variable`,
  'variable-malformed': ({ written }) => say`${variableIn(written)} is not well formed`,
  'variable-before-fifth-colon': ({ written }) =>
    say`a variable works only in the last part of an ARN, which is not so in ${code(written)}`,
  'variables-need-version-2012': ({ written }) =>
    say`${code(written)} is plain text: variables need ${code('"Version": "2012-10-17"')}`,

  'everyone-named': () => say`it names everyone`,
  'account-named': ({ written }) =>
    say`${code(written)} names the account, which leaves the decision to that account’s identity-based policies`,
  'user-named': ({ written }) => say`${code(written)} names this user`,
  'role-named': ({ written }) => say`${code(written)} names the role of this session`,
  'session-named': ({ written }) => say`${code(written)} names this very session`,
  'federated-user-named': ({ written }) => say`${code(written)} names this federated-user session`,
  'issuing-user-named': ({ written }) => say`${code(written)} names the user who made this session`,
  'unique-id-named': ({ written }) => say`${code(written)} is the unique id of the caller`,
  'service-named': ({ written }) => say`${code(written)} names this service`,
  'identity-provider-named': ({ written }) => say`${code(written)} names this identity provider`,
  'canonical-user-named': () => say`it names the canonical user id of the caller`,
  'other-account': ({ written }) => say`${code(written)} is in another account than the caller`,
  'other-user': ({ written }) => say`${code(written)} is another user`,
  'other-role': ({ written }) => say`${code(written)} is another role`,
  'other-session': ({ written }) => say`${code(written)} is another session of the role`,
  'other-service-principal': ({ written }) => say`${code(written)} is another service`,
  'other-principal': ({ written }) => say`${code(written)} is another principal`,
  'other-partition': ({ written }) => say`${code(written)} is in another partition`,
  'role-path-differs': ({ written }) => say`${code(written)} has the same name under another path`,
  'role-path-unknown': ({ written }) =>
    say`${code(written)} has the name of this session’s role under a path, and the session’s ARN does not tell the path`,
  'session-is-of-other-role': ({ written }) => say`${code(written)} is a session of another role`,
  'account-is-root-only': ({ written }) =>
    say`under a gateway endpoint ${code(written)} means the account’s root user only`,
  'group-is-no-principal': ({ written }) => say`${code(written)} is a group, and a group cannot be a principal`,
  'principal-wildcard': ({ written }) =>
    say`${code(written)} holds a wildcard, which never matches a part of a principal`,
  'principal-unreadable': ({ written }) => say`${code(written)} names no principal`,
  'unique-id-differs': ({ written }) =>
    say`${code(written)} is the unique id of another user or role, perhaps a deleted one`,
  'unique-id-unknown': ({ written }) => say`whether ${code(written)} is the unique id of the caller is not known`,
  'canonical-user-unknown': () => say`whose canonical user id it names is not known`,
  'canonical-user-differs': () => say`it names another canonical user id`,
  'listed-as-container': ({ written }) =>
    say`${code(written)} is listed as what contains a principal listed beside it, and spares nobody else`,
  'not-principal-boundary': () =>
    say`a Deny with ${code('NotPrincipal')} always hits a principal that has a permissions boundary`,
  'not-principal-boundary-unknown': () =>
    say`a Deny with ${code('NotPrincipal')} hits a principal that has a permissions boundary, and whether this one has is not known`,

  'key-absent': ({ key }) => say`the request does not carry ${code(key)}`,
  'key-absent-negated': ({ key }) => say`the request does not carry ${code(key)}, and a negated test is then true`,
  'key-absent-if-exists': ({ key }) =>
    say`the request does not carry ${code(key)}, and ${code('IfExists')} is then true`,
  'key-absent-for-all-values': ({ key }) =>
    say`the request does not carry ${code(key)}, and ${code('ForAllValues')} is then true`,
  'key-absent-for-any-value': ({ key }) =>
    say`the request does not carry ${code(key)}, and ${code('ForAnyValue')} is then false`,
  'key-unknown': ({ key }) => say`what the request carries under ${code(key)} is not known`,
  'value-matches': ({ written, actual }) =>
    written === '' ? say`the request has ${codes(actual)}` : say`${code(written)} fits ${codes(actual)}`,
  'value-differs': ({ actual, key }) => say`the request has ${codes(actual)} under ${code(key)}`,
  'negated-value-listed': ({ actual }) =>
    say`the request has ${codes(actual)}, which is listed among what it must not be`,
  'negated-value-not-listed': ({ actual }) =>
    say`the request has ${codes(actual)}, which is not listed among what it must not be`,
  'all-values-match': ({ actual }) => say`every value of the request fits: ${codes(actual)}`,
  'some-value-fails': ({ actual }) => say`not every value of the request fits: ${codes(actual)}`,
  'some-value-matches': ({ actual }) => say`a value of the request fits: ${codes(actual)}`,
  'every-value-fails': ({ actual }) => say`no value of the request fits: ${codes(actual)}`,
  'multivalued-without-set-operator': ({ key }) =>
    say`${code(key)} is multivalued, and without ${code('ForAllValues')} or ${code('ForAnyValue')} no test on it holds`,
  'null-key-absent': ({ key }) => say`the request does not carry ${code(key)}`,
  'null-key-present': ({ key }) => say`the request carries ${code(key)}`,
  'request-value-not-ip': ({ actual }) => say`${codes(actual)} is no IP address, which fits neither way`,
  'request-value-not-arn': ({ actual }) => say`${codes(actual)} is no ARN, which fits neither way`,
  'literal-not-arn': () => say`a value in the policy is no ARN, so the statement fails on the safe side`,
  'same-key-twice': ({ key }) =>
    say`the request has two keys that differ from ${code(key)} only in capital letters, and which one counts is not defined`,
  'no-values': ({ operator }) => say`${code(operator)} lists no values`,
  differs: ({ written, actual }) => say`${code(written)} differs from ${codes(actual)}`,
  'wildcard-is-literal': ({ written, operator }) =>
    say`${code(operator)} takes ${code('*')} and ${code('?')} in ${code(written)} as plain characters`,
  'literal-malformed': ({ written, operator }) => say`${code(written)} is no value that ${code(operator)} can read`,
  'request-value-malformed': ({ actual, operator }) =>
    say`${codes(actual)} is no value that ${code(operator)} can read`,
  'other-address-family': ({ written, actual }) =>
    say`an IPv4 address never lies in an IPv6 range, nor the other way round: ${codes(actual)} and ${code(written)}`,
  'host-bits-set': ({ written }) => say`${code(written)} is an IPv6 range with host bits set, which matches nothing`,
  'outside-range': ({ written, actual }) => say`${codes(actual)} lies outside ${code(written)}`,

  'layer-allows': () => say`a statement allows the request`,
  'layer-denies': () => say`a statement denies the request`,
  'layer-no-allow': () => say`no statement allows the request`,
  'layer-depends': () => say`it depends on what is not known`,
  'layer-not-given': () => say`what is attached is not given`,
  'layer-of-another-service': () => say`the policy here is that of another kind of resource`,
  'layer-none': () => say`nothing is attached`,
  'layer-unreadable': () => say`a policy here cannot be read, so that it allows nothing and may deny`,
  'level-empty': () => say`no policy is attached at this level`,
  'resource-policy-required': () => say`this kind of resource needs an Allow in its own policy, and that is missing`,
  'session-policy-required': () =>
    say`a federated-user session that was made without a session policy has no permissions`,
  'rcp-implied-allow': () =>
    say`${code('RCPFullAWSAccess')} is attached everywhere and allows everything that no Deny takes away`,
  'not-subject-management-account': () => say`organization policies do not reach the management account`,
  'not-subject-service-linked-role': () => say`organization policies do not reach service-linked roles`,
  'maybe-service-linked-role': () =>
    say`organization policies do not reach service-linked roles, and the caller may be one`,
  'not-subject-no-account': () => say`the caller belongs to no account of an organization`,
  'not-subject-aws-managed-key': () => say`resource control policies do not reach AWS managed keys`,
  'not-subject-action': ({ action }) => say`resource control policies do not reach ${code(action)}`,
  'service-without-rcp': () => say`resource control policies do not reach this service`,
  'principal-has-no-identity-policies': () => say`this kind of principal has no identity-based policies`,
  'principal-has-no-boundary': () => say`this kind of principal has no permissions boundary`,
  'principal-has-no-session-policy': () => say`this kind of principal has no session policy`,
  'no-resource-policy-for-action': ({ action }) => say`identity-based policies alone decide on ${code(action)}`,
  'no-permission-needed': ({ action }) => say`${code(action)} needs no permission, and no policy has an effect on it`,
  'owner-root-controls-bucket-policy': () =>
    say`the root user of the bucket’s account always controls the bucket policy`,
  'cross-partition': () => say`no policy can give access from one partition to another`,
  'kms-cross-account-operation': ({ action }) => say`KMS does not offer ${code(action)} across accounts`,
  'aws-managed-key-cross-account': () =>
    say`AWS manages this key, and its policy, which nobody can change, serves its own account only; across accounts a customer managed key is needed`,
  'sqs-cross-account-operation': ({ action }) => say`SQS does not offer ${code(action)} across accounts`,
  'dynamodb-cross-account-operation': ({ action }) => say`DynamoDB does not offer ${code(action)} across accounts`,
  's3-cross-account-operation': ({ action }) =>
    say`S3 takes ${code(action)} only from identities of the bucket’s own account`,
  'caller-cannot-assume-role': ({ action }) => say`this kind of caller cannot call ${code(action)}`,
  'kms-grant': () => say`a grant on the key allows the operation`,
  'public-access-blocked': () =>
    say`S3 Block Public Access keeps out callers from other accounts, since the bucket policy is public`,
  'object-owner-differs': () =>
    say`the object belongs to another account, so that this bucket policy cannot give access to it`,
  'root-cannot-assume-role': () => say`a root user can assume no role, and no other root user`,
  'session-cannot-call': ({ action }) => say`STS does not take ${code(action)} from this kind of session`,
  'case-unreadable': () => say`the case cannot be read`,
}

/** The clause of a reason code, as an evaluation carries it. */
export const reasonClause = (reason: ReasonCode, facts: ReasonFacts): Phrase => REASON_MESSAGES[reason](facts)
