import { isFields, type Fields } from '../../text/fields'
import { maskCredentials, maskTyped } from './mask-credentials'

const isSame = (one: readonly unknown[], other: readonly unknown[]) => one.every((each, at) => each === other[at])

function cleanRecord(value: Fields, before: unknown): Fields {
  const earlier = isFields(before) ? before : {}
  const entries = Object.entries(value)
  const cleaned = entries.map(([key, member]): readonly [string, unknown] => [
    Object.hasOwn(earlier, key) ? key : clean(key, undefined),
    clean(member, Object.hasOwn(earlier, key) ? earlier[key] : undefined),
  ])
  const isUnchanged = cleaned.every(([key, member], at) => key === entries[at]![0] && member === entries[at]![1])
  return isUnchanged ? value : Object.fromEntries(cleaned)
}

function clean<T>(value: T, before: unknown): T {
  if (value === before) return value
  if (typeof value === 'string')
    return (typeof before === 'string' ? maskTyped(before, value) : maskCredentials(value)).text as T
  if (Array.isArray(value)) {
    const earlier: readonly unknown[] = Array.isArray(before) ? before : []
    const cleaned = value.map((each: unknown, at) => clean(each, earlier[at]))
    return isSame(value, cleaned) ? value : (cleaned as T)
  }
  return isFields(value) ? (cleanRecord(value, before) as T) : value
}

/**
 * Plain data without credentials in any of its texts, names of members included. What is the same as in `before` has been
 * looked through already; a part in which nothing was found stays the same object.
 */
export function withoutCredentials<T>(value: T, before?: T): T {
  return clean(value, before)
}
