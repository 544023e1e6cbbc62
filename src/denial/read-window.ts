import { buildDenial } from './build-denial'
import type { Denial } from './denial'
import { findStatements } from './find-statements'
import { findStructures } from './find-structures'
import { isContradicted, isOfGate } from './find-kinds'
import { findSituations } from './find-situations'
import { findWrappers } from './find-wrappers'
import { link, type Linked } from './link'
import type { DenialCandidate } from './merge-denials'
import { untimedStretch, type PlainText } from '../medium/plain-text'
import { stretchOf, rangeOf, type MappedText, type Range } from '../text/mapped-text'
import { once } from '../text/once'
import { normalise } from './normalise'
import type { DenialSentence } from './denial-sentence'
import { isOfOtherSpeaker, isOfOtherServer, refusesOtherAction } from './other-speakers'
import { isNoEvent } from './no-event'
import { isOfPassedTest } from './passed-tests'
import { isCommitLog, isSourceCode } from './source-code'
import { isOfGuide, isQuestion } from './told-sentences'
import { findSituationSentences } from './situation-sentences'
import { surroundingsOf } from './surroundings'
import { isOfAnother } from './with-grammar'
import { situationOfCode, SITUATIONS } from '../facts/situations/situations'
import type { Wrapper } from './wrapper'

/** How near the words of another error must stand to say that this is no denial. */
const NEAR = 1_500

/** Whether words nearby show that a refusal without an ARN came from elsewhere, or that a code alone means something else. */
function isOverruled(text: string, statement: DenialSentence, others: readonly DenialSentence[]): boolean {
  return (
    isBesideOther(statement, others, text) || isOfOtherSpeaker(text, statement) || refusesOtherAction(text, statement)
  )
}

/** Is it a code or a few words, without the ARN of anything? */
const isBare = (
  { row, weak, start, end }: Pick<DenialSentence, 'row' | 'start' | 'end'> & { readonly weak?: boolean | undefined },
  text: string,
) => row === 'code alone' || (weak === true && !text.slice(start, end).includes('arn:aws'))

/** Does a sentence name a thing of AWS, whole? That of a program has gaps that are filled when it runs. */
const namesArn = ({ start, end }: DenialSentence, text: string): boolean =>
  /arn:aws[\w-]{0,20}:[^\s{}$]{5,}/.test(text.slice(start, end))

/** How far behind an outer error the inner one begins. */
const INNER = 90

/** What Terraform puts before the error of STS, and how far from it that stands. */
const HEADING = /\bcannot\s(?:be\sassumed|assume\sIAM\srole)\b/i
const FAR_HEADING = 1_200
const BEHIND_HEADING = /(?:^|\n)[^\w\n]{0,8}(?:AWS )?Error: [^\n]{0,300}$/

/** Is it a heading below which AWS’s own error says that it was the credentials or the request? */
const isHeadingOf = ({ start, end, pieces }: Pick<DenialSentence, 'start' | 'end' | 'pieces'>, text: string) => {
  if (pieces.principal !== undefined || !HEADING.test(text.slice(start, end))) return () => false
  return (other: DenialSentence) =>
    other.start >= end && other.start - end < FAR_HEADING && BEHIND_HEADING.test(text.slice(end, other.start))
}

/** Does a service say in words of its own, in the same place or near a few words that name no ARN, that it is something else? */
const isBesideOther = (
  { row, weak, situation, start, end, pieces }: DenialSentence,
  others: readonly DenialSentence[],
  text: string,
) => {
  if (pieces.principal === undefined && others.length > 0 && isQuestion(text, { start, end })) return true
  if (others.some(isHeadingOf({ start, end, pieces }, text))) return true
  if (situation !== undefined && row !== 'code alone') return false
  // What follows behind a colon is the inner error, which decides.
  const isOuter = (other: DenialSentence) =>
    other.start >= end && other.start - end < INNER && /^:\s(?:\w{3,60}:\s)?$/.test(text.slice(end, other.start))
  if (pieces.principal === undefined && others.some(isOuter)) return true
  const reach = isBare({ row, weak, start, end }, text) ? NEAR : 0
  return others.some((other) => other.start < end + reach && start - reach < other.end)
}

/** The situations of sentences that give way to a denial near them that says more go over to that one. */
function lendSituations(candidates: readonly DenialCandidate[]): readonly DenialCandidate[] {
  const weak = candidates.filter((one) => one.weak && one.denial.situation !== undefined)
  if (weak.length === 0) return candidates
  return candidates.map((one) => {
    const { denial } = one
    if (one.weak || saysOf(denial) !== undefined) return one
    const lender = weak.find((other) => canLend(other.denial, denial))?.denial
    return lender?.situation === undefined
      ? one
      : { ...one, denial: { ...denial, situation: lender.situation, ...(lender.named && { named: lender.named }) } }
  })
}

