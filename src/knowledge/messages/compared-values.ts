import type { ComparedValueId } from '../compared-values'
import type { RowMessage } from './row-message'

const PRIVATE =
  '`{testedKey}` is the public address that AWS sees, never a private one such as `{written}`. Through a VPC endpoint the private address is in `aws:VpcSourceIp`.'
const PUBLIC =
  'For calls through a VPC endpoint, such as those of a private API, test `aws:VpcSourceIp` in place of `{testedKey}`. For all others, replace `{written}` with the public address of that network, as the internet sees it.'

/** What the two values mean, and which of them to change. */
export const COMPARED_VALUE_MESSAGES: Readonly<Record<ComparedValueId, RowMessage>> = {
  'source-address-is-private': { says: PRIVATE, fix: PUBLIC },
  'source-address-of-api-is-private': { says: PRIVATE, fix: `${PUBLIC} Then deploy the API again.` },
  'source-of-another': {
    says: 'The policy lets the service in only for `{accepted}`, but what you pasted names `{source}`.',
    fix: 'Add `{source}` to the values of `{testedKey}`. Keep `{accepted}` if still in use.',
  },
  'source-of-another-kind': {
    says: '`{refusedService}` sends `{meant}` as `{testedKey}`, never `{written}`.',
    fix: 'Change the value of `{testedKey}` to `{meant}`.',
  },
  'principal-pattern-without-path': {
    says: 'The pattern `{written}` is written for this role, but doesn’t cover its path. In `{testedKey}` the role is `{shownRole}`.',
    fix: 'Correct the pattern to `{meant}`. Ask the policy’s owner to do it if that isn’t you.',
  },
  'context-of-bucket-key': {
    says: 'S3 sends the encryption context. With an S3 Bucket Key `{testedKey}` is the bucket’s ARN `{bucketArn}`, not the object’s.',
    fix: 'Add `{bucketArn}` to the values of `{testedKey}`.',
  },
  'source-is-the-target': {
    says: '`{refusedService}` sends the bucket that it works for as `{testedKey}`. The policy names the bucket that gets the files, `{written}`, so the test isn’t met.',
    fix: 'Set `{testedKey}` to the ARN of the source bucket, whose logs or lists these are.',
  },
  'condition-key-misspelt': {
    says: 'AWS has no condition key `{testedKey}`, so no request carries it. The nearest one is `{near}`.',
    fix: 'Correct the key in the statement: `{near}`. Changing the call doesn’t help.',
  },
  'variable-without-value': {
    says: 'The caller has no tag `{tag}`, so `{written}` has no value and the test of `{testedKey}` is never met.',
    fix: 'Tag the role or user that calls with `{tag}`. A key that differs in one letter is another tag.',
  },
  'tag-of-center-session': {
    title: 'The caller’s own tag doesn’t match, or is missing.',
    says: '`{written}` is a tag of the caller’s session. IAM Identity Center sends only what is mapped under Attributes for access control. Without the tag `{tag}` no resource matches it, whatever its own tags are.',
    fix: 'In IAM Identity Center, under Attributes for access control, map `{tag}` to the person’s attribute that holds it, and sign in again. Or let the identity provider send it as `https://aws.amazon.com/SAML/Attributes/AccessControl:{tag}`. `iam list-role-tags` doesn’t show tags of a session.',
    fixOfDeny:
      'In IAM Identity Center, under Attributes for access control, map `{tag}` to the person’s attribute that holds it, and sign in again. Or let the identity provider send it as `https://aws.amazon.com/SAML/Attributes/AccessControl:{tag}`. Until then this Deny applies to every resource. `iam list-role-tags` doesn’t show tags of a session.',
  },
  'tag-of-chained-session': {
    title: 'The caller’s own tag doesn’t match, or is missing.',
    says: 'The role is assumed from a session of another role, which hands on only its transitive tags. Unless the role `{role}` has the tag `{tag}` itself, `{written}` has no value, and no tag of the resource matches it.',
    fix: 'Mark `{tag}` as transitive where the first session begins (in SAML the attribute `https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys`). Or pass it again with `--tags` when `{role}` is assumed, or tag that role.',
  },
  'tag-of-caller-denies': {
    title: 'The caller’s own tag doesn’t match, or is missing.',
    says: '`{written}` is a tag of the caller. For a caller without the tag `{tag}` it has no value, and this negated test is met by every resource, whatever its own tags are.',
    fix: 'Give the caller the tag `{tag}`: on its role or user, or with `--tags` when the session begins. A federated session (SAML, OIDC) has the tags that its identity provider sends; `iam list-role-tags` doesn’t show them.',
  },
  'tag-key-nearly-the-same': {
    says: 'The policy tests `{testedKey}`. The request carries `{near}` instead, which is another tag.',
    fix: 'Make the two the same: set the tag `{tag}`, or correct the key in the statement to `{near}`. Correct whichever is wrong.',
  },
  'tag-key-of-another': {
    says: 'The policy tests `{testedKey}`. The request carries `{near}` instead, which is another tag. The caller’s name or your other statements go by `{near}` too.',
    fix: 'Allow it by `{near}`: correct the key, or add a statement if the old one is still in use. Don’t set the tag `{tag}`: it marks what belongs to something else.',
  },
  'tag-not-sent': {
    says: 'The call sends the tags `{sent}`, but not `{tag}`. Without that tag this statement doesn’t apply.',
    fix: 'Send the tag `{tag}` in the call. The statement takes `{wanted}`.',
  },
  'tag-not-sent-by-service': {
    says: 'The call comes from `{composer}`, which sends only its own tags: `{sent}`. Without the tag `{tag}` this statement doesn’t apply.',
    fix: 'Allow `{action}` in a separate statement without `{testedKey}`. Limit it by the tags that are sent or by `{taggingKey}`.',
  },
  'session-name-in-userid': {
    says: 'For a role, `aws:userid` is the role’s id and the session’s name, here `{session}`. A session with another name is someone else to this test.',
    fix: 'Use one session name for all calls. Or test with `StringLike` and the role’s id in place of the variable: `AROA…:*`.',
  },
  'user-id-as-session': {
    says: '`{written}` is written as if it was a session. The ID of a user begins with `AIDA`, and `{testedKey}` is then that ID alone, without a colon. So the value names no one.',
    fix: 'Change `{written}` to `{meant}`. Only the ID of a role, `AROA…`, is followed by a colon and the session’s name.',
  },
}
