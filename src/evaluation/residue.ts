import type { Outcome } from './evaluate-statement'
import type { JudgedLayer } from './judge-layer'
import type { Reading } from './layer-verdict'
import { UNKNOWN, YES } from './kleene'

/**
 * What a reading leaves open, as a text: two readings that leave the same open, and settle the rest alike, lead to the
 * same decisions from there on. Of statements of one level that do the same, one that matches makes the others idle.
 */
export function residue(judged: readonly JudgedLayer[]): (reading: Reading) => string {
  const kinds = judged.flatMap(({ levels, grants }) => {
    const kindsOf = levels.flatMap(({ outcomes }) => openKinds(outcomes))
    return grants.length === 0 ? kindsOf : [...kindsOf, ...openKinds(grants)]
  })
  const exempt = judged.flatMap(({ maybeExempt }) => maybeExempt ?? [])
  const layers = judged.filter(({ state, levels }) => state === 'unknown' || levels.some((one) => one.unreadable))
  return (reading) => {
    let id = ''
    for (const kind of kinds) {
      let open = ''
      for (let i = 0; i < kind.length; i++) {
        const matches = reading.match(kind[i] as Outcome)
        if (matches === UNKNOWN) open += `${i} `
        else if (matches === YES) {
          open = '!'
          break
        }
      }
      id += `${open}/`
    }
    for (const question of exempt) id += reading.exempt(question)
    for (const { layer } of layers) {
      const { deny, allow } = reading.layer(layer)
      id += `/${deny}${allow}`
    }
    return id
  }
}

/** Outcomes that do the same, where it is open whether any of them happens; those that may are left in. */
function openKinds(outcomes: readonly Outcome[]): readonly (readonly Outcome[])[] {
  const byKind = new Map<number, Outcome[]>()
  const settled = new Set<number>()
  for (const outcome of outcomes) {
    const { direct, role, account } = outcome.grants
    const kind = ((direct * 3 + role) * 3 + account) * 2 + Number(outcome.effect === 'Deny')
    if (outcome.matches === YES) settled.add(kind)
    else if (outcome.matches === UNKNOWN) {
      const same = byKind.get(kind)
      if (same === undefined) byKind.set(kind, [outcome])
      else same.push(outcome)
    }
  }
  return [...byKind].flatMap(([kind, open]) => (settled.has(kind) ? [] : [open]))
}
