import { buildDenial } from './build-denial'
import type { Denial } from './denial'
import { findStatements } from './find-statements'
import { findStructures } from './find-structures'
import { findSituations } from './find-situations'
import { findWrappers } from './find-wrappers'
import { link, type Linked } from './link'
import type { DenialCandidate } from './merge-denials'
import { normalise } from './normalise'
import type { DenialSentence } from './denial-sentence'
import { surroundingsOf } from './surroundings'
import { SITUATION_ROWS } from '../facts/situations/situations'

/** How near the words of another error must stand to say that this is no denial. */
const NEAR = 1_500

/** Whether words nearby show that a refusal without an ARN came from elsewhere, or that a code alone means something else. */
function isOverruled(text: string, { row, start, end }: DenialSentence): boolean {
  const foreign = !text.slice(start, end).includes('arn:aws')
  const bare = row === 'code alone'
  if (!foreign && !bare) return false
  const near = text.slice(Math.max(0, start - NEAR), end + NEAR)
  return SITUATION_ROWS.some(
    ([, { overrules, pattern }]) =>
      (overrules === 'codes' ? bare : overrules === 'aws' && foreign) && pattern?.test(near),
  )
}

/** A sentence that lists actions is one for each of them. */
function eachAction(linked: Linked): Linked[] {
  const { statement } = linked
  const { furtherActions = [], ...first } = statement
  const further = furtherActions.map((action) => ({ ...first, pieces: { ...first.pieces, action } }))
  return [first, ...further].map((one) => ({ ...linked, statement: one }))
}

/** What a stretch of the text states. */
export interface WindowReading {
  readonly candidates: readonly DenialCandidate[]
  /** The errors that are no denials, the one that explains most first. */
  readonly others: readonly Denial[]
}

/** Reads one stretch of a text. */
export function readWindow(raw: string, from: number, to: number): WindowReading {
  const mapped = normalise(raw, from, to)
  const { text } = mapped
  const wrappers = findWrappers(text)
  const detailed = findStructures(text, findStatements(text, wrappers))
  const situations = findSituations(text, wrappers)
  const linked = link(
    text,
    detailed.map((one) => one.statement),
    wrappers,
  )
  const near = surroundingsOf(
    text,
    linked.map((one) => one.statement),
  )
  const read = linked.flatMap((all, i) =>
    eachAction(all).map((one) => ({ one, denial: buildDenial(mapped, one, detailed[i]?.detail ?? null, near[i]) })),
  )
  const candidates = read.flatMap(({ one: { statement }, denial }): DenialCandidate[] => {
    if (denial.kind === 'not-authorization' || isOverruled(text, statement)) return []
    const wrapped = denial.errorCode !== null || denial.requestId !== null || denial.operation !== null
    return [{ denial, weak: statement.weak === true && !(wrapped && statement.row === 'access denied') }]
  })
  const events = read.filter(({ denial }) => denial.kind === 'not-authorization').map(({ denial }) => denial)
  const lone = (statement: DenialSentence) =>
    link(text, [statement], wrappers).map((one) => buildDenial(mapped, one, null, surroundingsOf(text, [statement])[0]))
  return { candidates, others: [...events, ...situations.flatMap(lone)] }
}
