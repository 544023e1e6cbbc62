import type { Problem } from '../text/problem'

/** What each problem of a case means, in a sentence; `{name}` is filled from the problem's data. */
export const CASE_MESSAGES = {
  'case-not-object': 'A case is one JSON object with request and policies; this is {found}.',
  'case-version': 'This case is of version {found}; version 1 was expected.',
  'case-holes-not-list': 'The holes must be a list of texts that are not empty; this is {found}.',
  'case-hole-too-long': 'A hole must be shorter than {limit} characters.',
  'case-request-missing': 'The case has no request.',
  'case-field-not-text': '{field} must be a text; this is {found}.',
  'case-field-unknown-value': '{field} must be one of {expected}, not "{found}".',
  'case-principal-unreadable':
    'The principal "{text}" is not one that can be read: an ARN of a user, role, session or root user, a service such as ec2.amazonaws.com, or "anonymous" was expected.',
  'case-action-unreadable': 'The action "{text}" is not written as service:Action.',
  'case-account-unreadable': '{field} must be a 12-digit account id, not "{text}".',
  'case-context-not-object': 'The context must be an object of condition keys; this is {found}.',
  'case-context-value': 'The value of the key "{key}" must be a text or a list of texts; this is {found}.',
  'case-context-same-key': 'The key "{key}" stands twice in the context, in different case.',
  'case-policies-not-object': 'The policies must be an object of layers; this is {found}.',
  'case-layer-not-list': 'The layer {field} must be a list; this is {found}.',
  'case-policy-not-object': 'A policy of the layer {field} must be an object with name and document; this is {found}.',
  'case-level-not-object': 'A level of {field} must be an object with target and policies; this is {found}.',
  'case-unknown-layer': 'There is no layer "{field}".',
  'case-facts-not-object': 'The facts must be an object; this is {found}.',
  'case-fact': 'The fact {field} must be {expected}; this is {found}.',
  'case-too-large': 'The case holds more than {limit} {what}.',
} as const

/** A code of a problem with a case. */
export type CaseProblemCode = keyof typeof CASE_MESSAGES

/** A problem with a case. */
export type CaseProblem = Problem<CaseProblemCode>
