import { holdsChar, type HoleChars } from '../../case/hole-domain'
import type { Holes } from '../../case/holes'
import type { PatternPart } from '../../iam/wildcard'
import { literally, reduce, RUN, tokensOf, type Token } from './marked-text'

/** One place of a set of texts: which characters, once or any number of times. */
interface Step {
  readonly char: string | null
  /** Null: any character at all. */
  readonly chars: HoleChars | null
  readonly repeated: boolean
  /** The hole that it belongs to. */
  readonly mark: string | null
}

function stepsOf(tokens: readonly Token[], holes: Holes): readonly Step[] {
  return tokens.flatMap((token): readonly Step[] => {
    if (token.kind === 'char') return [{ char: token.char, chars: null, repeated: false, mark: null }]
    if (token.kind !== 'hole') return [{ char: null, chars: null, repeated: token === RUN, mark: null }]
    const { mark } = token
    const { chars, min, max } = holes.of(mark).domain
    const once: Step = { char: null, chars, repeated: false, mark }
    const steps: Step[] = new Array<Step>(min).fill(once)
    if (max > min) steps.push({ ...once, repeated: true })
    return steps
  })
}

/** A character that both places can hold; null where there is none. */
function shared(a: Step, b: Step): string | null {
  if (a.char !== null) return canHold(b, a.char) ? a.char : null
  if (b.char !== null) return canHold(a, b.char) ? b.char : null
  // A digit is of every kind.
  return '7'
}

const canHold = ({ char, chars }: Step, one: string): boolean =>
  char === null ? chars === null || holdsChar(chars, one) : char === one

/**
 * How a text of both sets is made: for each pair of places that can be come to, as one number, the pair before it.
 * Null where no text is in both. Holes of one mark are not held to be equal.
 */
function wayThrough(a: readonly Step[], b: readonly Step[]): Int32Array | null {
  const width = b.length + 1
  const end = a.length * width + b.length
  const before = new Int32Array(end + 1).fill(-1)
  const open: number[] = []
  const add = (at: number, from: number) => {
    if (before[at] !== -1) return
    before[at] = from
    open.push(at)
  }
  add(0, 0)
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === end) return before
    const one = a[Math.floor(at / width)]
    const other = b[at % width]
    if (one !== undefined && other !== undefined && shared(one, other) !== null)
      add(at + (one.repeated ? 0 : width) + (other.repeated ? 0 : 1), at)
    // A place that may hold nothing is passed without a character.
    if (one?.repeated === true) add(at + width, at)
    if (other?.repeated === true) add(at + 1, at)
  }
  return null
}

/** Does the pattern fit the text for some texts in the place of the holes? */
export const canFit = (pattern: readonly Token[], text: readonly Token[], holes: Holes): boolean =>
  wayThrough(stepsOf(pattern, holes), stepsOf(text, holes)) !== null

/** What each hole can stand for so that the pattern fits the text, as far as one text for each is found. */
export function exampleOf(parts: readonly PatternPart[], text: string, holes: Holes): ReadonlyMap<string, string> {
  const reduced = reduce(tokensOf(parts), tokensOf(literally(text)))
  const a = stepsOf(reduced.pattern, holes)
  const b = stepsOf(reduced.text, holes)
  const before = wayThrough(a, b)
  const found = new Map<string, string>()
  const width = b.length + 1
  for (let at = a.length * width + b.length; before !== null && at > 0;) {
    const from = before[at] ?? 0
    const one = a[Math.floor(from / width)]
    const other = b[from % width]
    const isPassed = at - from === width ? one?.repeated : at - from === 1 && other?.repeated
    if (one !== undefined && other !== undefined && isPassed !== true) {
      const char = shared(one, other) ?? ''
      for (const { mark } of [one, other]) if (mark !== null) found.set(mark, char + (found.get(mark) ?? ''))
    }
    at = from
  }
  return found
}
