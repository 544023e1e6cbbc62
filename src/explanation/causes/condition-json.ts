/** A Condition as JSON: values by operator and key. */
export type ConditionJson = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

/** The tests of several conditions in one; of the same operator and key the last counts. */
export const joinConditions = (...all: readonly (ConditionJson | null)[]): ConditionJson | null => {
  const joined = new Map<string, Record<string, string | readonly string[]>>()
  for (const condition of all)
    for (const [operator, tests] of Object.entries(condition ?? {}))
      joined.set(operator, { ...joined.get(operator), ...tests })
  return joined.size === 0 ? null : Object.fromEntries(joined)
}

/** Every key with its values. */
export const testsIn = (
  condition: ConditionJson | null,
): readonly (readonly [key: string, values: readonly string[]])[] =>
  Object.values(condition ?? {}).flatMap((tests) =>
    Object.entries(tests).map(([key, value]) => [key, typeof value === 'string' ? [value] : value] as const),
  )
