import type { Holes } from '../../case/holes'
import { isSame, type Token } from './marked-text'

/** A set of places of a pattern, in order, up to which it can have come. */
type Places = readonly number[]

const MAX_SETS = 64

/**
 * Does the pattern fit whatever the holes stand for? A hole is followed as itself, where the pattern has the same one,
 * and as so many characters that only wildcards fit; what fits those fits any.
 */
export function alwaysFits(pattern: readonly Token[], text: readonly Token[], holes: Holes): boolean {
  const close = (from: Places): Places => {
    const places = new Set<number>()
    for (let at of from) {
      places.add(at)
      while (pattern[at]?.kind === 'run') places.add(++at)
    }
    return [...places].sort((a, b) => a - b)
  }
  const step = (places: Places, leads: (token: Token) => boolean): Places =>
    close(
      places.flatMap((at) => {
        const token = pattern[at]
        if (token === undefined) return []
        return token.kind === 'run' ? [at] : leads(token) ? [at + 1] : []
      }),
    )
  /** The sets of places to which the texts of a hole lead, by their lengths. */
  const through = (places: Places, mark: string): readonly Places[] => {
    const same = places.flatMap((at) => {
      const token = pattern[at]
      return token?.kind === 'hole' && token.mark === mark ? [at + 1] : []
    })
    const { min, max } = holes.of(mark).domain
    const found: Places[] = []
    let reached = places
    for (let length = 0; length <= max; length++) {
      if (length >= min) found.push(close([...same, ...reached]))
      const longer = step(reached, ({ kind }) => kind === 'one')
      // From here on a longer text leads nowhere else.
      if (length >= min && longer.join() === reached.join()) break
      reached = longer
    }
    return found
  }
  let sets: readonly Places[] = [close([0])]
  for (const token of text) {
    const next = new Map<string, Places>()
    for (const places of sets) {
      const led =
        token.kind === 'hole'
          ? through(places, token.mark)
          : [step(places, (one) => one.kind === 'one' || isSame(one, token))]
      for (const one of led) next.set(one.join(), one)
    }
    if (next.size > MAX_SETS) return false
    sets = [...next.values()]
  }
  return sets.every((places) => places.includes(pattern.length))
}
