import { findAuthorizationDetails } from './authorization-details'
import { findErrorEvents, type ErrorEvent } from './cloudtrail-event'
import { findDecodedMessages } from './decoded-message'
import type { DetailedStatement } from './detail'
import type { DenialSentence } from './denial-sentence'
import { kindOfCode } from '../facts/situations/error-kinds'
import { situationOfCode } from '../facts/situations/situations'
import { DENIAL_CODE } from './wrapper'

/** The statement of an event whose message is no sentence that is known. */
function statementOf(event: ErrorEvent): DenialSentence {
  const code = event.errorCode ?? ''
  const denied = DENIAL_CODE.test(code)
  return {
    row: 'cloudtrail event',
    start: event.place[0],
    end: event.place[1],
    pieces: {},
    decision: 'unknown',
    layer: code === 'VpceAccessDenied' ? 'endpoint' : 'unknown',
    ...(denied ? {} : { situation: situationOfCode(code) ?? kindOfCode(code) ?? 'other-error' }),
  }
}

const inside = (statement: DenialSentence, event: ErrorEvent): boolean =>
  statement.start >= event.range[0] && statement.start < event.range[1]

/** The event that each statement stands in. Events inside others, as in an envelope, come later and win. */
function withEvents(statements: readonly DenialSentence[], events: readonly ErrorEvent[]): DetailedStatement[] {
  const found: DetailedStatement[] = statements.map((statement) => {
    const event = events.findLast((one) => inside(statement, one))
    if (!event) return { statement, detail: null }
    const { weak: _weak, ...rest } = statement
    return { statement: rest, detail: event.detail }
  })
  const silent = events.filter((event) => !statements.some((statement) => inside(statement, event)))
  return [...found, ...silent.map((event) => ({ statement: statementOf(event), detail: event.detail }))]
}

/** Adds to the sentences what CloudTrail events, decoded messages and authorization details of the text say. */
export function findStructures(text: string, statements: readonly DenialSentence[]): DetailedStatement[] {
  const decoded = [...findDecodedMessages(text), ...findAuthorizationDetails(text)]
  const sentences = statements.filter((s) => !decoded.some(({ statement: d }) => d.start <= s.start && s.end <= d.end))
  const found = [...withEvents(sentences, findErrorEvents(text)), ...decoded]
  return found.sort((a, b) => a.statement.start - b.statement.start)
}
