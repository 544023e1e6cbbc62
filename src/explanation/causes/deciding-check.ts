import { howDenied } from '../../denial/denial'
import { DECIDING_CHECKS, decidingCheckOf, type DecidingCheck } from '../../knowledge/deciding-checks'
import { shownOf } from './by-the-text'
import { clueless } from './clue-weights'
import { DECIDING_CHECK_MESSAGES } from '../../knowledge/messages/deciding-checks'
import { factsOf, fill, hasGaps, observe, filledWords } from '../../knowledge/observe'
import type { Facts } from '../../knowledge/knowledge'
import { join } from '../../text/phrase'
import type { Cause, DecidingQuestion, Ground } from '../answer'
import { layerResult, type JudgedCase } from '../judged-case'
import { isRunAlready } from '../steps/run-already'
import { literal } from '../steps/script'
import { testCheck } from './tested-check'
import { rowPhrase, withBlanks } from '../words/row-phrase'

/** Causes that only fit the call: nothing pasted shows one of them. */
const FITTING: ReadonlySet<Ground> = new Set<Ground>([
  'unseen-first',
  'unseen-second',
  'unseen-deny',
  'open-resource',
  'deny-of-token',
  'fact-possible',
])

/** Does the likeliest cause stand out, since something shows it? */
const standsOut = (judged: JudgedCase, [first]: readonly Cause[]): boolean =>
  first === undefined || !(FITTING.has(first.ground) || clueless(first))

/** Do the policies given here show what the check would tell? */
function isRuledOut(judged: JudgedCase, { unlessAllowed }: DecidingCheck, facts: Facts): boolean {
  if (unlessAllowed === undefined) return false
  const { action } = unlessAllowed
  const resource = fill(unlessAllowed.resource, { partition: 'aws', ...facts })
  return (
    !hasGaps(resource) && testCheck(judged, 'identity', { principal: null, action, resource }).outcome === 'allowed'
  )
}

/** The check that comes before all causes, where none of them stands out; null: one does, or none is known. */
export const decidingCheck = (judged: JudgedCase, causes: readonly Cause[]): DecidingQuestion | null =>
  standsOut(judged, causes) ? null : checkOfWords(judged)

/** The check that tells apart what can be behind the words of the error; null: none is known, or its answer is here. */
export function checkOfWords(judged: JudgedCase): DecidingQuestion | null {
  const { accessCase, denial, evaluation } = judged
  if (denial === null || denial.kind === 'not-authorization' || howDenied(denial) === 'explicitDeny') return null
  const seen = observe(accessCase, denial, evaluation.context)
  const id = decidingCheckOf(seen, new Set(shownOf(judged).map((one) => one.id)))
  if (id === null) return null
  const row: DecidingCheck = DECIDING_CHECKS[id]
  const { asks, outcomes, whereAllowed, unnamed } = DECIDING_CHECK_MESSAGES[id]
  const facts = factsOf(seen)
  if (isRuledOut(judged, row, facts)) return null
  const isAllowed = layerResult(evaluation, 'identity')?.status === 'allows'
  const run = filledWords(row.run, facts)
  const command = run === null || run.some(hasGaps) ? null : literal(run)
  if (command !== null && isRunAlready(accessCase.error ?? '', command)) return null
  const nameFirst = run?.some(hasGaps) === true && accessCase.request.principal === '' ? unnamed : undefined
  const told = isAllowed ? (whereAllowed ?? outcomes) : outcomes
  const sentences = (nameFirst ? [...nameFirst.begins, ...told.slice(1)] : told).map((one) => rowPhrase(one, facts))
  return {
    headline: rowPhrase(nameFirst?.asks ?? asks, facts),
    look: rowPhrase(nameFirst?.look ?? asks, facts),
    sentence: join(...sentences.flatMap((one, at) => (at === 0 ? [one] : [' ', one]))),
    command,
    outline: run?.some(hasGaps) ? literal(run.map(withBlanks)) : null,
    page: row.page,
  }
}
