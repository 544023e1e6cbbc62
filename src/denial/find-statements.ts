import { attachBlobs, readLoneBlob } from './find-blobs'
import { findBareCodes } from './find-bare-codes'
import { findLoneReasons, findRefusals } from './read-refusal'
import { claimOf } from './reasons'
import { SENTENCES } from './sentences'
import { pieceOf, pieceWithout, type Piece, type PieceName, type Statement } from './statement'
import type { Wrapper } from './wrapper'

const GROUPS: readonly PieceName[] = ['principal', 'action', 'resource']

const overlaps = (a: Statement, start: number, end: number) => a.start < end && start < a.end

/** The sentences with words of their own, in the order of their table. */
function findSentences(text: string): Statement[] {
  const found: Statement[] = []
  for (const row of SENTENCES) {
    for (const match of text.matchAll(row.pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((s) => overlaps(s, start, end))) continue
      const pieces: Partial<Record<PieceName, Piece>> = {}
      for (const name of GROUPS) {
        const range = match.indices?.groups?.[name]
        if (range) pieces[name] = pieceOf(text, range[0], range[1])
      }
      const service = match.groups?.service?.toLowerCase() ?? row.service
      const claim = claimOf(match.groups?.reason)
      const reason = match.indices?.groups?.reason
      if (reason) pieces.reason = pieceOf(text, reason[0], reason[1])
      found.push({
        row: row.name,
        start,
        end,
        pieces,
        decision: row.decision ?? claim?.decision ?? 'unknown',
        layer: row.layer ?? claim?.layer ?? 'unknown',
        ...(service === undefined ? {} : { service }),
        ...(row.weak ? { weak: true } : {}),
      })
    }
  }
  return found
}

/** EC2 says "You are not authorized to perform this operation." first, and then who, what and why. */
function joinPreambles(text: string, statements: readonly Statement[]): Statement[] {
  const joined: Statement[] = []
  for (const statement of statements) {
    const last = joined.at(-1)
    const said = last && Object.keys(last.pieces).length === 0
    if (
      last &&
      said &&
      /^[\s.,:;"'-]{0,12}$/.test(text.slice(last.end, Math.min(statement.start, last.end + 13))) &&
      statement.start - last.end <= 12
    ) {
      joined[joined.length - 1] = { ...statement, start: last.start }
    } else joined.push(statement)
  }
  return joined
}

const CUT_SUBJECT = /User:?\s(?=[^\s"])/g

/** A sentence that the paste cuts after its subject. */
function findCutSubject(text: string, statements: readonly Statement[]): Statement[] {
  let last: RegExpExecArray | null = null
  for (const match of text.slice(-900).matchAll(CUT_SUBJECT)) last = match
  if (!last) return []
  const base = Math.max(0, text.length - 900)
  const start = base + last.index
  if (statements.some((s) => s.end > start)) return []
  const from = start + last[0].length
  const tail = /^(\S+(?:\n\S+)?)\sis(?:\snot(?:\sauth\w*(?:\sto(?:\sper\w*)?)?)?)?\s?$/.exec(text.slice(from).trimEnd())
  const value = tail?.[1]
  if (value === undefined) return []
  return [
    {
      row: 'cut after the subject',
      start,
      end: text.length,
      pieces: { principal: pieceWithout(text, from, from + value.length, /\n/g) },
      decision: 'unknown',
      layer: 'unknown',
    },
  ]
}

const ARN = /arn:aws[\w-]*:(?:iam|sts)::[^\s:]{0,60}:(?:user|assumed-role|federated-user|role|root)\S*/
const EXPLICIT_ELSEWHERE =
  /明示的な?拒否|明确拒绝|显式拒绝|명시적\s?거부|denegación\sexplícita|refus\sexplicite|explizite[rn]?\s(?:Ablehnung|Verweigerung)|negação\sexplícita|rifiuto\sesplicito/

/** A message in another language: only the ARN, the action and the code are as AWS wrote them. */
function findTranslated(text: string, wrappers: readonly Wrapper[]): Statement[] {
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

const AUTHORIZATION_ID = /\b(?:authorization\sid:\s?|#\/authorization-details\/)([a-z0-9]{8,64})\b/dgi

/** The id that messages of 2026 end with: https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/ */
function attachAuthorizationIds(text: string, statements: readonly Statement[]): Statement[] {
  const result = [...statements]
  for (const match of text.matchAll(AUTHORIZATION_ID)) {
    const range = match.indices?.[1]
    const owner = result.findLastIndex((s) => s.end <= match.index && match.index - s.end < 400)
    const statement = result[owner]
    if (!range || !statement) continue
    result[owner] = {
      ...statement,
      end: range[1],
      pieces: { ...statement.pieces, authorizationId: pieceOf(text, range[0], range[1]) },
    }
  }
  return result
}

/** All that the text says was refused, in order. */
export function findStatements(text: string, wrappers: readonly Wrapper[]): Statement[] {
  const order = (list: Statement[]) => list.sort((a, b) => a.start - b.start)
  const own = order(findSentences(text))
  const sentences = order([...own, ...findRefusals(text, own)])
  const blobs = attachAuthorizationIds(text, attachBlobs(text, joinPreambles(text, sentences)))
  const reasons = order([...blobs, ...findLoneReasons(text, blobs)])
  const cut = order([...reasons, ...findCutSubject(text, reasons)])
  const said = cut.length > 0 ? cut : findTranslated(text, wrappers)
  const all = order([...said, ...findBareCodes(text, wrappers, said)])
  if (all.length > 0) return all
  const alone = readLoneBlob(text)
  return alone ? [alone] : []
}
