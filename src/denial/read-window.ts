import { buildDenial } from './build-denial'
import type { Denial } from './denial'
import type { DetailedStatement } from './detail'
import { findStatements } from './find-statements'
import { findStructures } from './find-structures'
import { findTopics } from './find-topics'
import { findWrappers } from './find-wrappers'
import { link } from './link'
import type { Candidate } from './merge-denials'
import { normalise } from './normalise'

/** Topics whose words speak for themselves: a code alone beside them is no denial. */
const OVERRULING = new Set(['mfa-code-rejected', 'unknown-api-path', 'application-authorization', 'account-state'])
const OTHER_CLOUDS = new Set(['azure', 'google-cloud', 'ibm-cloud', 'other-cloud'])

/** What a stretch of the text states. */
export interface WindowReading {
  readonly candidates: readonly Candidate[]
  /** The errors that are no denials, the one that explains most first. */
  readonly others: readonly Denial[]
}

/** Reads one stretch of a text. */
export function readWindow(raw: string, from: number, to: number): WindowReading {
  const mapped = normalise(raw, from, to)
  const { text } = mapped
  const wrappers = findWrappers(text)
  const detailed = findStructures(text, findStatements(text, wrappers))
  const topics = findTopics(text, wrappers)
  const says = (codes: ReadonlySet<string>) => topics.some((t) => t.row === 'topic' && codes.has(t.topic ?? ''))
  const foreign = says(OTHER_CLOUDS)
  const overruled = says(OVERRULING)
  const linked = link(
    text,
    detailed.map((one) => one.statement),
    wrappers,
  )
  const read = linked.map((one, i) => ({ one, denial: buildDenial(mapped, one, detailed[i]?.detail ?? null) }))
  const candidates = read.flatMap(({ one: { statement }, denial }): Candidate[] => {
    if (denial.kind === 'not-authorization') return []
    if (foreign && !text.slice(statement.start, statement.end).includes('arn:aws')) return []
    if (overruled && statement.row === 'code alone') return []
    const wrapped = denial.errorCode !== null || denial.requestId !== null || denial.operation !== null
    return [{ denial, weak: statement.weak === true && !(wrapped && statement.row === 'access denied') }]
  })
  const events = read.filter(({ denial }) => denial.kind === 'not-authorization').map(({ denial }) => denial)
  const lone = (statement: DetailedStatement['statement']) =>
    link(text, [statement], wrappers).map((one) => buildDenial(mapped, one))
  return { candidates, others: [...events, ...topics.flatMap(lone)] }
}
