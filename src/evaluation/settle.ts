import type { Decision, Layer, Settlement } from './evaluation'
import { type JudgedLayer, type Reading } from './judge-layer'
import { UNKNOWN } from './kleene'

/** What a decision that depends hangs on, and what would settle it. */
export interface Settled {
  readonly decision: Decision
  readonly dependsOn: { readonly keys: readonly string[]; readonly layers: readonly Layer[] }
  readonly settlements: readonly Settlement[]
}

/** Finds what would settle a decision that depends. */
export function settle(
  judged: readonly JudgedLayer[],
  _plain: Reading,
  _decideUnder: (reading: Reading) => Decision,
): Settled {
  const keys = new Map<string, string>()
  for (const { levels } of judged) {
    for (const { outcomes } of levels) {
      for (const outcome of outcomes) {
        if (outcome.matches !== UNKNOWN) continue
        for (const question of outcome.questions) for (const key of question.keys) keys.set(key.toLowerCase(), key)
      }
    }
  }
  return {
    decision: 'depends',
    dependsOn: {
      keys: [...keys.values()],
      layers: judged.filter(({ state }) => state === 'unknown').map(({ layer }) => layer),
    },
    settlements: [],
  }
}
