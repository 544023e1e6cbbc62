import type { Outcome } from './evaluate-statement'
import type { JudgedLayer } from './judge-layer'
import type { Reading } from './layer-verdict'
import { UNKNOWN, YES } from './kleene'

/**
 * What a reading leaves open, as a text: two readings that leave the same open, and settle the rest alike, lead to the
 * same decisions from there on. Of statements of one level that do the same, one that matches makes the others idle.
 */
export function residue(judged: readonly JudgedLayer[]): (reading: Reading) => string {
  const kinds = judged.flatMap(({ levels, grants }) =>
    [...levels.map(({ outcomes }) => outcomes), grants].flatMap((outcomes: readonly Outcome[]) => {
      const byKind = new Map<string, Outcome[]>()
      for (const outcome of outcomes) {
        const { direct, role, account } = outcome.grants
        const kind = [outcome.effect, direct, role, account].join()
        byKind.set(kind, [...(byKind.get(kind) ?? []), outcome])
      }
      return [...byKind.values()]
    }),
  )
  const exempt = judged.flatMap(({ maybeExempt }) => maybeExempt ?? [])
  return (reading) => {
    const parts = kinds.map((kind) => {
      let open = ''
      for (const [index, outcome] of kind.entries()) {
        const matches = reading.match(outcome)
        if (matches === YES) return '!'
        if (matches === UNKNOWN) open += `${index} `
      }
      return open
    })
    for (const question of exempt) parts.push(String(reading.exempt(question)))
    for (const { layer } of judged) {
      const { deny, allow, grants } = reading.layer(layer)
      parts.push(`${deny}${allow}${grants.direct}${grants.role}${grants.account}`)
    }
    return parts.join('/')
  }
}
