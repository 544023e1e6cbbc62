/** What is wrong with a document of the text, and what sets it right. Text in backticks is code. */
export const DOCUMENT_MISTAKES = {
  /** Where the mistake stands. */
  inStatement: 'In statement {statement}: {mistake}',
  'principal-missing': 'The {name} needs `Principal` in every statement: it says who may do it.',
  'principal-not-taken': 'The {name} takes no `{element}`: it applies to whatever it’s attached to.',
  'action-of-other-service': 'The {name} takes actions of `{service}` only, and `{action}` isn’t one.',
  'action-not-there': 'The service `{service}` has no action `{action}`, and it refuses a policy that names one.',
  'resource-not-taken': 'The {name} takes no `Resource`: it’s about the resource that it’s attached to.',
  'other-bucket':
    'The policy of the bucket `{bucket}` can’t name `{resource}`: it covers only its own bucket and objects.',
  'not-seen': 'Nothing was denied. AWS’s message says what it didn’t accept in the document.',
} as const

/** What to do, by the code of the mistake. */
export const DOCUMENT_REPAIRS = {
  'statement-principal-forbidden':
    'Delete `{element}` from the statement. Keep it only if the document goes to a resource’s own policy.',
  'statement-without-principal':
    'Add a `Principal` that names who may do it, such as the ARN of a role. Or attach the document to that role as an identity-based policy.',
  'principal-of-text':
    'Add `"Principal": {"AWS": "{role}"}` to the statement. Or attach the document to that role as an identity-based policy.',
  'principal-of-key':
    'Add a `Principal` to the statement. One statement must let the account or an administrator manage the key.',
  'statement-resource-forbidden':
    'A trust policy only says who may assume the role. Delete `Resource`; permissions go to a policy attached to the role.',
  'statement-without-resource': 'Add `Resource` to the statement: the ARN of what it’s about.',
  'statement-without-action': 'Add `Action` to the statement.',
  'policy-invalid-version':
    'Write `"Version": "2012-10-17"`. It names the policy language, not the day of your change.',
  'policy-unknown-element': 'Delete `{key}`, or correct its spelling. Names of elements begin with a capital letter.',
  'sid-characters': 'Write `"Sid": "{plain}"`.',
  'condition-unknown-operator': 'Correct the operator’s name, for example to `StringEquals` or `ArnLike`.',
  'nearest-operator': 'Write `{name}` in place of `{operator}`.',
  'nearest-action': 'Write `{name}` in place of `{action}`, and leave the other actions as they are.',
  'trust-action':
    'Take `{text}` out of the trust policy. What the role may do stands in a policy that is attached to it.',
  'action-of-other-service':
    'Take `{action}` out of this policy, and allow it in the policy of that service’s resource.',
  'action-not-there': 'Correct the action’s name.',
  'action-without-service': 'Write the service before the action’s name, as in `s3:GetObject`.',
  'resource-not-arn': 'Write the resource as an ARN, for example `arn:aws:s3:::{text}` for a bucket.',
  'resource-not-taken': 'Delete `Resource` from each statement.',
  'other-bucket': 'Write `arn:aws:s3:::{bucket}` for the bucket, and `arn:aws:s3:::{bucket}/*` for its objects.',
  'policy-too-long':
    'Shorten the document: merge statements, drop names that a wildcard covers, or split it into several policies.',
} as const
