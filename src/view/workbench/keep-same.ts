type Parts = Record<string, unknown>

const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null

/** Plain data with whatever is the same as before as the very same objects, so that who shows it need not do so again. */
export function keepSame<Data>(before: unknown, after: Data): Data {
  if (Object.is(before, after)) return after
  if (!isParts(before) || !isParts(after) || Array.isArray(before) !== Array.isArray(after)) return after
  const entries = Object.entries(after).map(([name, part]) => [name, keepSame(before[name], part)] as const)
  const isSame =
    entries.length === Object.keys(before).length &&
    entries.every(([name, part]) => Object.hasOwn(before, name) && Object.is(part, before[name]))
  if (isSame) return before as Data
  return (Array.isArray(after) ? entries.map(([, part]) => part) : Object.fromEntries(entries)) as Data
}
