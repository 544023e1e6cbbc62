/** Why a service refuses, whatever the policies say. */
export const REFUSALS = {
  'cross-partition': 'nothing delegates between partitions',
  'kms-cross-account-operation': 'KMS does not offer this operation across accounts',
  'aws-managed-key-cross-account': 'an AWS managed key serves its own account only',
  'sqs-cross-account-operation': 'SQS does not offer this operation across accounts',
  'dynamodb-cross-account-operation': 'DynamoDB does not offer this operation across accounts',
  's3-cross-account-operation': 'S3 lets only identities of the bucket’s own account call this',
  'caller-cannot-assume-role': 'this kind of caller cannot call this operation',
  'public-access-blocked': 'S3 Block Public Access keeps out callers from other accounts',
  'object-owner-differs': 'the object belongs to another account, so this bucket policy cannot grant it',
  'root-cannot-assume-role': 'the root user can assume no role, and no other root user',
  'session-cannot-call': 'STS does not take this call from this kind of session',
} as const

/**
 * Every reason code that an evaluation gives, with what it says in short. The prose for people stands in the
 * explanation's message tables.
 */
export const REASONS = {
  // An action pattern or an element of them
  matches: 'it matches',
  'no-value-matches': 'none of its values matches',
  'other-service': 'the pattern names another service',
  'action-differs': 'the pattern names another action of this service',
  'action-without-service': 'an action needs a service prefix',
  'not-element-excludes': 'a value of the Not element matches, so the statement leaves this request out',
  'not-element-includes': 'no value of the Not element matches, so the statement takes this request in',
  'not-element-unknown': 'it is unknown whether a value of the Not element matches',
  'value-unknown': 'it is unknown whether a value matches',
  'element-missing': 'the statement has no such element, and needs none here',

  // Resource patterns
  'resource-differs': 'another resource',
  'case-differs': 'it differs only in upper and lower case',
  'bucket-not-object': 'a bucket ARN where the request names an object',
  'object-not-bucket': 'an object ARN where the request names the bucket',
  'arn-service-differs': 'an ARN of another service',
  'arn-region-differs': 'an ARN of another Region',
  'arn-account-differs': 'an ARN of another account',
  'arn-partition-differs': 'an ARN of another partition',
  'arn-type-differs': 'an ARN of another type of resource',
  'wildcard-does-not-reach': 'the wildcard does not reach that far',
  'arn-incomplete': 'the ARN is incomplete, and only identity-based policies complete it',
  'not-an-arn': 'neither an ARN nor "*"',
  'request-names-no-resource': 'the request names no resource, so only "*" matches',
  'question-mark-one-character': '"?" is exactly one character',

  // Policy variables
  'variable-without-value': 'the variable has no value in this request',
  'variable-unknown': 'the value of the variable is unknown',

  // Holes
  'hole-unknown': 'it hangs on something that is not written',
  'variable-multivalued': 'a multivalued key has no value as a variable',
  'variable-malformed': 'the variable is not well formed',
  'variable-before-fifth-colon': 'a variable works only in the last part of an ARN',
  'variables-need-version-2012': 'without Version 2012-10-17 a variable is plain text',

  // Principals
  'everyone-named': 'everyone is named',
  'account-named': 'the account is named, which delegates to its identity-based policies',
  'user-named': 'the user is named',
  'role-named': 'the role of the session is named',
  'session-named': 'this very session is named',
  'federated-user-named': 'the federated-user session is named',
  'issuing-user-named': 'the user who made the federated session is named',
  'unique-id-named': 'the unique id is named',
  'service-named': 'the service is named',
  'identity-provider-named': 'the identity provider is named',
  'canonical-user-named': 'the canonical user id is named',
  'other-account': 'another account',
  'other-user': 'another user',
  'other-role': 'another role',
  'other-session': 'another session of the role',
  'other-service-principal': 'another service',
  'other-principal': 'another principal',
  'other-partition': 'another partition',
  'role-path-differs': 'a role of that name under another path',
  'role-path-unknown': 'a role of that name under a path; the session ARN does not tell the path',
  'session-is-of-other-role': 'a session of another role',
  'account-is-root-only': 'under a gateway endpoint an account means its root user only',
  'group-is-no-principal': 'a group is no principal',
  'principal-wildcard': 'a wildcard never matches part of a principal',
  'principal-unreadable': 'it names no principal',
  'unique-id-differs': 'another unique id',
  'unique-id-unknown': 'the unique id of the caller is unknown',
  'canonical-user-unknown': 'whose canonical user id this is, is not known',
  'canonical-user-differs': 'another canonical user id',
  'listed-as-container': 'it contains a principal that NotPrincipal lists beside it, and spares nobody else',
  'not-principal-boundary': 'NotPrincipal with Deny always hits a principal with a permissions boundary',
  'not-principal-boundary-unknown':
    'NotPrincipal with Deny hits a principal with a boundary; whether it has one is unknown',

  // Conditions
  'key-absent': 'the request does not carry the key',
  'key-absent-negated': 'the key is absent, which a negated operator takes as true',
  'key-absent-if-exists': 'the key is absent, which IfExists takes as true',
  'key-absent-for-all-values': 'the key is absent, which ForAllValues takes as true',
  'key-absent-for-any-value': 'the key is absent, which ForAnyValue takes as false',
  'key-unknown': 'the value of the key is unknown',
  'value-matches': 'the value matches',
  'value-differs': 'the value differs',
  'negated-value-listed': 'the value is one of those that must not be',
  'negated-value-not-listed': 'the value is none of those that must not be',
  'all-values-match': 'every value of the request matches',
  'some-value-fails': 'a value of the request does not match',
  'some-value-matches': 'a value of the request matches',
  'every-value-fails': 'no value of the request matches',
  'multivalued-without-set-operator': 'a multivalued key matches no operator without ForAllValues or ForAnyValue',
  'null-key-absent': 'the key is absent',
  'null-key-present': 'the key is present',
  'request-value-not-ip': 'the value in the request is no IP address, which matches neither way',
  'request-value-not-arn': 'the value in the request is no ARN, which matches neither way',
  'literal-not-arn': 'the policy value is no ARN, so the statement fails on the safe side',
  'same-key-twice': 'two keys of the request differ only in case; which one counts is undefined',
  'no-values': 'the operator lists no values',
  differs: 'the value differs',
  'wildcard-is-literal': 'this operator takes "*" and "?" as plain characters',
  'literal-malformed': 'the policy value does not parse',
  'request-value-malformed': 'the value in the request does not parse',
  'other-address-family': 'an IPv4 address never lies in an IPv6 range, nor the other way round',
  'host-bits-set': 'an IPv6 range with host bits set matches nothing',
  'outside-range': 'the address lies outside the range',

  // Layers
  'layer-allows': 'a statement allows the request',
  'layer-denies': 'a statement denies the request',
  'layer-no-allow': 'no statement allows the request',
  'layer-depends': 'it depends on what is unknown',
  'layer-not-given': 'nobody said what is attached',
  'layer-of-another-service': 'the policy here is that of another kind of resource',
  'layer-none': 'nothing is attached',
  'layer-unreadable': 'a policy cannot be read, so it may deny and allows nothing',
  'level-empty': 'no policy is attached at this level',
  'resource-policy-required': 'this resource needs an Allow in its own policy, and has none',
  'session-policy-required': 'a federated-user session without a session policy has no permissions',
  'rcp-implied-allow': 'RCPFullAWSAccess is attached everywhere',
  'not-subject-management-account': 'organization policies do not reach the management account',
  'not-subject-service-linked-role': 'organization policies do not reach service-linked roles',
  'maybe-service-linked-role': 'organization policies do not reach service-linked roles, and this may be one',
  'not-subject-no-account': 'the caller belongs to no account of an organization',
  'not-subject-aws-managed-key': 'resource control policies do not reach AWS managed keys',
  'not-subject-action': 'resource control policies do not reach this action',
  'service-without-rcp': 'resource control policies do not reach this service',
  'principal-has-no-identity-policies': 'this kind of principal has no identity-based policies',
  'principal-has-no-boundary': 'this kind of principal has no permissions boundary',
  'principal-has-no-session-policy': 'this kind of principal has no session policy',
  'no-resource-policy-for-action': 'this action is decided by identity-based policies only',
  'no-permission-needed': 'this action needs no permission and no policy has an effect on it',
  'owner-root-controls-bucket-policy': 'the root user of the bucket’s account always controls the bucket policy',
  ...REFUSALS,
  'kms-grant': 'a grant allows the operation',
  'case-unreadable': 'the case cannot be read',
} as const

