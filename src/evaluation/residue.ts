import type { Outcome } from './evaluate-statement'
import type { JudgedLayer } from './judge-layer'
import type { Reading } from './layer-verdict'
import { NO, UNKNOWN, YES } from './kleene'

/**
 * What a reading leaves open, as a text: two readings that leave the same open, and settle the rest alike, lead to the
 * same decisions from there on. Statements of one level that do the same are told apart only while they are open.
 */
export function residue(judged: readonly JudgedLayer[], plain: Reading): (reading: Reading) => string {
  const kinds = judged.flatMap(({ levels, grants }) =>
    [...levels.map(({ outcomes }) => outcomes), grants].flatMap((outcomes: readonly Outcome[]) => {
      const byKind = new Map<string, Outcome[]>()
      for (const outcome of outcomes) {
        const { direct, role, account } = outcome.grants
        const kind = `${outcome.effect}${Number(direct !== NO)}${Number(role !== NO)}${Number(account !== NO)}`
        byKind.set(kind, [...(byKind.get(kind) ?? []), outcome])
      }
      return [...byKind.values()].filter(
        (kind) => kind.some(({ matches }) => matches === UNKNOWN) && !kind.some(({ matches }) => matches === YES),
      )
    }),
  )
  const exempt = judged.flatMap(({ maybeExempt }) => maybeExempt ?? [])
  const layers = judged.filter(
    ({ state, levels }) =>
      state === 'unknown' || (plain.unreadable !== null && levels.some(({ unreadable }) => unreadable)),
  )
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
    for (const { layer, state } of layers) {
      const { deny, allow, grants } = (state === 'unknown' ? reading.layer : (reading.unreadable ?? reading.layer))(
        layer,
      )
      parts.push([deny, allow, ...Object.values(grants)].join(''))
    }
    return parts.join('/')
  }
}
