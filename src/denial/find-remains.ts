import { readSubject } from './read-subject'
import { stickyMatch } from './read-value'
import { pieceOf, type Fragment, type FragmentName, type DenialSentence } from './denial-sentence'
import type { Wrapper } from './wrapper'

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

const ARN = /arn:aws[\w-]*:(?:iam|sts)::[^\s:]{0,60}:(?:user|assumed-role|federated-user|role|root)\S*/
const EXPLICIT_ELSEWHERE =
  /明示的な?拒否|明确拒绝|显式拒绝|명시적\s?거부|denegación\sexplícita|refus\sexplicite|explizite[rn]?\s(?:Ablehnung|Verweigerung)|negação\sexplícita|rifiuto\sesplicito/

/** A message in another language: only the ARN, the action and the code are as AWS wrote them. */
export function findTranslated(text: string, wrappers: readonly Wrapper[]): DenialSentence[] {
  const code = wrappers.find((w) => w.name === 'code word')
  if (!code) return []
  const line = text.slice(code.end, code.end + 900).split('\n\n', 1)[0] ?? ''
  const arn = ARN.exec(line)
  if (!arn) return []
  const base = code.end
  const after = arn.index + arn[0].length
  const action = /(?<![\w:])[a-z][a-z0-9-]{1,30}:[A-Z]\w+/.exec(line.slice(after))
  if (!action) return []
  const actionAt = after + action.index
  const actionEnd = actionAt + action[0].length
  const resource = /^\s?:\s?([^(\n]{1,200}?)\s?(?:\(|$)/.exec(line.slice(actionEnd))
  const pieces: Partial<Record<FragmentName, Fragment>> = {
    principal: pieceOf(text, base + arn.index, base + after),
    action: pieceOf(text, base + actionAt, base + actionEnd),
  }
  const value = resource?.[1]
  if (resource && value !== undefined) {
    const at = base + actionEnd + resource[0].indexOf(value)
    pieces.resource = pieceOf(text, at, at + value.length)
  }
  return [
    {
      row: 'translated',
      start: base + arn.index,
      end: base + (value === undefined ? actionEnd : actionEnd + (resource?.[0].length ?? 0)),
      pieces,
      decision: EXPLICIT_ELSEWHERE.test(line) ? 'explicit' : 'unknown',
      layer: 'unknown',
    },
  ]
}
