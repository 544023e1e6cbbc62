import { compileShape, type CompiledShape } from './compile-shape'
import { SITUATION_ROWS, type SituationId } from './situations'

/** A sentence of a service found in a text. */
export interface SaidSituation {
  readonly id: SituationId
  readonly start: number
  readonly end: number
  /** What stands in its gaps, and where. */
  readonly groups: Readonly<Record<string, readonly [start: number, end: number]>>
}

interface Sought extends CompiledShape {
  readonly id: SituationId
  readonly near: readonly string[]
}

const SOUGHT: readonly Sought[] = SITUATION_ROWS.flatMap(([id, { says = [], near = [] }]) =>
  says.map((shape) => ({ id, near, ...compileShape(shape) })),
)

/** The shapes by the longest of their words, so that a text is asked only for those whose word it has. */
const BY_WORD: ReadonlyMap<string, readonly Sought[]> = new Map(
  [...new Set(SOUGHT.map(({ words }) => words[0] ?? ''))].map((word) => [
    word,
    SOUGHT.filter(({ words }) => words[0] === word),
  ]),
)

/** The longer words of all shapes: a line break inside one was put there by a terminal or a table. */
export const SHAPE_WORDS: ReadonlySet<string> = new Set(
  SITUATION_ROWS.flatMap(([, { says = [] }]) => says.flatMap((shape) => shape.toLowerCase().match(/[a-z]{6,}/g) ?? [])),
)

const WORD = /[a-z]{4,}/g

/** More of one situation in one stretch of text say nothing more. */
const MOST = 50

function findShape(text: string, { id, pattern }: Sought): SaidSituation[] {
  const found: SaidSituation[] = []
  for (const { index, 0: whole, indices } of text.matchAll(pattern())) {
    const groups = Object.entries(indices?.groups ?? {}).filter(([, range]) => range !== undefined)
    found.push({ id, start: index, end: index + whole.length, groups: Object.fromEntries(groups) })
    if (found.length === MOST) break
  }
  return found
}

/** All sentences of services that a text holds, in order; of those that overlap the one that asks for most, and is longest. */
export function findSays(text: string): readonly SaidSituation[] {
  const lower = text.toLowerCase()
  const has = new Set<string>()
  for (const [word] of lower.matchAll(WORD)) has.add(word)
  const sought = [...has]
    .flatMap((word) => BY_WORD.get(word) ?? [])
    .filter(
      ({ words, near }) =>
        words.every((one) => has.has(one)) && (near.length === 0 || near.some((one) => lower.includes(one))),
    )
  const found = sought
    .flatMap((one) =>
      findShape(text, one).map((said) => ({ said, asks: one.near.length > 0 ? 1 : 0, length: said.end - said.start })),
    )
    .toSorted((a, b) => b.asks - a.asks || b.length - a.length)
  const kept: SaidSituation[] = []
  for (const { said } of found) {
    if (!kept.some((other) => said.start < other.end && other.start < said.end)) kept.push(said)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}
