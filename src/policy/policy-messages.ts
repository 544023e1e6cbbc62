import type { JsonProblemCode } from '../text/json-messages'
import type { Problem } from '../text/problem'

/** What each problem of a policy means, in a sentence; `{name}` is filled from the problem's data. */
export const POLICY_MESSAGES = {
  'policy-not-object': 'A policy is one JSON object with a Statement; this is {found}.',
  'policy-too-large': 'This policy has more than {limit} statements.',
  'policy-without-statement': 'A policy needs a Statement element.',
  'policy-unknown-element': 'IAM knows no element "{key}" here; AWS rejects the policy.',
  'policy-invalid-version': 'Version must be "2012-10-17" or "2008-10-17", not "{found}".',
  'policy-version-old': 'With Version 2008-10-17, or without Version, policy variables are plain text.',
  'statement-not-object': 'A statement is an object with Effect, Action and so on; this is {found}.',
  'statement-without-effect': 'This statement has no Effect; it must be "Allow" or "Deny".',
  'statement-invalid-effect': 'Effect must be exactly "Allow" or "Deny", not "{found}".',
  'statement-without-action': 'This statement needs Action or NotAction.',
  'statement-without-resource': 'This statement needs Resource or NotResource.',
  'statement-without-principal': 'A {type} needs Principal in every statement.',
  'statement-principal-forbidden': 'A {type} takes no {element}: its principal is whoever it is attached to.',
  'statement-resource-forbidden': 'A {type} takes no {element}: the role itself is the resource.',
  'statement-both-elements': 'A statement has either {element} or Not{element}, not both.',
  'statement-not-principal-with-allow':
    'NotPrincipal is not supported with Allow; it would allow everyone but the listed.',
  'statement-duplicate-sid': 'The Sid "{sid}" stands twice in this policy.',
  'element-not-text': '{element} takes a text or a list of texts; this is {found}.',
  'element-empty': '{element} is an empty list: it matches nothing.',
  'principal-not-readable': 'Principal is "*" or an object with AWS, Service, Federated or CanonicalUser.',
  'principal-unknown-key': 'Principal takes AWS, Service, Federated and CanonicalUser, not "{key}".',
  'principal-wildcard': 'A wildcard never matches part of a principal: "{text}" names no one.',
  'principal-group': 'A group cannot be a principal: "{text}" names no one.',
  'condition-not-object': 'Condition is an object of operators, each with an object of keys; this is {found}.',
  'condition-unknown-operator': 'IAM knows no condition operator "{operator}".',
  'condition-operator-case': 'AWS writes this operator "{name}".',
  'condition-value-not-text': 'A condition value is a text, a number or a Boolean; this is {found}.',
  'condition-duplicate-key': 'The key "{key}" stands twice under one operator, in different case.',
  'placeholder-not-filled':
    '"{text}" stands for a value that is filled in when the policy is deployed: put the value here. A policy variable has a prefix, as in ${aws:username}.',
} as const

/** A code of a problem with a policy. */
export type PolicyProblemCode = keyof typeof POLICY_MESSAGES

/** A problem with a policy: of its JSON, or of what it says. */
export type PolicyProblem = Problem<JsonProblemCode | PolicyProblemCode>
