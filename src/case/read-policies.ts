import { isFields, type Fields } from '../text/fields'
import type { CasePolicy } from './access-case'
import { type ReadLayer, type LevelReading, type PoliciesReading } from './case-reading'
import { shorten, valueInWords, type CaseProblems } from './case-problems'
import {
  byCaseLayer,
  CASE_LAYERS,
  holdsOne,
  LAYERS,
  type FlatLayer,
  type LayerKey,
  type LevelledLayer,
} from '../iam/layers'

const MAX_POLICIES = 1_000
const MAX_LEVELS = 50

/** Fields of `policies` that are no layers. */
const SETTINGS: ReadonlySet<string> = new Set(['otherLayers', 'noneAttached'])
const KEYS: ReadonlySet<string> = new Set(CASE_LAYERS.map((layer) => LAYERS[layer].key))

/**
 * Reads the layers of a case. A part that is no policy stays in its layer as one that cannot be read, so that the
 * layer is not mistaken for an empty one.
 */
export function readPolicies(
  value: unknown,
  problems: CaseProblems,
): { policies: PoliciesReading; otherLayers: 'none' | 'unknown' } {
  if (value !== undefined && !isFields(value)) {
    problems.error('case-policies-not-object', { found: valueInWords(value) })
  }
  const fields: Fields = isFields(value) ? value : {}
  for (const field of Object.keys(fields)) {
    if (!KEYS.has(field) && !SETTINGS.has(field)) problems.warn('case-unknown-layer', { field: shorten(field) })
  }
  const otherLayers = readOtherLayers(fields.otherLayers, problems)
  const none = readNoneAttached(fields.noneAttached, problems)
  const attached = <T>(key: LayerKey, items: readonly T[]): ReadLayer<T> =>
    items.length > 0
      ? { state: 'given', items }
      : { state: otherLayers === 'unknown' && !none.includes(key) ? 'unknown' : 'none' }
  const flat = (layer: FlatLayer): ReadLayer<CasePolicy> => {
    const { key } = LAYERS[layer]
    return attached(key, (holdsOne(layer) ? readOne : readList)(fields[key], key, problems))
  }
  const levelled = (layer: LevelledLayer): ReadLayer<LevelReading> => {
    const { key } = LAYERS[layer]
    return attached(key, readLevels(fields[key], key, problems))
  }
  return { otherLayers, policies: byCaseLayer(flat, levelled) }
}

function readOtherLayers(value: unknown, problems: CaseProblems): 'none' | 'unknown' {
  if (value === undefined || value === 'none') return 'none'
  if (value === 'unknown') return 'unknown'
  const found = typeof value === 'string' ? shorten(value) : valueInWords(value)
  problems.error('case-field-unknown-value', { field: 'otherLayers', expected: '"none", "unknown"', found })
  return 'none'
}

function readNoneAttached(value: unknown, problems: CaseProblems): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value.slice(0, MAX_POLICIES)
  problems.error('case-layer-not-list', { field: 'noneAttached', found: valueInWords(value) })
  return []
}

function readOne(value: unknown, field: string, problems: CaseProblems): readonly CasePolicy[] {
  return value === undefined ? [] : [readPolicy(value, field, problems)]
}

function readList(value: unknown, field: string, problems: CaseProblems): readonly CasePolicy[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    problems.warn('case-layer-not-list', { field, found: valueInWords(value) })
    return [readPolicy(value, field, problems)]
  }
  if (value.length > MAX_POLICIES)
    problems.error('case-too-large', { limit: MAX_POLICIES, what: `policies in ${field}` })
  return firstOf(value, MAX_POLICIES).map((item) => readPolicy(item, field, problems))
}

/** No more items of a list than these. */
const firstOf = (items: readonly unknown[], most: number): readonly unknown[] =>
  items.length > most ? items.slice(0, most) : items

/** A document that is missing reads as null, which is no policy. */
function readPolicy(value: unknown, field: string, problems: CaseProblems): CasePolicy {
  if (!isFields(value)) {
    problems.warn('case-policy-not-object', { field, found: valueInWords(value) })
    return { name: '', document: null }
  }
  const { name, document = null, source, isAssumed } = value
  if (name !== undefined && typeof name !== 'string') {
    problems.warn('case-field-not-text', { field: `${field}.name`, found: valueInWords(name) })
  }
  const known = typeof name === 'string' ? name : ''
  return {
    name: known,
    document,
    ...(typeof source === 'string' && { source }),
    ...(isAssumed === true && { isAssumed }),
  }
}

function readLevels(value: unknown, field: string, problems: CaseProblems): readonly LevelReading[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    problems.warn('case-layer-not-list', { field, found: valueInWords(value) })
    return [{ target: '', policies: [{ name: '', document: null }] }]
  }
  if (value.length > MAX_LEVELS) problems.error('case-too-large', { limit: MAX_LEVELS, what: `levels in ${field}` })
  return firstOf(value, MAX_LEVELS).map((level) => {
    if (!isFields(level)) {
      problems.warn('case-level-not-object', { field, found: valueInWords(level) })
      return { target: '', policies: [{ name: '', document: null }] }
    }
    const { target } = level
    if (target !== undefined && typeof target !== 'string') {
      problems.warn('case-field-not-text', { field: `${field}.target`, found: valueInWords(target) })
    }
    return {
      target: typeof target === 'string' ? target : '',
      policies: readList(level.policies, `${field}.policies`, problems),
    }
  })
}
