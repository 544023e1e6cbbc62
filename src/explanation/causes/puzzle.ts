import type { SufficientCondition } from '../../evaluation/evaluation'
import type { ClaimReading } from '../words/claim-reading'
import { awsDenied, type JudgedCase } from '../judged-case'

/** What would let the request pass. */
export const waysOf = ({ evaluation }: JudgedCase): readonly SufficientCondition[] =>
  evaluation.sufficientConditions.filter(({ decision }) => decision === 'allowed')

/** AWS denied, and what would have let the request pass is known: then that did not hold. */
export const isPuzzle = (judged: JudgedCase, claim: ClaimReading | null): boolean =>
  awsDenied(judged) && claim === null && waysOf(judged).length > 0

/** How many tests decide. */
export const puzzleTests = (judged: JudgedCase): number =>
  waysOf(judged).reduce((sum, { requirements }) => sum + requirements.length, 0)
