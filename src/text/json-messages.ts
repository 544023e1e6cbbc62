import type { Problem } from './problem'

/** What each problem of a JSON text means, in a sentence; `{name}` is filled from the problem's data. */
export const JSON_MESSAGES = {
  'json-empty': 'There is nothing here yet: a JSON document was expected.',
  'json-too-long': 'This text has {length} characters; at most {limit} are read.',
  'json-too-deep': 'This JSON is nested deeper than {limit} levels.',
  'json-too-many-values': 'This JSON holds more than {limit} values.',
  'json-duplicate-key': 'The key "{key}" stands twice in one object; AWS rejects a policy like that.',
  'json-invalid-symbol': 'This is not JSON: a value was expected here.',
  'json-invalid-number': 'This number is not written as JSON writes numbers.',
  'json-property-name-expected': 'A property name in double quotes was expected here.',
  'json-trailing-comma': 'Remove this comma: JSON allows none before a closing bracket.',
  'json-value-expected': 'A value was expected here.',
  'json-colon-expected': 'A colon was expected here.',
  'json-comma-expected': 'A comma or a closing bracket was expected here.',
  'json-close-brace-expected': 'A closing brace "}" was expected here.',
  'json-close-bracket-expected': 'A closing bracket "]" was expected here.',
  'json-end-expected': 'The document ends before this; nothing more was expected.',
  'json-comment': 'JSON has no comments; AWS rejects this one.',
  'json-unterminated-string': 'This string is not closed.',
  'json-invalid-escape': 'This escape is not one that JSON knows.',
  'json-invalid-character': 'This character must be escaped inside a JSON string.',
} as const

/** A code of a problem with a JSON text. */
export type JsonProblemCode = keyof typeof JSON_MESSAGES

/** A problem with a JSON text. */
export type JsonProblem = Problem<JsonProblemCode>
