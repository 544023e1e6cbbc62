import { signInText } from '../../text/sign-in-text'
import { regionsInNames } from '../../iam/regions-in-text'
import { once } from '../../text/once'
import { longestOf, patternOfShape, wordsOfShapes } from './compile-shape'
import type { SituationShape } from './situation-row'
import { SITUATION_ROWS, type SituationId } from './situations'

/** A sentence of a service found in a text. */
export interface SaidSituation {
  readonly id: SituationId
  readonly start: number
  readonly end: number
  /** What stands in its gaps, and where. */
  readonly groups: Readonly<Record<string, readonly [start: number, end: number]>>
}

interface Sought {
  readonly id: SituationId
  /** Its place in the order of the rows. */
  readonly at: number
  readonly near: readonly string[]
  readonly unless: readonly string[]
  readonly isOfTwoAccounts: boolean
  readonly isOfTwoRegions: boolean
  readonly shape: string
  /** All of these stand in what it matches, each as a word, in lower case. */
  readonly words: readonly string[]
  /** Made when it is first looked for: a text has the words of few shapes. */
  pattern: RegExp | null
}

const soughtRows = once((): readonly Sought[] => {
  const rows = SITUATION_ROWS.flatMap(
    ([id, { says = [], near = [], unless = [], isOfTwoAccounts = false, isOfTwoRegions = false }]) =>
      says.map((shape) => ({ id, near, unless, isOfTwoAccounts, isOfTwoRegions, shape })),
  )
  const words = wordsOfShapes(rows.map(({ shape }) => shape))
  return rows.map((row, at) => ({ ...row, at, words: words[at] ?? [], pattern: null }))
})

/** The rows by the one of their words that fewest have, so that a text asks few of them; under no word those that have none. */
const rowsByWord = once((): ReadonlyMap<string, readonly Sought[]> => {
  const rows = soughtRows()
  const counts = new Map<string, number>()
  for (const { words } of rows) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const many = (word: string) => counts.get(word) ?? 0
  const byWord = new Map<string, Sought[]>()
  for (const row of rows) {
    const [first = '', ...others] = row.words
    const rarest = others.reduce((rare, word) => (many(word) < many(rare) ? word : rare), first)
    const before = byWord.get(rarest)
    if (before) before.push(row)
    else byWord.set(rarest, [row])
  }
  return byWord
})

/** The rows whose words all stand in a text, in their order. */
function rowsWithin(places: Places): readonly Sought[] {
  const byWord = rowsByWord()
  return ['', ...places.keys()]
    .flatMap((word) => byWord.get(word) ?? [])
    .filter(({ words }) => words.every((word) => places.has(word)))
    .toSorted((a, b) => a.at - b.at)
}

/** The longer words of all shapes: a line break inside one was put there by a terminal or a table. */
export const shapeWords = once(
  (): ReadonlySet<string> =>
    new Set(
      SITUATION_ROWS.flatMap(([, { says = [] }]) =>
        says.flatMap((shape) => shape.toLowerCase().match(/[a-z]{6,}/g) ?? []),
      ),
    ),
)

/** The words that are looked for. */
const lookedFor = once((): ReadonlySet<string> => new Set(soughtRows().flatMap(({ words }) => words)))

const WORD = /[a-z]{4,}/g

/** More of one situation in one stretch of text say nothing more. */
const MOST = 50

/** What can be seen beside a sentence: a letter of the word that goes on, the full stop and the quotes that end it. */
const BESIDE = 40

type Places = ReadonlyMap<string, readonly number[]>

/** Where the words stand that a shape can have. */
function placesIn(lower: string): Places {
  const places = new Map<string, number[]>()
  const known = lookedFor()
  for (const { 0: word, index } of lower.matchAll(WORD)) {
    if (!known.has(word)) continue
    const before = places.get(word)
    if (before) before.push(index)
    else places.set(word, [index])
  }
  return places
}

/** Is one of these places, which are in order, no farther from another? */
function isNear(places: readonly number[], at: number, reach: number): boolean {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < at - reach) low = middle + 1
    else high = middle
  }
  return (places[low] ?? Infinity) <= at + reach
}

