import type { ClueKind } from '../knowledge'

/** What each clue says; `{text}` is what it is about. */
export const CLUE_MESSAGES: Readonly<Record<ClueKind, string>> = {
  parameter: 'The paste names {text}.',
  'parameter-not-seen': 'Nothing pasted shows that the call does this.',
  text: 'The paste holds {text}.',
  said: 'The error says: {text}.',
  'asked-for': 'AWS asked for {text}, which is not the operation that was called.',
  'call-named': 'An Allow given here names {text}, which was called.',
  'not-named': 'No Allow given here names {text}.',
  'compared-with': 'The trust policy given here compares it with {text}.',
  subject: 'The token’s subject is {text}.',
  caller: 'The caller is {text}.',
  bare: 'AWS’s message says no more than that it denied.',
  claimed: 'AWS’s message names this kind of policy.',
  'action-asked': 'AWS asked for {text}.',
  'test-written': 'A statement given here tests {text}.',
  'open-to-all': 'A policy given here lets in everybody: {text}.',
  'resource-asked': 'The request is for {text}.',
  'resource-written': 'An Allow given here names {text}.',
  named: 'An Allow given here names {text}.',
  unconfirmed: 'Not compared with AWS’s page yet: check the details there.',
}
