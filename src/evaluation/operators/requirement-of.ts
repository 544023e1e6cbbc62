import { findConditionKey, isMultivaluedKey } from '../../facts/keys/condition-keys'
import { familyFacts, type ConditionOperator } from '../../iam/condition-operators'
import { standsForTrue } from './comparisons'
import type { Requirement } from '../evaluation'

/** What a key must be for a condition to be met, or to fail, in its simplest form: without double negation. */
export function requirementOf(
  operator: ConditionOperator,
  key: string,
  values: readonly string[],
  holds: boolean,
): Requirement {
  const { base, positive, set, ifExists, family, negated } = operator
  const plain = (name: string, of: readonly string[], how: boolean): Requirement => ({
    kind: 'key',
    key,
    operator: name,
    values: of,
    holds: how,
  })
  const [value = ''] = values
  if (family === 'null' && values.length === 1) return plain('Null', [String(standsForTrue(value) === holds)], true)
  const documented = findConditionKey(key)
  const name = documented?.presence === 'always' ? operator.name.replace('IfExists', '') : operator.name
  if (set !== 'none') return plain(name, values, holds)
  // A value that is no address or ARN fits neither the operator nor its opposite.
  const { isStrict, keyType } = familyFacts(family)
  if (negated && !holds && isStrict && documented?.type !== keyType) return plain(name, values, false)
  // No list equals a value without a set operator, nor differs from it: the condition is met without the key alone.
  if (negated && !holds && isMultivaluedKey(key.toLowerCase())) return plain('Null', ['false'], true)
  // A negated operator, or one with IfExists, is true without the key: to fail it needs the key, and its opposite.
  if (negated && !holds) return plain(positive, values, true)
  if (family === 'bool' && values.length === 1 && ifExists && !holds) {
    return plain('Bool', [String(!standsForTrue(value))], true)
  }
  return plain(negated ? base : name, values, holds)
}
