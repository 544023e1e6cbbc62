import { pieceOf, pieceWithout, type Piece, type PieceName, type Statement } from './statement'
import type { Wrapper } from './wrapper'

const CUT_SUBJECT =
  /User:?\s(?<principal>[^\s"]\S{0,600}(?:\n\S{1,600})?)\sis(?:\snot(?:\sauth\w*(?:\sto(?:\sper\w*)?)?)?)?\s?(?=\n\n|$|\.{2}|["'}]|\(truncated)/dg

/** Sentences that the paste cuts after their subject: at its end, at the end of a paragraph, or where a quotation ends. */
export function findCutSubjects(text: string, statements: readonly Statement[]): Statement[] {
  const found: Statement[] = []
  let next = 0
  for (const match of text.matchAll(CUT_SUBJECT)) {
    while (next < statements.length && (statements[next]?.end ?? 0) <= match.index) next++
    const end = match.index + match[0].length
    const range = match.indices?.groups?.principal
    if (!range || (statements[next]?.start ?? Infinity) < end) continue
    found.push({
      row: 'cut after the subject',
      start: match.index,
      end,
      pieces: { principal: pieceWithout(text, range[0], range[1], /\n/g) },
      decision: 'unknown',
      layer: 'unknown',
    })
  }
  return found
}

const ARN = /arn:aws[\w-]*:(?:iam|sts)::[^\s:]{0,60}:(?:user|assumed-role|federated-user|role|root)\S*/
const EXPLICIT_ELSEWHERE =
  /明示的な?拒否|明确拒绝|显式拒绝|명시적\s?거부|denegación\sexplícita|refus\sexplicite|explizite[rn]?\s(?:Ablehnung|Verweigerung)|negação\sexplícita|rifiuto\sesplicito/

/** A message in another language: only the ARN, the action and the code are as AWS wrote them. */
export function findTranslated(text: string, wrappers: readonly Wrapper[]): Statement[] {
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
  const pieces: Partial<Record<PieceName, Piece>> = {
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
