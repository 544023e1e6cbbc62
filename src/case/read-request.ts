import { isAccountId } from '../iam/arn'
import { isMultivaluedKey } from '../iam/condition-keys'
import { parsePrincipal } from '../iam/principal'
import type { ContextReading, RequestReading } from './case-reading'
import { isFields, shorten, valueInWords, type CaseProblems, type Fields } from './case-problems'

const MAX_KEYS = 2_000
const MAX_VALUES = 2_000
const NO_KEYS: ReadonlySet<string> = new Set()

/** Reads the request of a case; null when it cannot be judged. */
export function readRequest(value: unknown, problems: CaseProblems): RequestReading | null {
  if (!isFields(value)) {
    if (value === undefined) problems.error('case-request-missing')
    else problems.error('case-field-not-text', { field: 'request', found: valueInWords(value) })
    return null
  }
  const principal = readPrincipal(value, problems)
  const action = readAction(value, problems)
  const resource = readText(value, 'resource', 'case-resource-missing', problems)
  const resourceAccount = readAccount(value, problems)
  const { otherContext } = value
  if (otherContext !== undefined && otherContext !== 'absent' && otherContext !== 'unknown') {
    problems.error('case-field-unknown-value', {
      field: 'otherContext',
      expected: '"absent", "unknown"',
      found: typeof otherContext === 'string' ? shorten(otherContext) : valueInWords(otherContext),
    })
  }
  const context = readContext(value.context, problems)
  const absentContext = readKeys(value, 'absentContext', problems)
  const unknownContext = readKeys(value, 'unknownContext', problems)
  if (principal === null || action === null || resource === null) return null
  return {
    principal,
    action,
    resource,
    resourceAccount,
    context,
    absentContext,
    unknownContext,
    otherContext: otherContext === 'unknown' ? 'unknown' : 'absent',
  }
}

function readText(
  fields: Fields,
  field: 'principal' | 'action' | 'resource',
  missing: 'case-principal-missing' | 'case-action-missing' | 'case-resource-missing',
  problems: CaseProblems,
): string | null {
  const value = fields[field]
  if (value === undefined || value === '') problems.error(missing)
  else if (typeof value !== 'string') problems.error('case-field-not-text', { field, found: valueInWords(value) })
  else return value
  return null
}

function readPrincipal(fields: Fields, problems: CaseProblems): RequestReading['principal'] | null {
  const text = readText(fields, 'principal', 'case-principal-missing', problems)
  if (text === null) return null
  const principal = parsePrincipal(text)
  if (principal === null) problems.error('case-principal-unreadable', { text: shorten(text) })
  return principal
}

function readAction(fields: Fields, problems: CaseProblems): string | null {
  const text = readText(fields, 'action', 'case-action-missing', problems)
  if (text === null) return null
  const colon = text.indexOf(':')
  if (colon > 0 && colon < text.length - 1) return text
  problems.error('case-action-unreadable', { text: shorten(text) })
  return null
}

function readAccount(fields: Fields, problems: CaseProblems): string | null {
  const { resourceAccount: value } = fields
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'string' && isAccountId(value)) return value
  const text = typeof value === 'string' ? shorten(value) : valueInWords(value)
  problems.error('case-account-unreadable', { field: 'resourceAccount', text })
  return null
}

function readContext(value: unknown, problems: CaseProblems): ReadonlyMap<string, ContextReading> {
  const context = new Map<string, ContextReading>()
  if (value === undefined) return context
  if (!isFields(value)) {
    problems.error('case-context-not-object', { found: valueInWords(value) })
    return context
  }
  const keys = Object.keys(value)
  if (keys.length > MAX_KEYS) problems.error('case-too-large', { limit: MAX_KEYS, what: 'context keys' })
  for (const key of keys.slice(0, MAX_KEYS)) {
    const lower = key.toLowerCase()
    const entry = readContextValue(key, lower, value[key], problems)
    if (entry === null) continue
    const before = context.get(lower)
    if (before !== undefined) {
      problems.warn('case-context-same-key', { key: shorten(key) })
      context.set(lower, { ...before, values: [...before.values, ...entry.values], ambiguous: true })
    } else context.set(lower, entry)
  }
  return context
}

function readContextValue(key: string, lower: string, value: unknown, problems: CaseProblems): ContextReading | null {
  const multivalued = Array.isArray(value) || isMultivaluedKey(lower)
  const values: string[] = []
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (items.length > MAX_VALUES)
    problems.error('case-too-large', { limit: MAX_VALUES, what: `values of ${shorten(key)}` })
  for (const item of items.slice(0, MAX_VALUES)) {
    if (typeof item === 'string') values.push(item)
    else if (typeof item === 'number' || typeof item === 'boolean') values.push(String(item))
    else {
      problems.error('case-context-value', { key: shorten(key), found: valueInWords(item) })
      return null
    }
  }
  return { key, values, multivalued, ambiguous: false }
}

function readKeys(
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
