/** One place of a pattern: characters that fit it, or any; once, or any number of times. */
interface Step {
  /** Null: any character. */
  readonly chars: string | null
  readonly repeated: boolean
  /** False in the first five parts of an ARN, which no colon belongs to. */
  readonly colon: boolean
}

/** A test of a text by its characters. */
export type TextPattern = readonly Step[]

const MAX_STATES = 3_000
const MAX_CLASSES = 200

const step = (char: string, wild: boolean, colon: boolean): Step =>
  wild && (char === '*' || char === '?')
    ? { chars: null, repeated: char === '*', colon }
    : { chars: char, repeated: false, colon: true }

/** A pattern of StringLike. */
export const likePattern = (text: string): TextPattern => Array.from(units(text), (char) => step(char, true, true))

/** A pattern of ArnLike, given its six parts. */
export const arnPattern = (parts: readonly string[]): TextPattern =>
  parts.flatMap((part, i) => [
    ...(i === 0 ? [] : [step(':', false, true)]),
    ...Array.from(units(part), (char) => step(char, true, i === 5)),
  ])

/** Any ARN. */
export const ANY_ARN: TextPattern = arnPattern(['arn', '*', '*', '*', '*', '*'])

/** The characters that are equal to an ASCII letter but for case; among them the Kelvin sign. */
const spellings = (char: string): string =>
  `${char.toLowerCase()}${char.toUpperCase()}${char.toLowerCase() === 'k' ? '\u212a' : ''}`

/** A text in any case; null where it is not of ASCII, whose case has rules of its own. */
export function ignoreCasePattern(text: string): TextPattern | null {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return null
  return Array.from(units(text), (char) => ({ chars: spellings(char), repeated: false, colon: true }))
}

function* units(text: string): Generator<string> {
  for (let i = 0; i < text.length; i++) yield text.charAt(i)
}

/** Places of a pattern that are reached, as sorted numbers. */
type Places = readonly number[]

function closure(pattern: TextPattern, from: Iterable<number>): Places {
  const reached = new Set<number>()
  for (const start of from) {
    let at = start
    reached.add(at)
    while (pattern[at]?.repeated === true) reached.add(++at)
  }
  return [...reached].sort((a, b) => a - b)
}

function advance(pattern: TextPattern, places: Places, char: string): Places {
  const next: number[] = []
  for (const at of places) {
    const one = pattern[at]
    if (one === undefined) continue
    const fits = one.chars === null ? one.colon || char !== ':' : one.chars.includes(char)
    if (fits) next.push(one.repeated ? at : at + 1)
  }
  return next.length === 0 ? next : closure(pattern, next)
}

/**
 * Texts that stand for all texts: whatever a text is, one of these equals the same exact texts and fits the same
 * patterns. Null when there are too many. It walks all patterns at once, character by character.
 */
export function textClasses(exact: readonly string[], patterns: readonly TextPattern[]): readonly string[] | null {
  const alphabet = new Set(patterns.flatMap((pattern) => pattern.flatMap(({ chars }) => [...units(chars ?? '')])))
  for (const text of exact) for (const char of units(text)) alphabet.add(char)
  const other = freshChar(alphabet)
  const texts = new Set(exact)
  // All exact texts are one pattern: the beginnings that they have in common with the text so far.
  const beginnings = new Set(
    exact.flatMap((text) => Array.from({ length: text.length + 1 }, (_, i) => text.slice(0, i))),
  )
  const nextChars = new Map<string, Set<string>>()
  for (const text of exact) {
    for (let i = 0; i < text.length; i++) {
      const start = text.slice(0, i)
      nextChars.set(start, (nextChars.get(start) ?? new Set()).add(text.charAt(i)))
    }
  }
  const classes = new Map<string, string>()
  const seen = new Set<string>()
  const queue: { text: string; places: readonly Places[] }[] = []
  const visit = (text: string, places: readonly Places[]) => {
    const state = `${beginnings.has(text) ? text : '\uffff'}\n${places.map((one) => one.join()).join(';')}`
    if (seen.has(state)) return
    seen.add(state)
    queue.push({ text, places })
    const accepted = places.map((one, i) => (one.includes(patterns[i]?.length ?? -1) ? 1 : 0)).join('')
    const id = texts.has(text) ? `=${text}` : accepted
    if (!classes.has(id)) classes.set(id, text)
  }
  visit(
    '',
    patterns.map((pattern) => closure(pattern, [0])),
  )
  for (const { text, places } of queue) {
    if (seen.size > MAX_STATES || classes.size > MAX_CLASSES) return null
    const chars = new Set([other, ':', ...(beginnings.has(text) ? (nextChars.get(text) ?? []) : [])])
    places.forEach((reached, i) => {
      for (const at of reached) for (const char of units(patterns[i]?.[at]?.chars ?? '')) chars.add(char)
    })
    for (const char of chars)
      visit(
        text + char,
        patterns.map((pattern, i) => advance(pattern, places[i] ?? [], char)),
      )
  }
  return [...classes.values()]
}

/** A character that no pattern names. */
function freshChar(alphabet: ReadonlySet<string>): string {
  let code = 97
  while (alphabet.has(String.fromCharCode(code))) code++
  return String.fromCharCode(code)
}
