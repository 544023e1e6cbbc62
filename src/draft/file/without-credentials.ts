import { isFields, type Fields } from '../../text/fields'
import { maskCredentials, maskTyped, type KnownClean } from './mask-credentials'

const isSame = (one: readonly unknown[], other: readonly unknown[]) => one.every((each, at) => each === other[at])

function cleanRecord(value: Fields, before: unknown, isClean?: KnownClean): Fields {
  const earlier = isFields(before) ? before : {}
  const entries = Object.entries(value)
  const cleaned = entries.map(([key, member]): readonly [string, unknown] => [
    Object.hasOwn(earlier, key) ? key : clean(key, undefined, isClean),
    clean(member, Object.hasOwn(earlier, key) ? earlier[key] : undefined, isClean),
  ])
  const isUnchanged = cleaned.every(([key, member], at) => key === entries[at]![0] && member === entries[at]![1])
  return isUnchanged ? value : Object.fromEntries(cleaned)
}

function clean<T>(value: T, before: unknown, isClean?: KnownClean): T {
  if (value === before) return value
  if (typeof value === 'string') {
    if (typeof before === 'string') return maskTyped(before, value, isClean).text as T
    return isClean?.(value) ? value : (maskCredentials(value).text as T)
  }
  if (Array.isArray(value)) {
    const earlier: readonly unknown[] = Array.isArray(before) ? before : []
    const cleaned = value.map((each: unknown, at) => clean(each, earlier[at], isClean))
    return isSame(value, cleaned) ? value : (cleaned as T)
  }
  return isFields(value) ? (cleanRecord(value, before, isClean) as T) : value
}

/**
 * Plain data without credentials in any of its texts, names of members included. What is the same as in `before` has been
 * looked through already, and so has what is known to be clean; a part in which nothing was found stays the same object.
 */
export function withoutCredentials<T>(value: T, before?: T, isClean?: KnownClean): T {
  return clean(value, before, isClean)
}
