import { stickyMatch } from '../text/sticky-match'
import { readSubject } from './read-subject'
import { pieceOf, type Fragment, type DenialSentence } from './denial-sentence'

/** The beginning of "is not authorized", and the paste, a paragraph or a quotation ends. */
const CUT_VERB = /\sis(?:\snot(?:\sauth\w{0,10}(?:\sto(?:\sper\w{0,5})?)?)?)?\s?(?=\n\n|$|\.{2}|["'}]|\(truncated)/g

/** A code or an operation and a subject, and the paste ends. */
const CUT_AT_ONCE =
  /(?<=\b(?:AccessDenied\w{0,20}|UnauthorizedOperation\w{0,20}|operation):\s)User:?\s(?=arn:[^\s"'`]{12,600}\s?(?:$|\n\n|["'`]))/g

const AFTER_USER = /[^\s"'`]{1,600}/y

const cutStatement = (start: number, end: number, principal: Fragment): DenialSentence => ({
  row: 'cut after the subject',
  start,
  end,
  pieces: { principal },
  decision: 'unknown',
  layer: 'unknown',
})

/** Tells of places in ascending order whether they are in one of the statements. */
function inside(statements: readonly DenialSentence[]): (at: number) => boolean {
  let i = 0
  return (at) => {
    while (i < statements.length && (statements[i]?.end ?? 0) <= at) i++
    return (statements[i]?.start ?? Infinity) <= at
  }
}

/** Subjects with which the paste ends, outside the statements that are known. */
function findCutAtOnce(
  text: string,
  whole: readonly DenialSentence[],
  cut: readonly DenialSentence[],
): DenialSentence[] {
  const known = [inside(whole), inside(cut)]
  return [...text.matchAll(CUT_AT_ONCE)].flatMap(({ 0: { length }, index }): DenialSentence[] => {
    if (known.some((isKnown) => isKnown(index))) return []
    const start = index + length
    const end = start + (stickyMatch(AFTER_USER, text, start)?.[0].length ?? 0)
    return [cutStatement(index, end, pieceOf(text, start, end))]
  })
}

/** Sentences that the paste cuts in or after their subject. `statements` are those that are whole, in order. */
export function findCutSubjects(text: string, statements: readonly DenialSentence[]): DenialSentence[] {
  const found: DenialSentence[] = []
  let floor = 0
  let next = 0
  for (const match of text.matchAll(CUT_VERB)) {
    for (; next < statements.length && (statements[next]?.end ?? 0) <= match.index; next++)
      floor = statements[next]?.end ?? floor
    const end = match.index + match[0].length
    const before = text.slice(Math.max(floor, match.index - 700), match.index)
    if (!before.includes('arn:') && !before.includes('User')) continue
    const { start, principal } = readSubject(text, floor, match.index + 1)
    if (!principal || (statements[next]?.start ?? Infinity) < end) continue
    if (!principal.value.startsWith('arn:') && !text.startsWith('User', start)) continue
    found.push(cutStatement(start, end, principal))
    floor = end
  }
  return [...found, ...findCutAtOnce(text, statements, found)]
}
