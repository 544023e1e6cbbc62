/** What a policy variable holds, by its key in lower case. */
export const VARIABLE_HOLDS = {
  'cognito-identity.amazonaws.com:sub':
    '{variable} holds the user’s ID in the identity pool: a Region, a colon and a UUID.',
  'aws:username': '{variable} holds the name of an IAM user. The session of a role has none.',
  'aws:userid': '{variable} holds the caller’s ID: `AIDA…` for a user, `AROA…:SESSION` for a role.',
  other: '{variable} holds the caller’s own value.',
} as const satisfies Readonly<Record<string, string>>

/** What to do where the request asks for another caller’s part of a resource. */
export const OWN_PART_MESSAGES = {
  known: '{variable} is {value} here, but the request asks for {asked}. Put the caller’s own value there.',
  unread: 'Set `"Version": "2012-10-17"` in the policy: without it a variable is plain text.',
  asked: 'The request has {asked} there. Put the caller’s own value there.',
  poolSub: 'The request has {asked}, which is likely the user’s `sub` in the user pool. Use the identity ID there.',
} as const satisfies Readonly<Record<string, string>>
