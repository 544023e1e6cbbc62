import type { PatternPart } from '../../iam/wildcard'
import { isSame, literally, reduce, tokensOf, type Token } from './marked-text'

/** A pattern and a text of which it hangs on holes whether the one fits the other. */
export interface Fit {
  readonly pattern: readonly PatternPart[]
  readonly text: string
}

/** A hole, or what stands between two. */
type FitPart = { readonly mark: string } | { readonly mark: null; readonly tokens: readonly Token[] }

/** A set of places up to which pattern or text can have been read, in order. */
type Places = readonly number[]

/**
 * Reads the side that holds holes, character by character, and knows after each up to which places of the other side it
 * can have come: a machine of few states, each under a number. What follows of a hole’s text is where it leads from there.
 */
export class FitMachine {
  readonly parts: readonly FitPart[]
  readonly start: number
  /** The characters that make a difference. */
  readonly chars: ReadonlySet<string>
  readonly #other: readonly Token[]
  readonly #isPatternRead: boolean
  readonly #ids = new Map<string, number>()
  readonly #places: Places[] = []
  readonly #next: Map<string, number>[] = []

  private constructor(read: readonly Token[], other: readonly Token[], isPatternRead: boolean) {
    this.#other = other
    this.#isPatternRead = isPatternRead
    this.parts = partsOf(read)
    this.chars = new Set([...read, ...other].flatMap((token) => (token.kind === 'char' ? [token.char] : [])))
    this.start = this.#state(isPatternRead ? [0] : this.#close([0]))
  }

  /** Null where both sides hold holes after what they have in common: no such machine tells. */
  static of({ pattern, text }: Fit): FitMachine | null {
    const reduced = reduce(tokensOf(pattern), tokensOf(literally(text)))
    const holds = (tokens: readonly Token[]) => tokens.some(({ kind }) => kind === 'hole')
    if (holds(reduced.pattern) && holds(reduced.text)) return null
    return holds(reduced.pattern)
      ? new FitMachine(reduced.pattern, reduced.text, true)
      : new FitMachine(reduced.text, reduced.pattern, false)
  }

  #state(places: Places): number {
    const key = places.join()
    let id = this.#ids.get(key)
    if (id === undefined) {
      this.#ids.set(key, (id = this.#places.length))
      this.#places.push(places)
      this.#next.push(new Map())
    }
    return id
  }

  /** Places of the pattern, with those that a `*` may be passed to. */
  #close(from: Places): Places {
    const places = new Set<number>()
    for (let at of from) {
      places.add(at)
      while (this.#other[at]?.kind === 'run') places.add(++at)
    }
    return [...places].sort((a, b) => a - b)
  }

  #step(places: Places, read: Token): Places {
    const other = this.#other
    if (this.#isPatternRead) {
      if (read.kind === 'run') {
        const [first] = places
        return first === undefined ? places : Array.from({ length: other.length + 1 - first }, (_, i) => first + i)
      }
      return places.flatMap((at) =>
        at < other.length && (read.kind === 'one' || isSame(read, other[at] as Token)) ? [at + 1] : [],
      )
    }
    return this.#close(
      places.flatMap((at) => {
        const token = other[at]
        if (token === undefined) return []
        if (token.kind === 'run') return [at]
        return token.kind === 'one' || isSame(token, read) ? [at + 1] : []
      }),
    )
  }

  /** Where a character leads. */
  feed(state: number, char: string): number {
    const known = this.#next[state]?.get(char)
    if (known !== undefined) return known
    const next = this.#state(this.#step(this.#places[state] ?? [], { kind: 'char', char }))
    this.#next[state]?.set(char, next)
    return next
  }

  /** Where what stands between holes leads. */
  through(state: number, tokens: readonly Token[]): number {
    let at = state
    for (const token of tokens)
      at = token.kind === 'char' ? this.feed(at, token.char) : this.#state(this.#step(this.#places[at] ?? [], token))
    return at
  }

  /** Does the pattern fit, where all is read? */
  accepts(state: number): boolean {
    return this.#places[state]?.includes(this.#other.length) === true
  }
}

function partsOf(tokens: readonly Token[]): readonly FitPart[] {
  const parts: FitPart[] = []
  let plain: Token[] = []
  for (const token of tokens) {
    if (token.kind !== 'hole') plain.push(token)
    else {
      parts.push({ mark: null, tokens: plain }, { mark: token.mark })
      plain = []
    }
  }
  return [...parts, { mark: null, tokens: plain }]
}

/** Is a text another one? */
export const equalFit = (a: string, b: string): Fit => ({ pattern: literally(a), text: b })