/** The sentences of the situation that a denial is of already: one that is known by a code or a word gives way to them. */
const saysOf = ({ situation }: Denial) => (situation === undefined ? undefined : SITUATIONS[situation].says)

function canLend({ span, situation }: Denial, to: Denial): boolean {
  if (isOfAnother(to.principal, situation)) return false
  const { actions = [] } = situation === undefined ? {} : SITUATIONS[situation]
  const action = to.action ?? to.inferred.action
  const isNear = span[0] < to.span[1] + NEAR && to.span[0] - NEAR < span[1]
  return isNear && (action === undefined || actions.length === 0 || actions.includes(action))
}

/** A sentence that lists actions is one for each of them. */
function eachAction(linked: Linked): Linked[] {
  const { statement } = linked
  const { furtherActions = [], ...first } = statement
  const further = furtherActions.map((action) => ({ ...first, pieces: { ...first.pieces, action } }))
  return [first, ...further].map((one) => ({ ...linked, statement: one }))
}

/** Sentences that are read off their form: a policy that was not accepted has roles, actions and ARNs besides. */
const BY_FORM: ReadonlySet<string> = new Set(['by its structure', 'translated'])

/** Does the code of an error say that a policy document was not accepted? */
const refusesDocument = (text: string, wrappers: readonly Wrapper[]): boolean =>
  SITUATIONS['policy-document'].pattern?.test(text) === true ||
  wrappers.some(
    ({ fields: { errorCode } }) =>
      errorCode !== undefined && situationOfCode(text.slice(...errorCode)) === 'policy-document',
  )

/** Does a guide only tell of a code that can be answered? */
const isCodeOfGuide = (text: string, { row, start }: DenialSentence): boolean =>
  row === 'situation code' && isOfGuide(text, start)

/** What a stretch of the text states. */
export interface WindowReading {
  readonly candidates: readonly DenialCandidate[]
  /** Of the errors that are no denials the one that explains most: read when it is asked for. */
  readonly other: () => Denial | null
}

/** Reads one stretch of a text as it was written. Its sentences are read without the times of the lines. */
export function readWindow(plain: PlainText, range: Range = [0, plain.text.length]): WindowReading {
  const timed = stretchOf(plain, range)
  const mapped = normalise(untimedStretch(plain, range))
  const { text } = mapped
  const wrappers = findWrappers(text)
  const said = findSituationSentences(text, timed.text)
  const detailed = findStructures(text, findStatements(text, wrappers, said))
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
  const placeIn = (written: MappedText, start: number): number => {
    const place = mapped.starts[start] ?? timed.starts[0] ?? 0
    return rangeOf(written, [place, place + 1])[0]
  }
  const isSource = once(() => {
    const places = [...said.denials, ...said.others].map(({ start }) => placeIn(timed, start))
    return isSourceCode(text, timed.text, places) || isCommitLog(timed.text)
  })
  const isOfNoEvent = ({ start, end }: Pick<DenialSentence, 'start' | 'end'>) =>
    isNoEvent({ written: plain.text, at: placeIn(plain, start), text, start, end })
  const isOfDocument = once(() => refusesDocument(text, wrappers))
  const candidates = read.flatMap(({ one: { statement }, denial }): DenialCandidate[] => {
    if (denial.kind === 'not-authorization' || isOverruled(text, statement, said.others)) return []
    if (BY_FORM.has(statement.row) && isOfDocument()) return []
    if (isContradicted(text, statement, wrappers) || isOfGate(text, statement, wrappers)) return []
    if (
      (isBare(statement, text) || !namesArn(statement, text)) &&
      (isSource() || isOfPassedTest(text, statement.start))
    )
      return []
    if (isOfNoEvent(statement)) return []
    const wrapped = denial.errorCode !== null || denial.requestId !== null || denial.operation !== null
    return [{ denial, weak: statement.weak === true && !(wrapped && statement.row === 'access denied') }]
  })
  const events = read.filter(({ denial }) => denial.kind === 'not-authorization').map(({ denial }) => denial)
  const other = (): Denial | null => {
    const scope = read.find(({ one }) => refusesOtherAction(text, one.statement))?.one.statement
    const situations = isSource()
      ? []
      : findSituations(text, wrappers, said.others, timed.text).filter(
          (one) => !isOfPassedTest(text, one.start) && !isOfNoEvent(one) && !isCodeOfGuide(text, one),
        )
    const [outer] = situations
    const first =
      outer !== undefined && isOfOtherServer(outer) ? outer : situations.find((one) => said.others.includes(one))
    const [event] = events
    const statement =
      first ??
      (scope && { ...scope, pieces: {}, situation: 'program-scope' }) ??
      (event === undefined ? situations[0] : undefined)
    if (statement === undefined) return event ?? null
    const [linkedAlone] = link(text, [statement], wrappers)
    return linkedAlone ? buildDenial(mapped, linkedAlone, null, surroundingsOf(text, [statement])[0]) : null
  }
  return { candidates: lendSituations(candidates), other }
}
