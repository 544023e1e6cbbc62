import type { CaseReading } from './case-reading'
import { CaseProblems, isFields, shorten, valueInWords } from './case-problems'
import { readFacts } from './read-facts'
import { readPolicies } from './read-policies'
import { readRequest } from './read-request'

const hasItems = (value: unknown): boolean => Array.isArray(value) && value.length > 0

/** Validates any value as a case. Nothing is thrown: what is wrong is named, and what can be read is kept. */
export function readCase(value: unknown): CaseReading {
  const problems = new CaseProblems()
  if (!isFields(value)) problems.error('case-not-object', { found: valueInWords(value) })
  const fields = isFields(value) ? value : {}
  if (fields.version !== undefined && fields.version !== 1) {
    const { version } = fields
    const isScalar = typeof version === 'number' || typeof version === 'string'
    problems.error('case-version', { found: isScalar ? shorten(String(version)) : valueInWords(version) })
  }
  const request = readRequest(fields.request, problems)
  const { policies, otherLayers } = readPolicies(fields.policies, problems)
  const facts = readFacts(fields.facts, problems)
  const { request: given } = fields
  const unknownKeys = isFields(given) && (given.otherContext === 'unknown' || hasItems(given.unknownContext))
  const open = otherLayers === 'unknown' || unknownKeys
  return { request: problems.readable ? request : null, policies, facts, problems: problems.list, open }
}
