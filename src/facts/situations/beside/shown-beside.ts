import { tellsThat } from '../../../text/tells-that'
import type { SaidSituation } from '../find-says'
import type { SituationId } from '../situations'
import type { BesideRow } from './beside-row'
import { BESIDE } from './rows'
import type { SeenBeside } from './sign'

const TOLD_BESIDE: ReadonlySet<SituationId> = new Set(BESIDE.map(({ is }) => is))

/** Is it a row that signs beside a sentence tell, and not the sentence alone? */
export const isToldBeside = (id: SituationId): boolean => TOLD_BESIDE.has(id)

/** Does a text have all that a row names beside its sentence? */
const isSeenBeside = ({ of, shows = [], lacks = [], tells, sign }: BesideRow, seen: SeenBeside): boolean =>
  (typeof of === 'function' ? of(seen.said.id) : of.includes(seen.said.id)) &&
  shows.every((one) => one.test(seen.whole)) &&
  !lacks.some((one) => one.test(seen.whole)) &&
  (tells === undefined || tellsThat(seen.whole, tells)) &&
  (sign === undefined || sign(seen))

/** What a sentence of a service means beside what else the text shows: its own row, or one that says more. */
export function shownBeside(text: string, said: SaidSituation, whole = text): SituationId {
  const seen = { text, said, whole }
  return BESIDE.find((row) => isSeenBeside(row, seen))?.is ?? said.id
}
