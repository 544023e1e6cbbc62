/**
 * Wildcards of the IAM policy language: `*` is any run of characters, also none, `?` is exactly one UTF-16 unit
 * (a character beyond the BMP needs two). Matching takes time linear in the text, whatever the pattern.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */

/** A piece of a pattern: literal text never acts as a wildcard. */
export interface PatternPart {
  readonly text: string
  readonly literal: boolean
}

/** A run of a pattern between two `*`: its text, and which of its characters are `?`. */
interface Run {
  readonly text: string
  readonly any: readonly boolean[] | null
}

/** A pattern ready for matching: one run more than it has `*`. */
export interface Glob {
  readonly runs: readonly Run[]
}

/** Does a text hold `*` or `?`? */
export const hasWildcard = (text: string): boolean => text.includes('*') || text.includes('?')

/** Compiles a pattern text. */
export function compileGlob(pattern: string): Glob {
  const runs: Run[] = []
  let from = 0
  for (let at = pattern.indexOf('*'); at >= 0; at = pattern.indexOf('*', from)) {
    runs.push(plainRun(pattern.slice(from, at)))
    from = at + 1
  }
  runs.push(plainRun(pattern.slice(from)))
  return { runs }
}

const plainRun = (text: string): Run => ({
  text,
  any: text.includes('?') ? text.split('').map((char) => char === '?') : null,
})

/** Compiles a pattern that holds literal pieces, such as the values of policy variables. */
export function compileParts(parts: readonly PatternPart[]): Glob {
  const [only] = parts
  if (parts.length === 1 && only?.literal === false) return compileGlob(only.text)
  const runs: Run[] = []
  let text = ''
  let gaps: number[] = []
  const close = () => {
    const any = gaps.length === 0 ? null : new Array<boolean>(text.length).fill(false)
    for (const at of gaps) any![at] = true
    runs.push({ text, any })
    text = ''
    gaps = []
  }
  for (const part of parts) {
    if (part.literal) {
      text += part.text
      continue
    }
    part.text.split('*').forEach((run, i) => {
      if (i > 0) close()
      for (let at = run.indexOf('?'); at >= 0; at = run.indexOf('?', at + 1)) gaps.push(text.length + at)
      text += run
    })
  }
  close()
  return { runs }
}

/** Does the pattern match the whole text? */
export function matchGlob(glob: Glob, text: string): boolean {
  const { runs } = glob
  const first = runs[0] as Run
  if (runs.length === 1) return first.text.length === text.length && matchesAt(first, text, 0)
  const last = runs[runs.length - 1] as Run
  let from = first.text.length
  const end = text.length - last.text.length
  if (from > end || !matchesAt(first, text, 0) || !matchesAt(last, text, end)) return false
  for (let i = 1; i < runs.length - 1; i++) {
    const run = runs[i] as Run
    const found = find(run, text, from, end)
    if (found < 0) return false
    from = found + run.text.length
  }
  return true
}

/** Does a pattern text match the whole text? */
export function matchWildcard(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern.length === text.length && fitsAt(pattern, 0, pattern.length, text, 0)
  if (pattern.includes('*', star + 1)) {
    return star <= text.length && fitsAt(pattern, 0, star, text, 0) && matchGlob(compileGlob(pattern), text)
  }
  const end = text.length - (pattern.length - star - 1)
  return star <= end && fitsAt(pattern, 0, star, text, 0) && fitsAt(pattern, star + 1, pattern.length, text, end)
}

/** Does a pattern text match the whole text, in any case of letters? */
export const matchAnyCase = (pattern: string, text: string): boolean =>
  matchWildcard(pattern.toLowerCase(), text.toLowerCase())

const QUESTION = 63

/** Does a piece of a pattern without `*` fit the text from a place on? */
function fitsAt(pattern: string, start: number, stop: number, text: string, at: number): boolean {
  for (let i = start; i < stop; i++) {
    const code = pattern.charCodeAt(i)
    if (code !== QUESTION && code !== text.charCodeAt(at + i - start)) return false
  }
  return true
}

/** A pattern as it is written, or compiled where a `*` or `?` in it is literal. */
export type Pattern = string | Glob

/** The pattern that is made of these parts; `text` is all of them together. */
export const patternOf = (text: string, parts: readonly PatternPart[] | null): Pattern =>
  parts !== null && hasLiteralWildcard(parts) ? compileParts(parts) : text

/** Is there a `*` or `?` in the parts that stands for itself? */
export const hasLiteralWildcard = (parts: readonly PatternPart[]): boolean =>
  parts.some(({ text, literal }) => literal && hasWildcard(text))

/** The text of a pattern. */
export function textOfParts(parts: readonly PatternPart[]): string {
  let text = ''
  for (const part of parts) text += part.text
  return text
}

/** Does a pattern match the whole text? */
export const fitsPattern = (pattern: Pattern, text: string): boolean =>
  typeof pattern === 'string' ? matchWildcard(pattern, text) : matchGlob(pattern, text)

function matchesAt({ text: run, any }: Run, text: string, at: number): boolean {
  if (any === null) return text.startsWith(run, at)
  for (let i = 0; i < run.length; i++) {
    if (any[i] !== true && run.charCodeAt(i) !== text.charCodeAt(at + i)) return false
  }
  return true
}

/** The first place of a run in text[from, end), or -1. */
function find(run: Run, text: string, from: number, end: number): number {
  if (run.any === null) {
    const found = text.indexOf(run.text, from)
    return found >= 0 && found + run.text.length <= end ? found : -1
  }
  return findWithGaps(run.text, run.any, text, from, end)
}

/** Shift-and search: one bit for each character of the run, so that `?` costs nothing extra. */
function findWithGaps(run: string, any: readonly boolean[], text: string, from: number, end: number): number {
  const words = Math.ceil(run.length / 31)
  const gaps = new Int32Array(words)
  const masks = new Map<number, Int32Array>()
  any.forEach((gap, i) => {
    if (gap) gaps[Math.floor(i / 31)]! |= 1 << (i % 31)
  })
  any.forEach((gap, i) => {
    if (gap) return
    const code = run.charCodeAt(i)
    let mask = masks.get(code)
    if (mask === undefined) masks.set(code, (mask = gaps.slice()))
    mask[Math.floor(i / 31)]! |= 1 << (i % 31)
  })
  const state = new Int32Array(words)
  const lastWord = words - 1
  const lastBit = 1 << ((run.length - 1) % 31)
  for (let at = from; at < end; at++) {
    const mask = masks.get(text.charCodeAt(at)) ?? gaps
    let carry = 1
    for (let w = 0; w < words; w++) {
      const word = state[w]!
      state[w] = ((word << 1) & 0x7fffffff & mask[w]!) | (carry & mask[w]!)
      carry = (word >>> 30) & 1
    }
    if ((state[lastWord]! & lastBit) !== 0) return at - run.length + 1
  }
  return -1
}
