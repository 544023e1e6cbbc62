import { familyFacts, type BaseOperator, type ConditionOperator } from '../iam/condition-operators'
import type { KeyType } from '../iam/key-type'

type Fit = 'fits' | 'loose' | 'never'

/** Pairs that work although another operator is meant for the key: text compares anything, and a date may be a number. */
const LOOSE: Readonly<Partial<Record<KeyType, readonly KeyType[]>>> = {
  string: ['arn', 'bool', 'numeric', 'date', 'ip'],
  arn: ['string'],
  bool: ['string'],
  numeric: ['date', 'string'],
  date: ['numeric', 'string'],
  ip: ['string'],
}

/**
 * How an operator and a key's type go together: "fits"; "loose", where another operator is meant for the key but the
 * comparison can hold; "never", where it cannot.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function matchOperatorType(operator: ConditionOperator, type: KeyType): Fit {
  const meant = familyFacts(operator.family).keyType
  if (meant === null || meant === type) return 'fits'
  return LOOSE[meant]?.includes(type) ? 'loose' : 'never'
}

/** The operator a key of this type is usually compared with. */
export const USUAL_OPERATOR: Readonly<Record<KeyType, BaseOperator>> = {
  string: 'StringEquals',
  arn: 'ArnLike',
  bool: 'Bool',
  numeric: 'NumericEquals',
  date: 'DateLessThan',
  ip: 'IpAddress',
}

/** A key's type in AWS's words. */
export const TYPE_NAMES: Readonly<Record<KeyType, string>> = {
  string: 'String',
  arn: 'ARN',
  bool: 'Bool',
  numeric: 'Numeric',
  date: 'Date',
  ip: 'IP address',
}
