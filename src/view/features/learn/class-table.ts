import { answerText, isSameAnswer } from '../../../permalink/expected-answer'
import type { HandIn } from '../../../permalink/hand-in'
import { outcomeInWords, readOutcomes } from './repair-tries'

/** One person's work on one card. */
export interface ClassCell {
  /** At which try it was right, from 1; null: never. */
  readonly rightAt: number | null
  readonly tries: number
  /** What became of the last repair; null: none was tried. */
  readonly repair: string | null
}

/** What many got wrong on a card. */
export interface Misconception {
  readonly answer: string
  readonly count: number
}

/** A class at a look: a row a person, a column a card. */
export interface ClassTable {
  readonly cards: readonly { readonly title: string; readonly wrong: readonly Misconception[] }[]
  readonly people: readonly {
    readonly name: string
    readonly time: string
    readonly cells: readonly (ClassCell | null)[]
  }[]
}

const MOST_WRONG = 3

/** Of each person the last hand-in counts. Cards of one title, which begins with their number in the deck, are one card. */
export function classTable(handIns: readonly HandIn[]): ClassTable {
  const last = new Map(
    [...handIns].toSorted((one, other) => one.time.localeCompare(other.time)).map((one) => [one.name, one]),
  )
  const people = [...last.values()].toSorted((one, other) => one.name.localeCompare(other.name))
  const keyed = people.map((one) => new Map(one.cards.map((card) => [card.title, card] as const)))
  const titles = [...new Set(keyed.flatMap((cards) => [...cards.keys()]))].toSorted(
    (one, other) => (Number.parseInt(one, 10) || 0) - (Number.parseInt(other, 10) || 0),
  )
  return {
    cards: titles.map((title) => {
      const wrong = new Map<string, number>()
      for (const cards of keyed) {
        const card = cards.get(title)
        const answers = new Set(
          (card?.tries ?? []).filter((one) => card && !isSameAnswer(one, card.expected)).map(answerText),
        )
        for (const answer of answers) wrong.set(answer, (wrong.get(answer) ?? 0) + 1)
      }
      const ranked = [...wrong].map(([answer, count]) => ({ answer, count })).toSorted((a, b) => b.count - a.count)
      return { title, wrong: ranked.slice(0, MOST_WRONG) }
    }),
    people: people.map(({ name, time }, at) => ({
      name,
      time,
      cells: titles.map((title) => {
        const card = keyed[at]?.get(title)
        if (card === undefined) return null
        const found = card.tries.findIndex((one) => isSameAnswer(one, card.expected))
        const outcome = readOutcomes(card.repairs).at(-1)
        return {
          rightAt: found < 0 ? null : found + 1,
          tries: card.tries.length,
          repair: outcome === undefined ? null : outcomeInWords(outcome),
        }
      }),
    })),
  }
}

/** A cell of a file for spreadsheets: none of them may take it for a formula. */
const quoted = (value: string): string =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`

/** The table as CSV. */
export function classCsv({ cards, people }: ClassTable): string {
  const head = ['name', 'time', ...cards.flatMap(({ title }) => [`${title}: right at try`, `${title}: repair`])]
  const rows = people.map(({ name, time, cells }) => [
    name,
    time,
    ...cells.flatMap((cell) => [cell?.rightAt?.toString() ?? '', cell?.repair ?? '']),
  ])
  return [head, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
}
