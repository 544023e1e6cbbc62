import { serviceOfAction } from '../iam/action'
import { findConditionKey } from '../facts/keys/condition-keys'
import type { KeyType } from '../iam/key-type'
import { findKey } from '../reference/action-keys'
import type { Reference } from '../reference/reference'
import type { ContextType, TypeOfKey } from './simulation-input'

const TYPE: Readonly<Record<KeyType, ContextType>> = {
  string: 'string',
  arn: 'string',
  bool: 'boolean',
  numeric: 'numeric',
  date: 'date',
  ip: 'ip',
}

/**
 * The simulator's type of each key: by AWS's documentation of the global and common keys, else by the reference of the
 * key's service where that is read; null for any other key.
 */
export const typesOfKeys =
  (reference: Reference): TypeOfKey =>
  (key) => {
    const service = reference.service(serviceOfAction(key))
    const known = findConditionKey(key) ?? (service ? findKey(service, key) : null)
    return known && { type: TYPE[known.type], multivalued: known.multivalued }
  }
