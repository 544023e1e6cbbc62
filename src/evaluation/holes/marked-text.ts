import { holdsChar, type HoleChars } from '../../case/hole-domain'
import { hasMark, isMark, type Holes } from '../../case/holes'
import type { PatternPart } from '../../iam/wildcard'
import { NO, UNKNOWN, YES, type Kleene } from '../kleene'

/** One place of a pattern or text: a character, what `?` or `*` stands for, or a hole. */
type Token =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'run' }
  | { readonly kind: 'hole'; readonly mark: string }

const ONE: Token = { kind: 'one' }
const RUN: Token = { kind: 'run' }

/** Text without wildcards as a pattern. */
export const literally = (text: string): readonly PatternPart[] => [{ text, literal: true }]

/** A pattern text, whose `*` and `?` are wildcards. */
export const asPattern = (text: string): readonly PatternPart[] => [{ text, literal: false }]

function tokensOf(parts: readonly PatternPart[]): readonly Token[] {
  const tokens: Token[] = []
  for (const { text, literal } of parts) {
    for (const char of text.split('')) {
      if (isMark(char)) tokens.push({ kind: 'hole', mark: char })
      else if (literal || (char !== '*' && char !== '?')) tokens.push({ kind: 'char', char })
      else tokens.push(char === '*' ? RUN : ONE)
    }
  }
  return tokens
}

const isSame = (a: Token, b: Token): boolean =>
  (a.kind === 'char' && b.kind === 'char' && a.char === b.char) ||
  (a.kind === 'hole' && b.kind === 'hole' && a.mark === b.mark)

/** A pattern and a text without what they have in common at both ends, which makes no difference. */
interface Reduced {
  readonly pattern: readonly Token[]
  readonly text: readonly Token[]
}

function reduce(pattern: readonly Token[], text: readonly Token[]): Reduced {
  let start = 0
  const least = Math.min(pattern.length, text.length)
  while (start < least && isSame(pattern[start] as Token, text[start] as Token)) start++
  let end = 0
  while (end < least - start && isSame(pattern.at(-1 - end) as Token, text.at(-1 - end) as Token)) end++
  return { pattern: pattern.slice(start, pattern.length - end), text: text.slice(start, text.length - end) }
}

/** The same as texts, for a sentence. */
export function withoutCommonEnds(parts: readonly PatternPart[], text: string): { pattern: string; text: string } {
  const reduced = reduce(tokensOf(parts), tokensOf(literally(text)))
  return { pattern: textOf(reduced.pattern), text: textOf(reduced.text) }
}

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      token.kind === 'char' ? token.char : token.kind === 'hole' ? token.mark : token === ONE ? '?' : '*',
    )
    .join('')

/** Does a pattern fit a text, whatever the holes in both stand for? */
export function matchMarked(parts: readonly PatternPart[], text: string, holes: Holes): Kleene {
  if (beginsOtherwise(parts, text) || endsOtherwise(parts, text)) return NO
  let known = COMPARED.get(holes)
  if (known === undefined) COMPARED.set(holes, (known = new Map<string, Kleene>()))
  let id = `${text.length} ${text}`
  for (const part of parts) id += `${part.literal ? 'text' : 'pattern'} ${part.text.length} ${part.text}`
  const before = known.get(id)
  if (before !== undefined) return before
  const found = compareMarked(parts, text, holes)
  if (known.size < MAX_COMPARED) known.set(id, found)
  return found
}

/** What was compared already, since the readings of a request compare the same; what is learned later takes nothing back. */
const COMPARED = new WeakMap<Holes, Map<string, Kleene>>()
const MAX_COMPARED = 20_000

function compareMarked(parts: readonly PatternPart[], text: string, holes: Holes): Kleene {
  const { pattern, text: asked } = reduce(tokensOf(parts), tokensOf(literally(text)))
  if (!canMeet(stepsOf(pattern, holes), stepsOf(asked, holes))) return NO
  return alwaysFits(pattern, asked, holes) ? YES : UNKNOWN
}

/** Do pattern and text begin with characters that differ, and are written in both? Most need no more than this. */
function beginsOtherwise(parts: readonly PatternPart[], text: string): boolean {
  const [first] = parts
  if (first === undefined) return false
  const { text: pattern, literal } = first
  const length = Math.min(pattern.length, text.length)
  for (let i = 0; i < length; i++) {
    const one = pattern.charAt(i)
    const isWritten = literal || (one !== '*' && one !== '?')
    if (one !== text.charAt(i) || !isWritten) return isWritten && !isMark(one) && !isMark(text.charAt(i))
  }
  return false
}

/** The same of their ends. */
function endsOtherwise(parts: readonly PatternPart[], text: string): boolean {
  const last = parts.at(-1)
  if (last === undefined) return false
  const { text: pattern, literal } = last
  const length = Math.min(pattern.length, text.length)
  for (let i = 1; i <= length; i++) {
    const one = pattern.charAt(pattern.length - i)
    const other = text.charAt(text.length - i)
    const isWritten = literal || (one !== '*' && one !== '?')
    if (one !== other || !isWritten) return isWritten && !isMark(one) && !isMark(other)
  }
  return false
}

/** Are two texts equal, whatever the holes in them stand for? */
export function equalMarked(a: string, b: string, holes: Holes): Kleene {
  if (a === b) return YES
  if (!hasMark(a) && !hasMark(b)) return NO
  return matchMarked(literally(a), b, holes)
}

/** One place of a set of texts: which characters, once or any number of times. */
export interface Step {
  readonly char: string | null
  /** Null: any character at all. */
  readonly chars: HoleChars | null
  readonly repeated: boolean
  /** The hole that it belongs to. */
  readonly mark: string | null
}

const MAX_LENGTH = 64

function stepsOf(tokens: readonly Token[], holes: Holes): readonly Step[] {
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
function canMeet(a: readonly Step[], b: readonly Step[]): boolean {
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

/** A set of places of a pattern, in order, up to which it can have come. */
type Places = readonly number[]

const MAX_SETS = 64

/**
 * Does the pattern fit whatever the holes stand for? A hole is followed as itself, where the pattern has the same one,
 * and as so many characters that only wildcards fit; what fits those fits any.
 */
function alwaysFits(pattern: readonly Token[], text: readonly Token[], holes: Holes): boolean {
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
