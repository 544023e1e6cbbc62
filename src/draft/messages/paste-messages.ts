import type { CaseProblemCode } from '../../case/case-messages'
import type { Problem } from '../../text/problem'
import type { FoundNoteCode } from '../../policy/found-policy'

/** What to say of a paste as a whole; `{name}` is filled from the problem's data. */
export const PASTE_MESSAGES = {
  'credentials-removed':
    'This paste holds credentials ({count}). They were removed and aren’t kept. If they are still valid, revoke them.',
  'nothing-recognised':
    'No AWS error and no policy recognised; your text is kept. Paste an error as a tool prints it, a log with errors, a CloudTrail event, a decoded authorization message, a policy, or a link to a case.',
  'draft-unreadable': 'This case can’t be opened: the part "{path}" is missing or not as expected.',
  'draft-too-large': 'This case has {size} characters; at most {limit} are opened.',
} as const

/** A code of something to say of a paste. */
export type PasteProblemCode = keyof typeof PASTE_MESSAGES

/** A problem with what was pasted or opened: as a whole, or with the case in it. */
export type PasteProblem = Problem<PasteProblemCode | CaseProblemCode>

/** Why a found policy is not put anywhere by itself. */
export const ASK_MESSAGES = {
  'layer-unknown': 'The paste doesn’t show where this policy is attached.',
  'layer-assumed':
    'The paste doesn’t show where this policy is attached. It counts in the likeliest layer until you say.',
  'other-kind': 'AWS IoT Core applies this policy to devices. IAM doesn’t evaluate it for other calls.',
  'other-principal': 'This policy belongs to another user or role than the one that was denied.',
  'principal-unknown': 'The paste holds policies of several users and roles, and it is not known yet who was denied.',
  'request-unknown': 'It is not known yet what was asked for, so it is not clear that this policy was consulted.',
  'other-service': 'This policy belongs to a resource of another service than the request’s.',
  'not-assumed': 'A trust policy says who may assume its role. This request assumes none, so it isn’t evaluated.',
  'other-resource': 'This policy belongs to another resource than the request’s.',
} as const

/** Why a policy of a paste is not put anywhere before somebody says so. */
export type AskReason = keyof typeof ASK_MESSAGES

/** What to know about a found policy. */
export const FOUND_MESSAGES: Readonly<Record<FoundNoteCode, string>> = {
  'document-not-in-paste': 'The paste names this policy but doesn’t contain its document.',
  placeholders: 'Filled in only at deployment: {names}.',
  'statements-wrapped':
    'These were statements without a policy. A policy with Version 2012-10-17 was added around them.',
  'not-the-default-version': '{version} isn’t this policy’s default version, so it isn’t in effect.',
  'converted-to-json': 'Pasted as {format}, shown as the JSON that AWS receives.',
  'unreadable-parts': 'Some parts couldn’t be read: {parts}.',
  repaired: 'This isn’t the JSON that AWS accepts. What could be read is shown as JSON.',
  slip: 'Line {line}, column {column} of the policy as pasted: {problem}',
  'left-out': 'Parts are missing, each marked with an ellipsis. The answer takes into account whatever they may be.',
  'nothing-attached':
    'It stands for what the paste says: no managed policy is attached. Inline policies are listed apart.',
  'built-in-document': 'AWS manages this policy. Its document comes from what AWS publishes.',
}
