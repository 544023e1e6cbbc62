/** One place of a pattern: what fits it once, or any number of times. */
interface Step {
  /** The characters that are named here; none where others fit too. */
  readonly chars: string
  readonly fits: (char: string) => boolean
  readonly repeated: boolean
}

/** A test of a text by its characters. */
export type TextPattern = readonly Step[]

/** Beginnings of exact texts. */
const MAX_BEGINNINGS = 3_000
/** Steps of the walk, counted once for each pattern and each place of it that is looked at. */
const MAX_WORK = 100_000
const MAX_CLASSES = 200

const oneOf = (chars: string): Step => ({ chars, fits: (char) => chars.includes(char), repeated: false })
const ANYTHING = (): boolean => true
/** What the wildcards in the first five parts of an ARN stand for. */
const NO_COLON = (char: string): boolean => char !== ':'

const steps = (text: string, wild: (char: string) => boolean): TextPattern =>
  Array.from(units(text), (char) =>
    char === '*' || char === '?' ? { chars: '', fits: wild, repeated: char === '*' } : oneOf(char),
  )

/** A pattern of StringLike. */
export const likePattern = (text: string): TextPattern => steps(text, ANYTHING)

/** A pattern of ArnLike, given its six parts. */
export const arnPattern = (parts: readonly string[]): TextPattern =>
  parts.flatMap((part, i) => [...(i === 0 ? [] : [oneOf(':')]), ...steps(part, i === 5 ? ANYTHING : NO_COLON)])

/** Any ARN. */
export const ANY_ARN: TextPattern = arnPattern(['arn', '*', '*', '*', '*', '*'])

/** The characters that are equal to an ASCII letter but for case; among them the Kelvin sign. */
const spellings = (char: string): string =>
  `${char.toLowerCase()}${char.toUpperCase()}${char.toLowerCase() === 'k' ? '\u212a' : ''}`

/** A text in any case; null where it is not of ASCII, whose case has rules of its own. */
export function ignoreCasePattern(text: string): TextPattern | null {
  const chars = [...units(text)]
  return chars.some((char) => char > '\u007f') ? null : chars.map((char) => oneOf(spellings(char)))
}

function* units(text: string): Generator<string> {
  for (let i = 0; i < text.length; i++) yield text.charAt(i)
}

/** How far a text has come in what it is tested by, and where each character that was asked leads to. */
interface State {
  readonly id: number
  /** The characters that are named here, in order. */
  readonly chars: string
  readonly accepts: boolean
  readonly next: Map<string, State>
}

/** What has been done so far. */
interface Work {
  done: number
}

/** A test that is walked character by character. */
interface Walk {
  readonly start: State
  readonly step: (state: State, char: string) => State
}

interface PatternState extends State {
  readonly places: readonly number[]
}

/** The walk through a pattern: a state is a set of places that are reached together, and is made once. */
function patternWalk(pattern: TextPattern, work: Work): Walk {
  const states = new Map<string, PatternState>()
  const stateOf = (from: readonly number[]): PatternState => {
    const reached = new Set<number>()
    for (const start of from) {
      let at = start
      reached.add(at)
      while (pattern[at]?.repeated === true) reached.add(++at)
    }
    const places = [...reached].sort((a, b) => a - b)
    const key = places.join()
    let state = states.get(key)
    if (state === undefined) {
      const chars = places.map((at) => pattern[at]?.chars ?? '').join('')
      state = { id: states.size, places, chars, accepts: reached.has(pattern.length), next: new Map() }
      states.set(key, state)
    }
    return state
  }
  const advance = ({ places }: PatternState, char: string): PatternState => {
    work.done += places.length
    return stateOf(
      places.flatMap((at) => {
        const one = pattern[at]
        return one?.fits(char) === true ? [one.repeated ? at : at + 1] : []
      }),
    )
  }
  return {
    start: stateOf([0]),
    step: (state, char) => {
      let next = state.next.get(char)
      if (next === undefined) state.next.set(char, (next = advance(state as PatternState, char)))
      return next
    },
  }
}

/** The walk through exact texts, all at once: a state is a beginning of some of them. Null when there are too many. */
function textWalk(texts: readonly string[]): Walk | null {
  let made = 0
  const newState = () => ({ id: made++, chars: '', accepts: false, next: new Map<string, State>() })
  const none = newState()
  const start = newState()
  for (const text of texts) {
    let at = start
    for (const char of units(text)) {
      let next = at.next.get(char) as typeof start | undefined
      if (next === undefined) {
        if (made > MAX_BEGINNINGS) return null
        at.next.set(char, (next = newState()))
        at.chars += char
      }
      at = next
    }
    at.accepts = true
  }
  return { start: texts.length === 0 ? none : start, step: (state, char) => state.next.get(char) ?? none }
}

/**
 * Texts that stand for all texts: whatever a text is, one of these equals the same exact texts and fits the same
 * patterns. Null when there are too many. It walks all patterns at once, character by character.
 */
export function textClasses(exact: readonly string[], patterns: readonly TextPattern[]): readonly string[] | null {
  const ofTexts = textWalk(exact)
  if (ofTexts === null) return null
  const alphabet = new Set(patterns.flatMap((pattern) => pattern.flatMap(({ chars }) => [...units(chars)])))
  for (const text of exact) for (const char of units(text)) alphabet.add(char)
  const other = freshChar(alphabet)
  const work: Work = { done: 0 }
  const walks = [ofTexts, ...patterns.map((pattern) => patternWalk(pattern, work))]
  const classes = new Map<string, string>()
  const seen = new Set<string>()
  const queue: { text: string; states: readonly State[] }[] = []
  const visit = (text: string, states: readonly State[]) => {
    let key = ''
    for (const { id } of states) key += `${id} `
    if (seen.has(key)) return
    seen.add(key)
    queue.push({ text, states })
    const id = states[0]?.accepts === true ? `=${text}` : states.map(({ accepts }) => Number(accepts)).join('')
    if (!classes.has(id)) classes.set(id, text)
  }
  visit(
    '',
    walks.map(({ start }) => start),
  )
  for (const { text, states } of queue) {
    const chars = new Set([other, ':'])
    for (const state of states) for (const char of units(state.chars)) chars.add(char)
    for (const char of chars) {
      work.done += walks.length
      if (work.done > MAX_WORK || classes.size > MAX_CLASSES) return null
      visit(
        text + char,
        walks.map(({ step }, i) => step(states[i] as State, char)),
      )
    }
  }
  return [...classes.values()]
}

/** A character that is none of these. */
export function freshChar(alphabet: ReadonlySet<string>): string {
  let code = 97
  while (alphabet.has(String.fromCharCode(code))) code++
  return String.fromCharCode(code)
}
