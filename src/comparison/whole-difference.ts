import type { AccessComparison, AccessDifference } from './comparison'

/** All that was looked for in one direction: what the policies allow, and what their Deny statements leave to others. */
export const differencesOf = (
  { denies, ...own }: AccessComparison,
  kind: 'opened' | 'lost',
): readonly AccessDifference[] => [own[kind], ...(denies ? [denies[kind]] : [])]

const WEIGHT = { nothing: 0, 'cannot-say': 1, some: 2 } as const

/** The same as one. */
export function wholeDifference(
  comparison: AccessComparison,
  kind: 'opened' | 'lost',
): Pick<AccessDifference, 'outcome' | 'isComplete' | 'beyond'> {
  const all = differencesOf(comparison, kind)
  return {
    outcome: all.map(({ outcome }) => outcome).toSorted((one, other) => WEIGHT[other] - WEIGHT[one])[0] ?? 'nothing',
    isComplete: all.every(({ isComplete }) => isComplete),
    beyond: [...new Set(all.flatMap(({ beyond }) => beyond))],
  }
}
