import { findConditionKey, type KeyType } from '../iam/condition-keys'
import type { ContextType, TypeOfKey } from './simulation-input'

const TYPE: Readonly<Record<KeyType, ContextType>> = {
  string: 'string',
  arn: 'string',
  bool: 'boolean',
  numeric: 'numeric',
  date: 'date',
  ip: 'ip',
}

/** The simulator's type of a key, by AWS's documentation of global and common keys; null for any other key. */
export const typeOfKey: TypeOfKey = (key) => {
  const known = findConditionKey(key)
  return known && { type: TYPE[known.type], multivalued: known.multivalued }
}
