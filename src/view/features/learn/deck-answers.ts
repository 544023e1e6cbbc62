import { withoutCredentials } from '../../../draft/file/without-credentials'
import { readAnswers, writeAnswers } from '../../../permalink/deck'
import { textOf } from '../../../text/fields'
import type { KeptAnswer } from './ExerciseCard'
import { readOutcomes, writeOutcomes } from './repair-tries'

/** What was answered in a deck, by the number of the card, and by whom. */
export interface DeckAnswers {
  readonly name: string
  readonly answers: ReadonlyMap<number, KeptAnswer>
}

const NONE: DeckAnswers = { name: '', answers: new Map() }

/** The answers of a deck as one text, without credentials in what was written. */
export const writeDeckAnswers = (deck: string, { name, answers }: DeckAnswers): string =>
  JSON.stringify(
    withoutCredentials([
      deck,
      name,
      ...[...answers].map(([card, { tries, isGivenUp, repairs, repairText }]) => [
        card,
        writeAnswers(tries),
        isGivenUp,
        writeOutcomes(repairs),
        repairText,
      ]),
    ]),
  )

function readCard(row: unknown): readonly (readonly [number, KeptAnswer])[] {
  if (!Array.isArray(row)) return []
  const [card, tried, isGivenUp, repaired, repairText] = row as readonly unknown[]
  const tries = typeof tried === 'string' ? readAnswers(tried) : null
  if (typeof card !== 'number' || tries === null) return []
  return [
    [
      card,
      { tries, isGivenUp: isGivenUp === true, repairs: readOutcomes(textOf(repaired)), repairText: textOf(repairText) },
    ],
  ]
}

/** The answers in a stored text, where they are of this deck; else none. */
export function parseDeckAnswers(deck: string, text: string | null): DeckAnswers {
  try {
    const read: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(read) || read[0] !== deck) return NONE
    const [, name, ...rows] = read as readonly unknown[]
    return { name: textOf(name), answers: new Map(rows.flatMap(readCard)) }
  } catch {
    return NONE
  }
}

const STORED = 'deck-answers'

/** What this page knows, also where the browser stores nothing. */
let last: string | null = null

/** What was answered in this tab: it outlives other pages and a reload, and is gone with the tab. */
export function keptDeckAnswers(deck: string): DeckAnswers {
  try {
    last ??= sessionStorage.getItem(STORED)
  } catch {
    // A browser without storage keeps the answers until the page is closed.
  }
  return parseDeckAnswers(deck, last)
}

/** Keeps what was answered in a deck, in place of what was answered in another. */
export function keepDeckAnswers(deck: string, answers: DeckAnswers) {
  last = writeDeckAnswers(deck, answers)
  try {
    sessionStorage.setItem(STORED, last)
  } catch {
    // As above.
  }
}