/** The stretches in which a shape can stand: around its rarest word where the others are near, those that touch made one. */
function stretchesOf(
  { words, shape }: Sought,
  places: Places,
  length: number,
): readonly (readonly [start: number, end: number])[] {
  const [rarest, ...others] = words.map((word) => places.get(word) ?? []).toSorted((a, b) => a.length - b.length)
  if (rarest === undefined) return [[0, length]]
  const longest = longestOf(shape)
  const stretches: [number, number][] = []
  for (const at of rarest) {
    if (!others.every((other) => isNear(other, at, longest))) continue
    const last = stretches.at(-1)
    const [start, end] = [Math.max(0, at - longest - BESIDE), Math.min(length, at + longest + BESIDE)]
    if (last && start <= last[1]) last[1] = end
    else stretches.push([start, end])
  }
  return stretches
}

function findShape(text: string, places: Places, sought: Sought): SaidSituation[] {
  const { id, shape } = sought
  const pattern = (sought.pattern ??= patternOfShape(shape))
  const found: SaidSituation[] = []
  for (const [from, to] of stretchesOf(sought, places, text.length)) {
    for (const { index, 0: whole, indices } of text.slice(from, to).matchAll(pattern)) {
      const groups = Object.entries(indices?.groups ?? {}).flatMap(([name, range]) =>
        range === undefined ? [] : [[name, [range[0] + from, range[1] + from]] as const],
      )
      found.push({ id, start: index + from, end: index + from + whole.length, groups: Object.fromEntries(groups) })
      if (found.length === MOST) return found
    }
  }
  return found
}

const ACCOUNT = /(?<![\w.-])\d{12}(?![\w-])/g

const namesTwoAccounts = (text: string): boolean => new Set(text.match(ACCOUNT)).size > 1

/** Words that all stand in the text. */
const isNearby = (words: string, lower: string): boolean =>
  words.split(' … ').every((one) => signInText(lower, one) >= 0)

/** Does a text, in lower case, have words that contradict a row? */
export const isContradictedBy = ({ unless = [] }: Pick<SituationShape, 'unless'>, lower: string): boolean =>
  unless.some((words) => isNearby(words, lower))

/** Does the text have one of the words that a row asks for? */
export const hasNear = ({ near = [] }: Pick<SituationShape, 'near'>, lower: string): boolean =>
  near.length === 0 || near.some((words) => isNearby(words, lower))

/** S3 prints no Region of a bucket in us-east-1. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html */
const NO_LOCATION = /locationconstraint["']?\s{0,3}[:=>]\s{0,3}["']?(?:null|none)\b/

/** How many Regions a text shows. */
const regionsShown = (lower: string): number =>
  new Set([...regionsInNames(lower), ...(NO_LOCATION.test(lower) ? ['us-east-1'] : [])]).size

/** Does the text have what a row asks for beside its sentence? */
const isBeside = ({ near, isOfTwoAccounts, isOfTwoRegions }: Sought, lower: string, whole: string): boolean =>
  isOfTwoRegions
    ? regionsShown(whole.toLowerCase()) > 1 && (near.length === 0 || near.some((one) => isNearby(one, lower)))
    : near.length === 0 || near.some((one) => isNearby(one, lower)) || (isOfTwoAccounts && namesTwoAccounts(lower))

/** How long the words are that stand beside a sentence as its row asks for them: those of one case are longer than those of many. */
const lengthBeside = ({ near }: Sought, lower: string): number =>
  Math.max(0, ...near.filter((words) => isNearby(words, lower)).map((words) => words.length))

/**
 * All sentences of services that a text holds, in order; of those that overlap the one that asks for something beside it, then
 * the longest, then the one that asks for most. The whole text also has the commands that were typed, and their Regions.
 */
export function findSays(text: string, whole = text): readonly SaidSituation[] {
  const lower = text.toLowerCase()
  const places = placesIn(lower)
  const found = rowsWithin(places)
    .filter((one) => isBeside(one, lower, whole) && !isContradictedBy(one, lower))
    .flatMap((one) =>
      findShape(text, places, one).map((said) => ({
        said,
        asks: one.near.length > 0 || one.isOfTwoRegions ? 1 : 0,
        length: said.end - said.start,
        beside: lengthBeside(one, lower),
      })),
    )
    .toSorted((a, b) => b.asks - a.asks || b.length - a.length || b.beside - a.beside)
  const kept: SaidSituation[] = []
  for (const { said } of found) {
    if (!kept.some((other) => said.start < other.end && other.start < said.end)) kept.push(said)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}
