import type { ClueKind } from '../knowledge'

/** What each clue says; `{text}` is what it is about. */
export const CLUE_MESSAGES: Readonly<Record<ClueKind, string>> = {
  parameter: 'The paste names {text}.',
  'parameter-not-seen': 'Nothing you pasted shows that the call does this.',
  text: 'The paste contains {text}.',
  said: 'The error says: {text}.',
  'asked-for': 'AWS asked for {text}, which is not the operation that was called.',
  'asked-beside': 'This call asks for {text} on more than one resource.',
  'call-named': 'An Allow that you pasted names {text}, the operation that was called.',
  'not-named': 'No Allow that you pasted names {text}.',
  'compared-with': 'The trust policy compares it with {text}.',
  subject: 'The token’s subject is {text}.',
  caller: 'The caller is {text}.',
  bare: 'AWS’s message gives no reason.',
  claimed: 'AWS’s message names this kind of policy.',
  'action-asked': 'AWS asked for {text}.',
  'test-written': 'A statement that you pasted tests {text}.',
  'open-to-all': 'A policy that you pasted allows everyone: {text}.',
  'policy-named': 'AWS’s message names the policy {text}.',
  'policy-denies': 'A policy of AWS that you pasted denies it: {text}.',
  'key-of-aws': 'AWS manages the key, as you pasted: {text}.',
  'writer-named': 'The bucket policy that you pasted lets another account write: {text}.',
  'resource-asked': 'The request is for {text}.',
  'resource-written': 'An Allow that you pasted names {text}.',
  named: 'An Allow that you pasted names {text}.',
  unconfirmed: 'We haven’t compared this with AWS’s page yet. Check the details there.',
}
