import type { Denial } from '../denial/denial'
import { refusesDocument } from '../explanation/causes/refused-document'
import {
  areaOfSituation,
  situationWhereTrusted,
  SITUATIONS,
  type SituationAnswers,
  type SituationArea,
  type SituationId,
} from '../facts/situations/situations'
import { own } from '../text/own'
import type { Diagnosis } from './diagnosis'

/** The situations that errors are in, by their own words; what is no denial and has none is another error. */
const situationsAsked = (errors: readonly Denial[]): readonly SituationId[] => [
  ...new Set(
    errors.flatMap(({ situation, kind }): readonly SituationId[] => {
      if (situation !== undefined) return [situation, situationWhereTrusted(situation) ?? situation]
      return kind === 'not-authorization' ? ['other-error'] : []
    }),
  ),
]

/** Where what is said of them stands. */
export const areasAsked = (errors: readonly Denial[]): readonly SituationArea[] => [
  ...new Set(situationsAsked(errors).map(areaOfSituation)),
]

/** What is said of the situations that errors are in, of all that is at hand. */
export const answersAsked = (errors: readonly Denial[], answers: SituationAnswers): SituationAnswers =>
  Object.fromEntries(
    situationsAsked(errors).flatMap((id) => {
      const said = own(answers, id)
      return said === undefined ? [] : [[id, said] as const]
    }),
  )

/** Does an error name a situation of which nothing was at hand? Then the diagnosis is not whole. */
export const lacksAnswers = ({ reading, judged }: Diagnosis): boolean =>
  judged !== null &&
  situationsAsked(reading?.denials ?? []).some((id) => own(judged.situationAnswers ?? {}, id) === undefined)

/** Does a diagnosis want what few answers need, where it was not handed in? Then it is worth loading. */
export const wantsMore = (done: Diagnosis): boolean =>
  lacksAnswers(done) || refusesDocument(done.reading?.denials ?? [])

/** Is it an error of which nothing shows that AWS was asked? */
export const isOfNoCall = (denial: Denial | null, error: Denial | null): boolean =>
  denial === null && error?.situation !== undefined && SITUATIONS[error.situation].isOfNoCall === true
