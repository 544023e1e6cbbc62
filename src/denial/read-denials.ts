import { buildDenial } from './build-denial'
import type { Denial } from './denial'
import { findStatements, findTopics } from './find-statements'
import { findWrappers } from './find-wrappers'
import { link } from './link'
import { DenialGatherer, type Candidate } from './merge-denials'
import { normalise } from './normalise'
import { topicOfCode } from './topics'

interface Window {
  readonly candidates: Candidate[]
  readonly topics: Denial[]
}

/** Topic patterns that speak for themselves: what they match is no denial, whatever the words around say. */
const OVERRULING = new Set(['mfa-code-rejected', 'unknown-api-path', 'application-authorization'])
const OTHER_CLOUDS = new Set(['azure', 'google-cloud', 'ibm-cloud', 'other-cloud'])

function readWindow(raw: string, from: number, to: number): Window {
  const mapped = normalise(raw, from, to)
  const { text } = mapped
  const wrappers = findWrappers(text)
  const statements = findStatements(text, wrappers)
  const topics = findTopics(text, wrappers, topicOfCode)
  const foreign = topics.some((t) => t.row === 'topic' && OTHER_CLOUDS.has(t.topic ?? ''))
  const overruled = topics.some((t) => t.row === 'topic' && OVERRULING.has(t.topic ?? ''))
  const candidates = link(text, statements, wrappers).flatMap((linked): Candidate[] => {
    const denial = buildDenial(mapped, linked)
    if (foreign && !text.slice(linked.statement.start, linked.statement.end).includes('arn:aws')) return []
    if (overruled && denial.kind === 'denial-no-detail') return []
    const wrapped = denial.errorCode !== null || denial.requestId !== null || denial.operation !== null
    return [{ denial, weak: linked.statement.weak === true && !(wrapped && linked.statement.row === 'access denied') }]
  })
  const others = topics.flatMap((topic) => link(text, [topic], wrappers)).map((linked) => buildDenial(mapped, linked))
  return { candidates, topics: others }
}

/** Reads all denials of a text. */
export function readDenials(raw: string): Denial[] {
  const { candidates, topics } = readWindow(raw, 0, raw.length)
  const gatherer = new DenialGatherer()
  for (const candidate of candidates) gatherer.add(candidate)
  const denials = gatherer.denials()
  if (denials.length > 0) return denials
  return topics.slice(0, 1)
}
