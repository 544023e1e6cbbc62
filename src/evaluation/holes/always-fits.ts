import type { Holes } from '../../case/holes'
import type { Token } from './marked-text'

/** A set of places of a pattern, in order, up to which it can have come. */
type Places = readonly number[]

const MAX_SETS = 64

/**
 * Does the pattern fit whatever the holes stand for? A hole is followed as itself, where the pattern has the same one,
 * and as so many characters that only wildcards fit; what fits those fits any.
 */
export function alwaysFits(pattern: readonly Token[], text: readonly Token[], holes: Holes): boolean {
  const close = (from: Iterable<number>): Places => {
    const places = new Set<number>()
    for (const start of from) {
      let at = start
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
  const some = (places: Places) => step(places, ({ kind }) => kind === 'one')
  let sets = new Map<string, Places>()
  const put = (to: Map<string, Places>, places: Places) => to.set(places.join(), places)
  put(sets, close([0]))
  for (const token of text) {
    const next = new Map<string, Places>()
    for (const places of sets.values()) {
      if (token.kind === 'char') {
        const { char } = token
        put(
          next,
          step(places, (one) => one.kind === 'one' || (one.kind === 'char' && one.char === char)),
        )
      } else if (token.kind === 'hole') {
        const { mark } = token
        const same = places.flatMap((at) => {
          const one = pattern[at]
          return one?.kind === 'hole' && one.mark === mark ? [at + 1] : []
        })
        const { min, max } = holes.of(mark).domain
        let reached = places
        for (let length = 0; length <= max; length++) {
          if (length > 0) {
            const after = some(reached)
            // From here on a longer text leads nowhere else.
            if (length > min && after.join() === reached.join()) break
            reached = after
          }
          if (length >= min) put(next, close([...same, ...reached]))
          if (next.size > MAX_SETS) return false
        }
      }
    }
    if (next.size > MAX_SETS) return false
    sets = next
  }
  for (const places of sets.values()) if (!places.includes(pattern.length)) return false
  return true
}
