import type { Limit } from '../../evaluation/reason-codes'

/** What the evaluation does not model and that bears on a request, in a sentence. */
export const LIMIT_MESSAGES: Readonly<Record<Limit, string>> = {
  'service-linked-role-by-name':
    'The role’s name looks like a service-linked role. Without its path, we treat it as an ordinary role.',
  's3-block-public-access': 'We assume that Block Public Access restricts nothing, unless the case says so.',
  's3-object-owner':
    'We assume that ACLs are off, S3’s default: the object belongs to the bucket’s account, and only policies grant access.',
  'resource-share': 'An AWS RAM share can grant this too. Shares aren’t evaluated.',
  'access-point-and-bucket':
    'Through an access point, the bucket policy must allow it too. Only one resource-based policy is evaluated here.',
  'rcp-list-requests': 'AWS doesn’t say whether RCPs apply to requests that name no resource.',
  'rcp-service-list': 'We use a dated list of the services that RCPs apply to.',
  'not-principal-without-account':
    'We read a NotPrincipal that lists the caller without its account as exempting the caller. AWS says that it may still deny the account and everyone in it.',
  'not-principal-with-allow': 'AWS doesn’t support NotPrincipal with Allow. We evaluate it by AWS’s older description.',
  'trust-boundary':
    'AWS’s pages disagree on whether a boundary limits a user whom the trust policy names. We assume that it does.',
  'bool-variable': 'AWS’s pages disagree on whether variables work with Bool. We assume that they do.',
  'operator-of-another-type':
    'AWS’s documentation says that an operator for another type than the key’s never matches. In practice, AWS treats text that doesn’t convert as unequal, and so do we.',
  'same-key-twice': 'Two keys differ only in case. AWS doesn’t define which one is used.',
  'account-and-principal-arn':
    'We assume that an account principal with aws:PrincipalArn only delegates to that account’s policies.',
  'kms-alias-for-key':
    'KMS checks the key behind an alias, never the alias. We can compare statements only with the alias: enter the key’s ARN as the resource.',
  'kms-grants-not-given': 'We don’t know the key’s grants. A grant could allow the operation too.',
  'canonical-user-not-given':
    'The canonical user ID of the caller’s account is unknown. We assume that a policy that names one means another account.',
  'issuing-user-not-given':
    'It is unknown which IAM user created the federated session. We assume that a policy that names a user means another one.',
  'kms-retire-grant':
    'The grant itself says who may retire it, not the key policy. The account that created it may also retire it; we assume that this is the caller’s account.',
  'kms-grant-constraints': 'Constraints of KMS grants aren’t evaluated.',
  'dependent-actions': 'This call also needs other permissions, which AWS checks separately.',
  'passed-role-tags': 'Conditions on a passed role’s tags aren’t reliable.',
  'federated-iam-calls': 'A federated-user session can’t call IAM with the CLI or the API.',
  'session-token-calls':
    'A GetSessionToken session can’t call IAM without MFA. Of STS, it can call only AssumeRole and GetCallerIdentity.',
  'role-assumes-itself':
    'A role trusts itself only if its trust policy says so. A few roles from before 2022 still trust themselves.',
  'object-lambda':
    'An Object Lambda access point also needs access to the access point behind it, its bucket and the Lambda function.',
}
