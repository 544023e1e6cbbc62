import { own } from '../../text/own'

/** One place of a pattern: what fits it once, or any number of times. */
interface Step {
  /** The characters that are named here. */
  readonly chars: string
  /** Do the others fit too, and a colon? */
  readonly others: boolean
  readonly colon: boolean
  readonly repeated: boolean
}

/** A test of a text by its characters. */
export type TextPattern = readonly Step[]

/** Beginnings of exact texts. */
const MAX_BEGINNINGS = 3_000
/** Steps of the walk, counted once for each pattern and each place of it that is looked at. */
const MAX_WORK = 100_000
const MAX_CLASSES = 200

const oneOf = (chars: string): Step => ({ chars, others: false, colon: false, repeated: false })
const wildcards = (colon: boolean): Readonly<Record<string, Step>> => ({
  '*': { chars: '', others: true, colon, repeated: true },
  '?': { chars: '', others: true, colon, repeated: false },
})
const ANYTHING = wildcards(true)
/** What the wildcards in the first five parts of an ARN stand for. */
const NO_COLON = wildcards(false)

const fits = ({ chars, others, colon }: Step, char: string): boolean =>
  chars.includes(char) || (char === ':' ? colon : others)

const steps = (text: string, wild: Readonly<Record<string, Step>>): TextPattern =>
  text.split('').map((char) => own(wild, char) ?? oneOf(char))

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
  const chars = text.split('')
  return chars.some((char) => char > '\u007f') ? null : chars.map((char) => oneOf(spellings(char)))
}

/** How far a text has come in what it is tested by, and where the next character leads to, once it has been asked. */
interface State {
  /** One character that is this state's own among those of its test. */
  readonly mark: string
  /** The characters that are named here, each once. */
  chars: string
  accepts: boolean
  /** Nothing that follows can fit any more. */
  readonly isDead: boolean
  readonly named: State[]
  colon: State | null
  other: State | null
  readonly lead: (char: string) => State
}

/** Where a character leads to; those that are not named lead all to the same state, but for a colon. */
function after(state: State, char: string): State {
  const at = state.chars.indexOf(char)
  if (at >= 0) return (state.named[at] ??= state.lead(char))
  if (char === ':') return (state.colon ??= state.lead(char))
  return (state.other ??= state.lead(char))
}

/** What has been done so far. */
interface Work {
  done: number
}

/** The start of the walk through a pattern: a state is a set of places that are reached together, and is made once. */
function patternStart(pattern: TextPattern, work: Work): State {
  const states = new Map<string, State>()
  const stateOf = (from: readonly number[]): State => {
    const places: number[] = []
    let last = -1
    for (const start of from) {
      if (start > last) places.push((last = start))
      while (pattern[last]?.repeated === true) places.push(++last)
    }
    const key = places.join()
    let state = states.get(key)
    if (state === undefined) states.set(key, (state = newState(places)))
    return state
  }
  const newState = (places: readonly number[]): State => ({
    mark: String.fromCharCode(states.size),
    chars: distinct(places.map((at) => pattern[at]?.chars ?? '').join('')),
    accepts: places.at(-1) === pattern.length,
    isDead: places.length === 0,
    named: [],
    colon: null,
    other: null,
    lead: (char) => {
      work.done += places.length
      const reached: number[] = []
      for (const at of places) {
        const one = pattern[at]
        if (one !== undefined && fits(one, char)) reached.push(one.repeated ? at : at + 1)
      }
      return stateOf(reached)
    },
  })
  return stateOf([0])
}

/**
 * The start of the walk through exact texts, all at once: a state is a beginning of some of them. Null when there are
 * too many.
 */
function textsStart(texts: readonly string[]): State | null {
  let made = 0
  const newState = (): State => ({
    mark: String.fromCharCode(made++),
    chars: '',
    accepts: false,
    isDead: false,
    named: [],
    colon: null,
    other: null,
    lead: () => none,
  })
  const none = newState()
  if (texts.length === 0) return none
  const start = newState()
  for (const text of texts) {
    let at = start
    for (let i = 0; i < text.length; i++) {
      const char = text.charAt(i)
      if (!at.chars.includes(char)) {
        if (made > MAX_BEGINNINGS) return null
        at.chars += char
        at.named.push(newState())
      }
      at = after(at, char)
    }
    at.accepts = true
  }
  return start
}

/** The characters of a text, each once. */
function distinct(chars: string): string {
  let once = ''
  for (let i = 0; i < chars.length; i++) if (chars.indexOf(chars.charAt(i)) === i) once += chars.charAt(i)
  return once
}

/**
 * Texts that stand for all texts: whatever a text is, one of these equals the same exact texts and fits the same
 * patterns. Null when there are too many. It walks all patterns at once, character by character. `within`: only texts
 * that fit it are asked for.
 */
export function textClasses(
  exact: readonly string[],
  patterns: readonly TextPattern[],
  within: TextPattern | null = null,
): readonly string[] | null {
  const ofTexts = textsStart(exact)
  if (ofTexts === null) return null
  const work: Work = { done: 0 }
  const walked = within === null ? patterns : [within, ...patterns]
  const other = freshChar(new Set(exact.join('') + walked.map(charsOf).join('')))
  const classes = new Map<string, string>()
  const seen = new Set<string>()
  const queue: { text: string; states: readonly State[]; chars: string }[] = []
  const visit = (before: string, char: string, reached: readonly State[]) => {
    if (within !== null && reached[1]?.isDead === true) return
    let key = ''
    for (const { mark } of reached) key += mark
    if (seen.has(key)) return
    seen.add(key)
    const text = before + char
    const states = reached.slice()
    const chars = charsAsked(other, states)
    // All that is to be looked at from here counts at once, so that a walk that is too long ends early.
    work.done += chars.length * states.length
    queue.push({ text, states, chars })
    if (within !== null && states[1]?.accepts !== true) return
    let id = states[0]?.accepts === true ? `=${text}` : ''
    if (id === '') for (const { accepts } of states) id += accepts ? '1' : '0'
    if (!classes.has(id)) classes.set(id, text)
  }
  visit('', '', [ofTexts, ...walked.map((pattern) => patternStart(pattern, work))])
  const reached: State[] = []
  for (const { text, states, chars } of queue) {
    for (let i = 0; i < chars.length; i++) {
      if (work.done > MAX_WORK || classes.size > MAX_CLASSES) return null
      const char = chars.charAt(i)
      for (let walk = 0; walk < states.length; walk++) reached[walk] = after(states[walk] as State, char)
      visit(text, char, reached)
    }
  }
  return [...classes.values()]
}

/** The characters that lead to different states, each once. */
function charsAsked(other: string, states: readonly State[]): string {
  let chars = `${other}:`
  for (const { chars: named } of states) {
    for (let i = 0; i < named.length; i++) {
      const char = named.charAt(i)
      if (!chars.includes(char)) chars += char
    }
  }
  return chars
}

const charsOf = (pattern: TextPattern): string => pattern.map(({ chars }) => chars).join('')

/** A character that is none of these. */
export function freshChar(alphabet: ReadonlySet<string>): string {
  let code = 97
  while (alphabet.has(String.fromCharCode(code))) code++
  return String.fromCharCode(code)
}
