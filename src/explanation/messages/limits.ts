import type { Limit } from '../../evaluation/reasons'

/** What the evaluation does not model and that bears on a request, in a sentence. */
export const LIMIT_MESSAGES: Readonly<Record<Limit, string>> = {
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
}
