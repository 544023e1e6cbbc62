import { HINT_KEYS, type UsedCall } from './used-call'

/** A key that a condition can be made of, with every value that the calls carry. */
export interface ConditionHint {
  readonly key: string
  readonly values: readonly { readonly value: string; readonly count: number }[]
  /** Calls that carry the key, of all. */
  readonly carried: number
  readonly all: number
}

/** A condition with more values says little. */
const MOST_VALUES = 5

/** What conditions the calls would pass: keys with the same value, or very few, whenever they are carried; what most calls carry first. */
export function conditionHints(calls: readonly UsedCall[]): readonly ConditionHint[] {
  const all = calls.reduce((sum, { count }) => sum + count, 0)
  const hints = HINT_KEYS.flatMap((key): readonly ConditionHint[] => {
    const counts = new Map<string, number>()
    for (const { context, count } of calls) {
      const value = Object.hasOwn(context, key) ? context[key] : undefined
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + count)
    }
    if (counts.size === 0 || counts.size > MOST_VALUES) return []
    const values = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
    return [{ key, values, carried: values.reduce((sum, { count }) => sum + count, 0), all }]
  })
  return hints.toSorted((a, b) => b.carried - a.carried)
}