/** A reason code. */
export type ReasonCode = keyof typeof REASONS

/** A reason for which a service refuses, whatever the policies say. */
export type RefusalCode = keyof typeof REFUSALS

/** What the evaluation does not model and that bears on a request. */
export const LIMITS = {
  'service-linked-role-by-name':
    'The role is named like a service-linked role; without its path it is taken for an ordinary one.',
  's3-block-public-access': 'Block Public Access is taken to restrict nothing unless the case says so.',
  's3-object-owner':
    'ACLs are taken to be off, which is the default of S3: the object belongs to the bucket’s account, and only policies grant.',
  'resource-share': 'A share through AWS RAM can grant this too; shares are not evaluated.',
  'access-point-and-bucket':
    'Through an access point the bucket policy must allow too; only one resource-based policy is judged here.',
  'rcp-list-requests': 'AWS does not say whether resource control policies reach requests that name no resource.',
  'rcp-service-list': 'The services that resource control policies reach are those of a dated list.',
  'not-principal-without-account':
    'A NotPrincipal that lists the caller without its account is read as sparing the caller; AWS says that it may deny the account and all in it.',
  'not-principal-with-allow': 'NotPrincipal with Allow is not supported by AWS; it is judged by its older description.',
  'trust-boundary':
    'AWS’s pages disagree whether a boundary limits a user whom the trust policy names; it is taken to.',
  'bool-variable': 'AWS’s pages disagree whether variables work with Bool; they are taken to.',
  'operator-of-another-type':
    'AWS says that an operator meant for another type than that of the key never matches; in its answers text that does not convert is merely unequal, and so it is judged.',
  'same-key-twice': 'Two keys differ only in case; which one counts is undefined.',
  'account-and-principal-arn': 'An account principal with aws:PrincipalArn is taken to delegate only.',
  'kms-alias-for-key':
    'KMS judges the key that an alias stands for, never the alias: what statements name is compared with the alias here. Give the ARN of the key as the resource.',
  'kms-grants-not-given': 'No grants on the key are given here; a grant could allow the operation too.',
  'canonical-user-not-given':
    'The canonical user ID of the caller’s account is not given; one that a policy names is taken to be of another account.',
  'issuing-user-not-given':
    'Which IAM user made the federated session is not given; a user whom a policy names is taken to be another.',
  'kms-retire-grant':
    'The grant says who may retire it, and the account that made it, which is taken to be that of the caller; no key policy does.',
  'kms-grant-constraints': 'Constraints of KMS grants are not modelled.',
  'dependent-actions': 'This call needs further permissions, which are checks of their own.',
  'passed-role-tags': 'Tags of a passed role are not reliable in conditions.',
  'federated-iam-calls': 'A federated-user session cannot call IAM by CLI or API.',
  'session-token-calls':
    'A GetSessionToken session cannot call IAM without MFA, nor STS but for AssumeRole and GetCallerIdentity.',
  'role-assumes-itself':
    'A role trusts itself only where its trust policy says so; a few roles from before 2022 still do.',
  'object-lambda':
    'An Object Lambda access point needs further grants: the access point behind it, its bucket, and the Lambda function.',
} as const

/** A limit code. */
export type Limit = keyof typeof LIMITS
