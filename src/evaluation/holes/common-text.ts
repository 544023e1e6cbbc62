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

const MAX_LENGTH = 64

export function stepsOf(tokens: readonly Token[], holes: Holes): readonly Step[] {
  return tokens.flatMap((token): readonly Step[] => {
    if (token.kind === 'char') return [{ char: token.char, chars: null, repeated: false, mark: null }]
    if (token.kind !== 'hole') return [{ char: null, chars: null, repeated: token === RUN, mark: null }]
    const { mark } = token
    const { chars, min, max } = holes.of(mark).domain
    const once: Step = { char: null, chars, repeated: false, mark }
    const steps: Step[] = new Array<Step>(Math.min(min, MAX_LENGTH)).fill(once)
    if (max > min) steps.push({ ...once, repeated: true })
    return steps
  })
}

/** A character that both places can hold; null where there is none. */
function shared(a: Step, b: Step): string | null {
  if (a.char !== null) return fits(b, a.char) ? a.char : null
  if (b.char !== null) return fits(a, b.char) ? b.char : null
  const chars = a.chars === null ? b.chars : b.chars === null ? a.chars : narrow(a.chars, b.chars)
  return chars === 'digits' ? '7' : 'x'
}

const narrow = (a: HoleChars, b: HoleChars): HoleChars => (a === 'digits' || b === 'digits' ? 'digits' : a)

const fits = ({ char, chars }: Step, one: string): boolean =>
  char === null ? chars === null || holdsChar(chars, one) : char === one

/** Is there a text that is in both sets? Holes of one mark are not held to be equal. */
export function canMeet(a: readonly Step[], b: readonly Step[]): boolean {
  const width = b.length + 1
  const end = a.length * width + b.length
  const seen = new Uint8Array(end + 1)
  const open: number[] = []
  const add = (at: number) => {
    if (seen[at] === 1) return
    seen[at] = 1
    open.push(at)
  }
  add(0)
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === end) return true
    const one = a[Math.floor(at / width)]
    const other = b[at % width]
    // A place that may hold nothing is passed without a character.
    if (one?.repeated === true) add(at + width)
    if (other?.repeated === true) add(at + 1)
    if (one === undefined || other === undefined || shared(one, other) === null) continue
    add(at + (one.repeated ? 0 : width) + (other.repeated ? 0 : 1))
  }
  return false
}

interface Visit {
  readonly i: number
  readonly j: number
  readonly before: Visit | null
  readonly char: string
  readonly marks: readonly [string | null, string | null]
}

/** The shortest way to a text of both sets. */
function meeting(a: readonly Step[], b: readonly Step[]): Visit | null {
  const width = b.length + 1
  const seen = new Uint8Array((a.length + 1) * width)
  let queue: Visit[] = []
  const add = (list: Visit[], visit: Visit) => {
    const at = visit.i * width + visit.j
    if (seen[at] === 1) return
    seen[at] = 1
    list.push(visit)
    // A place that may hold nothing is passed without a character.
    if (a[visit.i]?.repeated === true) add(list, { ...visit, i: visit.i + 1, before: visit, char: '' })
    if (b[visit.j]?.repeated === true) add(list, { ...visit, j: visit.j + 1, before: visit, char: '' })
  }
  add(queue, { i: 0, j: 0, before: null, char: '', marks: [null, null] })
  while (queue.length > 0) {
    const next: Visit[] = []
    for (const visit of queue) {
      const { i, j } = visit
      if (i === a.length && j === b.length) return visit
      const one = a[i]
      const other = b[j]
      if (one === undefined || other === undefined) continue
      const char = shared(one, other)
      if (char === null) continue
      const to = { before: visit, char, marks: [one.mark, other.mark] as const }
      const i2 = one.repeated ? i : i + 1
      const j2 = other.repeated ? j : j + 1
      add(next, { ...to, i: i2, j: j2 })
    }
    queue = next
  }
  return null
}

/** What each hole can stand for so that the pattern fits the text, as far as one text for each is found. */
export function exampleOf(parts: readonly PatternPart[], text: string, holes: Holes): ReadonlyMap<string, string> {
  const reduced = reduce(tokensOf(parts), tokensOf(literally(text)))
  const found = new Map<string, string>()
  const visits: Visit[] = []
  const end = meeting(stepsOf(reduced.pattern, holes), stepsOf(reduced.text, holes))
  for (let visit = end; visit !== null; visit = visit.before) visits.push(visit)
  for (const { char, marks } of visits.reverse()) {
    for (const mark of marks) if (mark !== null && char !== '') found.set(mark, (found.get(mark) ?? '') + char)
  }
  return found
}
