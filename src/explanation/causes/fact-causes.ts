import { observe } from '../../knowledge/observe'
import { matchingRows } from '../../knowledge/likely-causes'
import { didYouMean } from '../../reference/did-you-mean'
import { lacksPart, type Lacks } from '../../text/lacks'
import type { JudgedCase } from '../judged-case'
import type { AnswerParts } from '../whole-parts'
import { NO_FACTS, type KnownFacts } from './known-facts'
import { nearestKey } from './nearest-key'

/** What can have caused the denial besides what the policies here show, each tested by the evaluation. */
export const factCauses = (judged: JudgedCase, { given, rows, telling }: AnswerParts): KnownFacts | Lacks => {
  const { accessCase, denial, error, evaluation, isChanged, situationAnswers } = judged
  const told = denial ?? error ?? null
  if (told === null || isChanged === true) return NO_FACTS
  const seen = {
    ...observe(accessCase, told, evaluation.context),
    ...(situationAnswers && { situationAnswers }),
    nearestKey: nearestKey(judged),
    nearestName: (written: string, names: readonly string[]) => didYouMean(written, names, 1)[0] ?? null,
  }
  const fitting = matchingRows(seen, given?.findInTests)
  if (lacksPart(fitting)) return fitting
  if (fitting.length === 0) return { causes: [], callers: [] }
  if (telling !== undefined) return telling.rowCauses(judged, fitting, rows)
  const isWorded = rows !== undefined || fitting.every(({ said }) => said !== undefined)
  return { lacks: isWorded ? 'telling' : 'rows' }
}
