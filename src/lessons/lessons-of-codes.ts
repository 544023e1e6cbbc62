import type { CodeKind } from '../diagnosis/known-codes'

/** The lesson that teaches what a code of an answer means, where there is one; the lesson's case shows it. */
export const LESSONS_OF_CODES: Readonly<Record<string, string>> = {
  'layer-lacks': 'everything-starts-denied',
  'missing-action': 'everything-starts-denied',
  'deny-shown': 'a-deny-wins',
  'explicit-deny': 'a-deny-wins',
  'bucket-is-not-its-objects': 'the-arn-must-match',
  'bucket-arn-for-object-action': 'the-arn-must-match',
  'condition-not-met': 'a-condition-decides',
  'deny-without-mfa': 'a-key-that-is-absent',
  'scp-level-without-full-access': 'every-level-must-allow',
  'ceiling-over-administrator': 'every-level-must-allow',
  'session-policy-of-a-broker': 'a-session-is-smaller',
  'session-policy-limits': 'a-session-is-smaller',
  'cross-account-resource-side-missing': 'both-accounts-say-yes',
  'principal-not-named': 'both-accounts-say-yes',
  'trust-external-id-absent': 'a-role-trusts',
  'principal-names-other-session': 'naming-a-session',
  's3-read-with-kms': 'the-key-behind-the-bucket',
  's3-denied-because-of-kms': 'the-key-behind-the-bucket',
  'key-policy-without-account': 'the-key-behind-the-bucket',
  'endpoint-policy-limits': 'the-road-has-a-gate',
  'resource-not-named': 'the-road-has-a-gate',
  'github-subject-of-environment': 'who-the-token-speaks-of',
  'oidc-subject-differs': 'who-the-token-speaks-of',
  'ec2-tags-at-creation': 'tags-at-creation',
  'deny-not-action': 'three-blockers',
}

/** The lesson that teaches what codes of a kind are about; its case shows another of them. */
export const LESSONS_OF_KINDS: Readonly<Record<CodeKind, string>> = {
  call: 'one-call-many-checks',
  condition: 'a-condition-decides',
  arn: 'the-arn-must-match',
  token: 'who-the-token-speaks-of',
  'linked-role': 'a-role-of-the-service',
}
