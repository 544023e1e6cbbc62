/** What each condition operator asks, by its name. */
export const OPERATOR_MESSAGES: Readonly<Record<string, string>> = {
  StringEquals: 'The value is exactly one of these, letter by letter. Wildcards do not work here.',
  StringNotEquals: 'The value is none of these. True when the key is absent.',
  StringEqualsIgnoreCase: 'The value is one of these, without regard to case.',
  StringNotEqualsIgnoreCase: 'The value is none of these, without regard to case. True when the key is absent.',
  StringLike: 'The value matches one of these patterns; * and ? are wildcards.',
  StringNotLike: 'The value matches none of these patterns. True when the key is absent.',
  ArnEquals: 'The value is an ARN that matches one of these, field by field; wildcards work, as in ArnLike.',
  ArnLike: 'The value is an ARN that matches one of these, field by field; * and ? are wildcards.',
  ArnNotEquals: 'The value is an ARN that matches none of these, field by field. True when the key is absent.',
  ArnNotLike: 'The value is an ARN that matches none of these, field by field. True when the key is absent.',
  Bool: 'The value is true, or false. When the key is absent it is false for both.',
  NumericEquals: 'The number is one of these.',
  NumericNotEquals: 'The number is none of these. True when the key is absent.',
  NumericLessThan: 'The number is below this.',
  NumericLessThanEquals: 'The number is at most this.',
  NumericGreaterThan: 'The number is above this.',
  NumericGreaterThanEquals: 'The number is at least this.',
  DateEquals: 'The instant is one of these.',
  DateNotEquals: 'The instant is none of these. True when the key is absent.',
  DateLessThan: 'The instant is before this.',
  DateLessThanEquals: 'The instant is not after this.',
  DateGreaterThan: 'The instant is after this.',
  DateGreaterThanEquals: 'The instant is not before this.',
  IpAddress: 'The address lies in one of these ranges.',
  NotIpAddress: 'The address lies in none of these ranges. True when the key is absent.',
  BinaryEquals: 'The bytes are exactly these, written in base64.',
  Null: 'With "true" the key must be absent, with "false" it must be present.',
}

/** What is put before or behind an operator. */
export const OPERATOR_PARTS = {
  ifExists: 'Also true when the key is absent.',
  ForAllValues: 'Every value of the request must pass; true when the key is absent.',
  ForAnyValue: 'At least one value of the request must pass; false when the key is absent.',
} as const

/** The AWS page of the condition operators. */
export const OPERATORS_PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html'

/** The AWS page of the set operators. */
export const SETS_PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html'
