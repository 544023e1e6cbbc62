import type { BaseOperator } from '../../iam/condition-operators'

interface OperatorWords {
  /** What it says of a key, before the values: "aws:SourceIp is in 203.0.113.0/24". */
  readonly verb: string
  /** What it asks, for a key that is there. */
  readonly asks: string
}

/** Each condition operator in words. */
export const OPERATOR_WORDS: Readonly<Record<BaseOperator, OperatorWords>> = {
  StringEquals: {
    verb: 'is',
    asks: 'The value is exactly one of these, letter by letter. Wildcards do not work here.',
  },
  StringNotEquals: { verb: 'is not', asks: 'The value is none of these.' },
  StringEqualsIgnoreCase: {
    verb: 'is, letter case aside,',
    asks: 'The value is one of these, without regard to case.',
  },
  StringNotEqualsIgnoreCase: {
    verb: 'is not, letter case aside,',
    asks: 'The value is none of these, without regard to case.',
  },
  StringLike: { verb: 'is like', asks: 'The value matches one of these patterns; * and ? are wildcards.' },
  StringNotLike: { verb: 'is not like', asks: 'The value matches none of these patterns.' },
  NumericEquals: { verb: 'equals', asks: 'The number is one of these.' },
  NumericNotEquals: { verb: 'does not equal', asks: 'The number is none of these.' },
  NumericLessThan: { verb: 'is less than', asks: 'The number is below this.' },
  NumericLessThanEquals: { verb: 'is at most', asks: 'The number is at most this.' },
  NumericGreaterThan: { verb: 'is greater than', asks: 'The number is above this.' },
  NumericGreaterThanEquals: { verb: 'is at least', asks: 'The number is at least this.' },
  DateEquals: { verb: 'is the moment', asks: 'The instant is one of these.' },
  DateNotEquals: { verb: 'is not the moment', asks: 'The instant is none of these.' },
  DateLessThan: { verb: 'is before', asks: 'The instant is before this.' },
  DateLessThanEquals: { verb: 'is at or before', asks: 'The instant is not after this.' },
  DateGreaterThan: { verb: 'is after', asks: 'The instant is after this.' },
  DateGreaterThanEquals: { verb: 'is at or after', asks: 'The instant is not before this.' },
  Bool: { verb: 'is', asks: 'The value is true, or false. When the key is absent it is false for both.' },
  BinaryEquals: { verb: 'equals the bytes', asks: 'The bytes are exactly these, written in base64.' },
  IpAddress: { verb: 'is in', asks: 'The address lies in one of these ranges.' },
  NotIpAddress: { verb: 'is not in', asks: 'The address lies in none of these ranges.' },
  ArnEquals: {
    verb: 'is the ARN',
    asks: 'The value is an ARN that matches one of these, field by field; wildcards work, as in ArnLike.',
  },
  ArnNotEquals: { verb: 'is not the ARN', asks: 'The value is an ARN that matches none of these, field by field.' },
  ArnLike: {
    verb: 'is an ARN like',
    asks: 'The value is an ARN that matches one of these, field by field; * and ? are wildcards.',
  },
  ArnNotLike: { verb: 'is not an ARN like', asks: 'The value is an ARN that matches none of these, field by field.' },
  Null: { verb: 'is absent', asks: 'With "true" the key must be absent, with "false" it must be present.' },
}

/** What is put before or behind an operator, and what a negated one without either does. */
export const OPERATOR_PARTS = {
  negated: 'True when the key is absent.',
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
