import { isFields, type Fields } from '../text/fields'
import { isMultivaluedKey } from '../facts/keys/condition-keys'
import type { ContextReading } from './case-reading'
import { type Holes } from './holes'
import { shorten, valueInWords, type CaseProblems } from './case-problems'
import { own } from '../text/own'

const NO_KEYS: ReadonlySet<string> = new Set()
const MAX_KEYS = 2_000

const MAX_VALUES = 2_000

/** The context of a request, by key in lower case. */
export function readContext(value: unknown, holes: Holes, problems: CaseProblems): ReadonlyMap<string, ContextReading> {
  const context = new Map<string, ContextReading>()
  if (value === undefined) return context
  if (!isFields(value)) {
    problems.error('case-context-not-object', { found: valueInWords(value) })
    return context
  }
  const keys = Object.keys(value)
  if (keys.length > MAX_KEYS) problems.error('case-too-large', { limit: MAX_KEYS, what: 'context keys' })
  const count = Math.min(keys.length, MAX_KEYS)
  for (let i = 0; i < count; i++) {
    const key = keys[i] as string
    const lower = key.toLowerCase()
    const entry = readContextValue(key, lower, own(value, key), holes, problems)
    if (entry === null) continue
    const before = context.get(lower)
    if (before !== undefined) {
      problems.warn('case-context-same-key', { key: shorten(key) })
      context.set(lower, { ...before, values: [...before.values, ...entry.values], ambiguous: true })
    } else context.set(lower, entry)
  }
  return context
}

function readContextValue(
  key: string,
  lower: string,
  value: unknown,
  holes: Holes,
  problems: CaseProblems,
): ContextReading | null {
  const multivalued = Array.isArray(value) || isMultivaluedKey(lower)
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (items.length > MAX_VALUES)
    problems.error('case-too-large', { limit: MAX_VALUES, what: `values of ${shorten(key)}` })
  const values = new Array<string>(Math.min(items.length, MAX_VALUES))
  for (let i = 0; i < values.length; i++) {
    const item = items[i]
    if (typeof item === 'string') values[i] = holes.plain(item)
    else if (typeof item === 'number' || typeof item === 'boolean') values[i] = String(item)
    else {
      problems.error('case-context-value', { key: shorten(key), found: valueInWords(item) })
      return null
    }
  }
  return { key, values, multivalued, ambiguous: false }
}

/** Keys of a list, in lower case. */
export function readKeys(
  fields: Fields,
  field: 'absentContext' | 'unknownContext',
  problems: CaseProblems,
): ReadonlySet<string> {
  const value = fields[field]
  if (value === undefined) return NO_KEYS
  if (Array.isArray(value) && value.length <= MAX_KEYS && value.every((key) => typeof key === 'string')) {
    return new Set((value as readonly string[]).map((key) => key.toLowerCase()))
  }
  problems.error('case-field-unknown-value', {
    field,
    expected: 'a list of condition keys',
    found: valueInWords(value),
  })
  return NO_KEYS
}
