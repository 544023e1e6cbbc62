/** A value of a condition as policies write it: IAM takes numbers and truth values too, and reads them as texts. */
type ConditionValue = string | number | boolean

/** A Condition as JSON: values by operator and key. */
export type ConditionJson = Readonly<
  Record<string, Readonly<Record<string, ConditionValue | readonly ConditionValue[]>>>
>

/** The tests of several conditions in one; of the same operator and key the last counts. */
export const joinConditions = (...all: readonly (ConditionJson | null)[]): ConditionJson | null => {
  const joined = new Map<string, Record<string, ConditionValue | readonly ConditionValue[]>>()
  for (const condition of all)
    for (const [operator, tests] of Object.entries(condition ?? {}))
      joined.set(operator, { ...joined.get(operator), ...tests })
  return joined.size === 0 ? null : Object.fromEntries(joined)
}

/** Every key with its values, as texts. */
export const testsIn = (
  condition: ConditionJson | null,
): readonly (readonly [key: string, values: readonly string[]])[] =>
  Object.values(condition ?? {}).flatMap((tests) =>
    Object.entries(tests).map(([key, value]) => [key, [value].flat().map(String)] as const),
  )
