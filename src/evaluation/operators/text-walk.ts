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

/** A run of at least one character; `colon`: one of them may be a colon. */
export const runPattern = (colon: boolean): TextPattern =>
  [false, true].map((repeated) => ({ chars: '', others: true, colon, repeated }))

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
export interface State {
  /** One character that is this state's own among those of its test. */
  readonly mark: string
  /** The places of a pattern that are reached together, in order; none of texts. */
  readonly places: readonly number[]
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
export function after(state: State, char: string): State {
  const at = state.chars.indexOf(char)
  if (at >= 0) return (state.named[at] ??= state.lead(char))
  if (char === ':') return (state.colon ??= state.lead(char))
  return (state.other ??= state.lead(char))
}

/** What has been done so far. */
export interface WalkWork {
  done: number
}

/** The start of the walk through a pattern: a state is a set of places that are reached together, and is made once. */
export function patternStart(pattern: TextPattern, work: WalkWork): State {
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
    places,
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

/** The characters of a text, each once. */
function distinct(chars: string): string {
  let once = ''
  for (let i = 0; i < chars.length; i++) if (chars.indexOf(chars.charAt(i)) === i) once += chars.charAt(i)
  return once
}

/** The characters that lead to different states, each once. */
export function charsAsked(other: string, states: readonly State[]): string {
  let chars = `${other}:`
  for (const { chars: named } of states) {
    for (let i = 0; i < named.length; i++) {
      const char = named.charAt(i)
      if (!chars.includes(char)) chars += char
    }
  }
  return chars
}

/** A character that fits both; `other` is one that neither names. Null: there is none. */
function charOfBoth(one: Step, also: Step, other: string): string | null {
  const named = one.chars === '' ? also : one
  const rest = named === one ? also : one
  for (let i = 0; i < named.chars.length; i++) if (fits(rest, named.chars.charAt(i))) return named.chars.charAt(i)
  if (one.others && also.others) return other
  return one.colon && also.colon ? ':' : null
}

/** A shortest text that fits both patterns; null: there is none. `other` is a character that neither names. */
export function textOfBoth(one: TextPattern, also: TextPattern, other: string): string | null {
  const width = also.length + 1
  const from = new Int32Array((one.length + 1) * width).fill(-1)
  const chars: string[] = []
  const end = from.length - 1
  const visit = (at: number, before: number, char: string, into: number[]): void => {
    if (from[at] !== -1) return
    from[at] = before
    chars[at] = char
    into.push(at)
  }
  let layer: number[] = []
  visit(0, 0, '', layer)
  while (layer.length > 0 && from[end] === -1) {
    const next: number[] = []
    for (const at of layer) {
      const step = one[Math.floor(at / width)]
      const beside = also[at % width]
      if (step?.repeated === true) visit(at + width, at, '', layer)
      if (beside?.repeated === true) visit(at + 1, at, '', layer)
      const char = step === undefined || beside === undefined ? null : charOfBoth(step, beside, other)
      if (char === null) continue
      visit(at + (step?.repeated === true ? 0 : width) + (beside?.repeated === true ? 0 : 1), at, char, next)
    }
    layer = next
  }
  if (from[end] === -1) return null
  let text = ''
  for (let at = end; at !== 0; at = from[at] as number) text = (chars[at] as string) + text
  return text
}

/** The characters that a pattern names. */
export const charsOf = (pattern: TextPattern): string => pattern.map(({ chars }) => chars).join('')

/** A character that is none of these. */
export function freshChar(alphabet: ReadonlySet<string>): string {
  let code = 97
  while (alphabet.has(String.fromCharCode(code))) code++
  return String.fromCharCode(code)
}
