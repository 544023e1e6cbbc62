import type { RepairResult } from '../../../lessons/check-repair'

type Outcome = RepairResult['outcome']

/** What became of a repair, as its letter in a link that is handed in, and in words. */
const OUTCOMES: Readonly<Record<Outcome, { readonly sign: string; readonly words: string }>> = {
  works: { sign: 'w', words: 'works' },
  wide: { sign: 'v', words: 'works, but opens more than was asked for' },
  loses: { sign: 'l', words: 'takes away what was allowed' },
  stillDenied: { sign: 'd', words: 'still denied' },
  depends: { sign: 'p', words: 'depends on what is not known' },
  tooOpen: { sign: 'o', words: 'opens too much' },
  tooNarrow: { sign: 'n', words: 'not all that is asked for passes' },
  unreadable: { sign: 'u', words: 'no complete JSON' },
  malformed: { sign: 'm', words: 'no policy that IAM would take' },
  otherQuestion: { sign: 'q', words: 'another request' },
}

const MOST = 30

/** Outcomes as a short text; of many the last ones. */
export const writeOutcomes = (outcomes: readonly Outcome[]): string =>
  outcomes
    .slice(-MOST)
    .map((outcome) => OUTCOMES[outcome].sign)
    .join('')

/** The outcomes of such a text; what is none is passed over. */
export const readOutcomes = (text: string): readonly Outcome[] =>
  [...text.slice(0, MOST)].flatMap((sign) =>
    (Object.keys(OUTCOMES) as Outcome[]).filter((one) => OUTCOMES[one].sign === sign),
  )

/** What became of a repair, in words. */
export const outcomeInWords = (outcome: Outcome): string => OUTCOMES[outcome].words
