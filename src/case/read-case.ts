import { isFields } from '../text/fields'
import type { CaseReading, NeverCarried, PoliciesReading } from './case-reading'
import { CaseProblems, shorten, valueInWords } from './case-problems'
import { Holes, isHoleForm } from './holes'
import { readFacts } from './read-facts'
import { readPolicies } from './read-policies'
import { readRequest } from './read-request'

const hasItems = (value: unknown): boolean => Array.isArray(value) && value.length > 0

/** Layers of policies that the caller itself has. */
const OWN = ['identity', 'boundary', 'session'] as const

const hasOwnPolicies = (policies: PoliciesReading): boolean => OWN.some((layer) => policies[layer].state === 'given')

const MAX_HOLES = 200
const MAX_HOLE_LENGTH = 500

/** The texts that stand for something unknown. */
function readHoles(value: unknown, problems: CaseProblems): readonly string[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || !value.every((hole) => typeof hole === 'string' && hole !== '')) {
    problems.error('case-holes-not-list', { found: valueInWords(value) })
    return []
  }
  const holes = value as readonly string[]
  if (holes.length > MAX_HOLES) problems.error('case-too-large', { limit: MAX_HOLES, what: 'holes' })
  if (holes.some((hole) => hole.length > MAX_HOLE_LENGTH))
    problems.error('case-hole-too-long', { limit: MAX_HOLE_LENGTH })
  return holes.slice(0, MAX_HOLES)
}

const NOTHING_FILLED: ReadonlyMap<string, string> = new Map()

/** What holes are filled with: plain text only, so that no wildcard or variable comes in. */
function readFilled(value: unknown): ReadonlyMap<string, string> {
  if (!isFields(value)) return NOTHING_FILLED
  const texts = Object.entries(value).filter((one): one is [string, string] => isPlainText(one[1]))
  return new Map(texts.slice(0, MAX_HOLES))
}

/** Can a hole stand for it? */
export const isPlainText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_HOLE_LENGTH && !/[*?]|\$\{/.test(value)

/** What holes look like: an ARN whose gaps are in braces. */
function readForms(value: unknown): ReadonlyMap<string, string> {
  if (!isFields(value)) return NOTHING_FILLED
  const forms = Object.entries(value).filter(
    (one): one is [string, string] => isPlainText(one[1]) && isHoleForm(one[1]),
  )
  return new Map(forms.slice(0, MAX_HOLES))
}

const NOTHING_KNOWN: NeverCarried = () => () => false

/** Validates any value as a case. Nothing is thrown: what is wrong is named, and what can be read is kept. */
export function readCase(value: unknown, neverCarried: NeverCarried = NOTHING_KNOWN): CaseReading {
  const problems = new CaseProblems()
  if (!isFields(value)) problems.error('case-not-object', { found: valueInWords(value) })
  const fields = isFields(value) ? value : {}
  if (fields.version !== undefined && fields.version !== 1) {
    const { version } = fields
    const isScalar = typeof version === 'number' || typeof version === 'string'
    problems.error('case-version', { found: isScalar ? shorten(String(version)) : valueInWords(version) })
  }
  const loose = readHoles(fields.looseHoles, problems)
  const holes = new Holes(
    readHoles(fields.holes, problems),
    readFilled(fields.filled),
    loose,
    readForms(fields.holeForms),
  )
  const { policies, otherLayers } = readPolicies(fields.policies, problems)
  const read = readRequest(fields.request, hasOwnPolicies(policies), holes, problems)
  const facts = readFacts(fields.facts, holes, problems)
  const unknownKeys = hasUnknownKeys(fields.request)
  const readings = problems.readable ? (read?.readings ?? []) : []
  const request = readings[0] ?? null
  const others = readings.slice(1)
  const missing = read?.missing ?? []
  const open = otherLayers === 'unknown' || unknownKeys || !holes.none
  return { request, others, missing, holes, policies, facts, neverCarried, problems: problems.list, open, otherLayers }
}

const hasUnknownKeys = (request: unknown): boolean =>
  isFields(request) && (request.otherContext === 'unknown' || hasItems(request.unknownContext))

/** A case without holes with another request in place of its own, of which all keys are known. */
export function readOtherRequest(reading: CaseReading, value: unknown): CaseReading {
  const problems = new CaseProblems()
  const holes = new Holes([])
  const read = readRequest(value, hasOwnPolicies(reading.policies), holes, problems)
  const [request = null, ...others] = problems.readable ? (read?.readings ?? []) : []
  return {
    ...reading,
    request,
    others,
    missing: read?.missing ?? [],
    holes,
    problems: [...problems.list, ...reading.problems],
    open: reading.open || hasUnknownKeys(value) || !holes.none,
  }
}
