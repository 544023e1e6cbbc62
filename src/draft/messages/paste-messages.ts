import type { CaseProblemCode } from '../../case/case-messages'
import type { Problem } from '../../text/problem'
import type { FoundNoteCode } from '../../policy/found-policy'

/** What to say of a paste as a whole; `{name}` is filled from the problem's data. */
export const PASTE_MESSAGES = {
  'credentials-removed':
    'This paste holds credentials ({count}). They were removed and aren’t kept. If they are still valid, revoke them.',
  'nothing-recognised':
    'No AWS error and no policy recognised here; what you gave stays. An answer begins with an error as a tool prints it, a log with errors, a CloudTrail event, a decoded authorization message, a policy, or a link to a case.',
  'draft-unreadable':
    'This is not a case that can be opened: the part "{path}" is missing or is not what was expected.',
  'draft-too-large': 'This case has {size} characters; at most {limit} are opened.',
} as const

/** A code of something to say of a paste. */
export type PasteProblemCode = keyof typeof PASTE_MESSAGES

/** A problem with what was pasted or opened: as a whole, or with the case in it. */
export type PasteProblem = Problem<PasteProblemCode | CaseProblemCode>

/** Why a found policy is not put anywhere by itself. */
export const ASK_MESSAGES = {
  'layer-unknown': 'The paste does not say where this policy is attached.',
  'other-principal': 'This policy belongs to another user or role than the one that was denied.',
  'principal-unknown': 'The paste holds policies of several users and roles, and it is not known yet who was denied.',
  'request-unknown': 'It is not known yet what was asked for, so it is not clear that this policy was consulted.',
  'other-service': 'This policy is attached to a resource of another service than the one that was asked.',
  'other-resource': 'This policy is attached to another resource than the one that was asked for.',
} as const

/** Why a policy of a paste is not put anywhere before somebody says so. */
export type AskReason = keyof typeof ASK_MESSAGES

/** What to know about a found policy. */
export const FOUND_MESSAGES: Readonly<Record<FoundNoteCode, string>> = {
  'document-not-in-paste': 'The paste names this policy but does not hold its document.',
  placeholders: 'Filled in only at deployment: {names}.',
  'statements-wrapped': 'Statements without a policy around them; Version 2012-10-17 was put around them.',
  'not-the-default-version': '{version} is not the default version of this policy, so it is not in force.',
  'converted-to-json': 'Written as {format}; shown here as the JSON that AWS receives.',
  'unreadable-parts': 'Some parts could not be read: {parts}.',
  repaired: 'Not written as the JSON that AWS takes; what could be read is shown here as JSON.',
  'left-out': 'Parts are missing; an ellipsis stands for each, and the answer allows for whatever it may be.',
  'nothing-attached':
    'It stands for what the paste says: no managed policy is attached. Inline policies are listed apart.',
  'built-in-document': 'AWS manages this policy; its document is filled in from what AWS publishes.',
}
