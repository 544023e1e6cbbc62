import { own } from './own'

type Parts = Record<string, unknown>

const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null

/** Plain data with whatever is the same as before as the very same objects, so that who shows it need not do so again. */
export function replaceEqualDeep<Data>(before: unknown, after: Data): Data {
  if (Object.is(before, after)) return after
  if (!isParts(before) || !isParts(after) || Array.isArray(before) !== Array.isArray(after)) return after
  const entries = Object.entries(after).map(
    ([name, part]) => [name, replaceEqualDeep(own(before, name), part)] as const,
  )
  const isSame =
    entries.length === Object.keys(before).length &&
    entries.every(([name, part]) => Object.hasOwn(before, name) && Object.is(part, before[name]))
  if (isSame) return before as Data
  return (Array.isArray(after) ? entries.map(([, part]) => part) : Object.fromEntries(entries)) as Data
}

/** Is plain data the same, whatever its parts of one name are? */
export function isSameBut(name: string, one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!isParts(one) || !isParts(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every(
      (part) => Object.hasOwn(other, part) && (part === name || isSameBut(name, own(one, part), own(other, part))),
    )
  )
}
