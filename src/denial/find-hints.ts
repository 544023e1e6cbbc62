import { HINTS, type HintImplied } from './hints'
import type { Range } from '../text/mapped-text'
import type { DenialSentence } from './denial-sentence'
import { wordedDeeds } from './worded-deeds'

/** Words near a refusal that tell what it is about. */
export interface Hint {
  readonly range: Range
  readonly reach: number
  readonly service: string | null
  readonly implies: HintImplied
  /** The operation whose answer they are. */
  readonly answers?: string
  /** They are a log's own words for what failed, and not those of a known tool. */
  readonly isWorded?: true
}

/** So far before or after a refusal a log can say what it was doing. */
const WORDED_REACH = 400

const inWords = (text: string): Hint[] =>
  wordedDeeds(text).map(({ start, end, service, action }) => ({
    range: [start, end],
    reach: WORDED_REACH,
    service,
    implies: { action },
    isWorded: true,
  }))

/** All hints of the text, in order; those of a row of the table that stands higher come first at one place. */
export function findHints(text: string): Hint[] {
  const told = HINTS.flatMap(({ pattern, text: needed, service, implies, answers, reach }) =>
    text.includes(needed)
      ? [...text.matchAll(pattern)].map(({ 0: words, index, groups }): Hint => {
          const implied = implies(groups ?? {})
          return {
            range: [index, index + words.length],
            reach,
            service: service ?? implied.service ?? null,
            implies: implied,
            ...(answers === undefined ? {} : { answers }),
          }
        })
      : [],
  )
  return [...told, ...inWords(text)].sort((a, b) => a.range[0] - b.range[0])
}

/** A place after the refusal tells less of it than one before. */
const AFTER = 150

function distance({ range: [start, end], reach }: Hint, statement: DenialSentence): number {
  const gap = Math.max(0, statement.start - end, start - statement.end)
  return gap > reach ? Infinity : gap + (start >= statement.end ? AFTER : 0)
}

/** The nearest of the hints that `fits`. */
export function nearestHint(
  hints: readonly Hint[],
  statement: DenialSentence,
  fits: (hint: Hint) => boolean,
): Hint | null {
  let best: Hint | null = null
  for (const hint of hints) {
    if (!fits(hint)) continue
    if (distance(hint, statement) < (best ? distance(best, statement) : Infinity)) best = hint
  }
  return best
}
