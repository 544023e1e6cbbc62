import { matchWildcard } from '../iam/wildcard'
import {
  after,
  likePattern,
  charsAsked,
  charsOf,
  freshChar,
  patternStart,
  textOfBoth,
  type State,
  type TextPattern,
  type WalkWork,
} from '../evaluation/operators/text-walk'

/** Steps of the walk, counted once for each pattern and each place of it that is looked at. */
const MAX_WORK = 60_000

/** What texts are asked for. */
export interface LeastAsked {
  /** They fit this, */
  readonly template: TextPattern
  /** and all of these. */
  readonly within: readonly string[]
  /** For each way in which a text can fit these, */
  readonly alike: readonly string[]
  /** one that fits as few of these as can be. */
  readonly fewest: readonly string[]
}

/** Are all places of one among those of the other? Then what leads on from it fits no more than from the other. */
function isWithin({ places: some }: State, { places: all }: State): boolean {
  let at = 0
  if (some === all) return true
  for (let i = 0; i < some.length; i++) {
    const place = some[i] as number
    while (at < all.length && (all[at] as number) < place) at += 1
    if (all[at] !== place) return false
    at += 1
  }
  return true
}

/** Does what leads to these fit no more than what leads to the others, whatever follows? */
function isEachWithin(some: readonly State[], all: readonly State[]): boolean {
  for (let i = 0; i < some.length; i++) if (!isWithin(some[i] as State, all[i] as State)) return false
  return true
}

/** Does a text that ends here fit no more than one that ends there? */
function fitsLess(some: readonly State[], all: readonly State[]): boolean {
  for (let i = 0; i < some.length; i++) if (some[i]?.accepts === true && all[i]?.accepts !== true) return false
  return true
}

/** Finds texts that fit patterns, with `*` and `?` in them, by walking through all at once; each pattern is made ready once. */
export class LeastTexts {
  private readonly work: WalkWork = { done: 0 }
  private readonly found = new Map<TextPattern, Map<string, readonly string[] | null>>()
  private readonly starts = new Map<TextPattern | string, State>()
  private readonly chars = new Map<TextPattern | string, string>()

  private startOf(pattern: TextPattern | string): State {
    let start = this.starts.get(pattern)
    if (start === undefined) {
      const made = typeof pattern === 'string' ? likePattern(pattern) : pattern
      this.starts.set(pattern, (start = patternStart(made, this.work)))
      this.chars.set(pattern, [...new Set(charsOf(made))].join(''))
    }
    return start
  }

  /**
   * Texts that stand for all that fit the template and `within`: for each of those, one of these fits the same of `alike`,
   * and nothing of `fewest` that it does not fit. Null when there are too many. Where a text can come as far by fitting
   * less, it does: so the walk is short where classes are many.
   */
  find(asked: LeastAsked): readonly string[] | null {
    const { template, within, alike, fewest } = asked
    let found = this.found.get(template)
    if (found === undefined) this.found.set(template, (found = new Map()))
    const key = [within, alike, fewest].map((list) => list.join(' ')).join('\n')
    const before = found.get(key)
    if (before !== undefined) return before
    const texts = this.plain(asked) ?? this.walk(asked)
    found.set(key, texts)
    return texts
  }

  /** The answer where one text does for all, since it fits none of `fewest`, or none fits; null: that is not told so. */
  private plain({ template, within, alike, fewest }: LeastAsked): readonly string[] | null {
    if (alike.length > 0) return null
    const [first = '*', ...rest] = within
    const text = textOfBoth(template, likePattern(first), this.freshOf([template, ...within, ...fewest]))
    if (text === null) return []
    const isLeast = rest.every((one) => matchWildcard(one, text)) && !fewest.some((one) => matchWildcard(one, text))
    return isLeast ? [text] : null
  }

  private freshOf(patterns: readonly (TextPattern | string)[]): string {
    for (const pattern of patterns) this.startOf(pattern)
    return freshChar(new Set(patterns.map((pattern) => this.chars.get(pattern) ?? '').join('')))
  }

  private walk({ template, within, alike, fewest }: LeastAsked): readonly string[] | null {
    const { work } = this
    work.done = 0
    const all = [template, ...within, ...alike, ...fewest]
    const starts = all.map((pattern) => this.startOf(pattern))
    const other = this.freshOf(all)
    const open = 1 + within.length
    const fixed = open + alike.length
    const reached = new Map<string, (readonly State[])[]>()
    const ends = new Map<string, { text: string; rest: readonly State[] }[]>()
    const queue: { text: string; states: readonly State[] }[] = []
    // The ways to fit `alike` for which a text fits nothing of `fewest`: no other is less.
    let settled = 0
    const visit = (before: string, char: string, come: readonly State[]): void => {
      for (let i = 0; i < open; i++) if ((come[i] as State).isDead) return
      let key = ''
      for (let i = 0; i < fixed; i++) key += (come[i] as State).mark
      const rest = come.slice(fixed)
      const there = reached.get(key)
      if (there === undefined) reached.set(key, [rest])
      else {
        work.done += there.length
        for (const one of there) if (isEachWithin(one, rest)) return
        reached.set(key, [...there.filter((one) => !isEachWithin(rest, one)), rest])
      }
      const text = before + char
      const states = come.slice()
      queue.push({ text, states })
      for (let i = 0; i < open; i++) if (!(states[i] as State).accepts) return
      let end = ''
      for (let i = open; i < fixed; i++) end += (states[i] as State).accepts ? '1' : '0'
      const found = ends.get(end) ?? []
      if (found.some((one) => fitsLess(one.rest, rest))) return
      if (rest.every(({ accepts }) => !accepts)) settled += 1
      ends.set(end, [...found.filter((one) => !fitsLess(rest, one.rest)), { text, rest }])
    }
    visit('', '', starts)
    const come: State[] = []
    for (const { text, states } of queue) {
      const chars = charsAsked(other, states)
      work.done += chars.length * states.length
      if (settled === 2 ** alike.length) break
      if (work.done > MAX_WORK) return null
      for (let i = 0; i < chars.length; i++) {
        const char = chars.charAt(i)
        for (let walk = 0; walk < states.length; walk++) come[walk] = after(states[walk] as State, char)
        visit(text, char, come)
      }
    }
    return [...ends.values()].flatMap((found) => found.map(({ text }) => text))
  }
}
