import type { ContextReading } from '../../case/case-reading'
import { splitArn } from '../../iam/arn'
import { findConditionKey, isMultivaluedKey, type KeyType } from '../../iam/condition-keys'
import { parseDecimal } from '../../iam/decimal'
import { parseInstant } from '../../iam/instant'
import { parseIpAddress, parseIpRange } from '../../iam/ip-address'
import { hasWildcard } from '../../iam/wildcard'
import type { Probe } from './question'
import { ANY_ARN, arnPattern, ignoreCasePattern, likePattern, textClasses, type TextPattern } from './text-classes'

/** A state of a key to try. */
export type Sample = ContextReading | 'absent'

/** The states of a key that answer the questions on it differently; `complete` where no state answers otherwise. */
export interface KeyStates {
  readonly samples: readonly Sample[]
  readonly complete: boolean
}

interface Values {
  readonly texts: readonly string[]
  readonly complete: boolean
}

const MAX_LISTS = 300

/**
 * What a key can be, as far as the questions on it can tell: absent, unless every such request carries it, and one
 * value, or list of values, of each class. AWS documents the type of its own keys, and which of them hold lists; any
 * other key that a set operator asks may hold one.
 */
export function statesOf(
  key: string,
  mayBeAbsent: boolean,
  probes: readonly Probe[],
  likely: readonly string[],
): KeyStates {
  const lower = key.toLowerCase()
  const documented = findConditionKey(key)
  const isList = isMultivaluedKey(lower)
  const sets = new Set(probes.filter(({ set }) => set).map(({ core }) => core)).size
  const { texts, complete } = valuesOf(documented?.type ?? null, probes, likely)
  const samples: Sample[] = mayBeAbsent ? ['absent'] : []
  const add = (values: readonly string[], multivalued: boolean) =>
    samples.push({ key, values, multivalued, ambiguous: false })
  if (!isList) for (const text of texts) add([text], false)
  if (!isList && (sets === 0 || documented !== null)) return { samples, complete }
  // Each question on a list needs one value to be answered as it is, so a list needs no more values than questions.
  const lists = combinations(texts, Math.max(sets, 1))
  for (const values of lists ?? texts.map((text) => [text])) add(values, true)
  return { samples, complete: complete && lists !== null }
}

/**
 * Some states of a key that one question of patterns asks for a text, of which the first value is answered as the first
 * of all would be. Where two of them are answered differently, there is no more to find; none where that is not so.
 */
export function someStatesOf(
  key: string,
  mayBeAbsent: boolean,
  { family, set, texts, literalWildcards }: Probe,
  likely: readonly string[],
): readonly Sample[] {
  const type = findConditionKey(key)?.type ?? 'string'
  if ((family !== 'stringLike' && family !== 'arn') || set || literalWildcards || !texts.some(hasWildcard)) return []
  if ((type !== 'string' && type !== 'arn') || isMultivaluedKey(key.toLowerCase())) return []
  if (type === 'arn' && !mayBeAbsent && likely.length === 0) return []
  const fitting = (texts[0] ?? '').replaceAll('*', '').replaceAll('?', 'x')
  const values = ['', fitting, ...SAMPLES[type], fresh(texts)].filter((text) => fitsType(type, text))
  const present = [...likely, ...values].map((text) => ({ key, values: [text], multivalued: false, ambiguous: false }))
  return mayBeAbsent ? ['absent', ...present] : present
}

/** All lists of one to `most` of the texts; null when there are too many. */
function combinations(texts: readonly string[], most: number): readonly (readonly string[])[] | null {
  let last: readonly (readonly number[])[] = texts.map((_, i) => [i])
  const all = [...last]
  for (let size = 2; size <= Math.min(most, texts.length); size++) {
    const longer: (readonly number[])[] = []
    for (const list of last) {
      for (let i = (list.at(-1) ?? -1) + 1; i < texts.length; i++) longer.push([...list, i])
      if (all.length + longer.length > MAX_LISTS) return null
    }
    all.push(...longer)
    last = longer
  }
  return all.map((list) => list.flatMap((i) => texts[i] ?? []))
}

const TEXT_FAMILIES: ReadonlySet<string> = new Set([
  'string',
  'stringIgnoreCase',
  'stringLike',
  'arn',
  'binary',
  'bool',
])

/** Single values of a key, one of each class. */
function valuesOf(type: KeyType | null, probes: readonly Probe[], likely: readonly string[]): Values {
  if (type === 'bool') return { texts: ['true', 'false'], complete: true }
  const tests = probes.filter(({ family }) => family !== 'null')
  const texts = [...new Set(tests.flatMap((probe) => probe.texts))]
  const [only, ...others] = [...new Set(tests.map(({ family }) => family))]
  const ofType = (values: readonly string[]) => {
    const fitting = values.filter((text) => fitsType(type, text))
    return fitting.length > 0 ? fitting : SAMPLES[type ?? 'string']
  }
  if (only === undefined) return { texts: [...likely, ...SAMPLES[type ?? 'string']], complete: true }
  if (others.length === 0 && (only === 'numeric' || only === 'date' || only === 'ip')) {
    // A policy value that does not parse equals nothing.
    const parsed = texts.filter((text) => PARSED[only](text) !== null)
    return { texts: [...likely, ...ofType(SAMPLERS[only](parsed))], complete: READABLE[only](parsed) }
  }
  // A class of texts stands for any value of the type, but a listed text only for itself.
  const possible = (values: readonly string[]) =>
    type === 'arn' ? ofType(values) : values.filter((text) => fitsType(type, text) || !texts.includes(text))
  if (tests.every(({ family }) => TEXT_FAMILIES.has(family))) {
    const classes = classesOf(tests, type)
    if (classes !== null) return { texts: [...likely, ...possible(classes)], complete: true }
  }
  const filled = ['x', ''].flatMap((by) => texts.map((text) => text.replaceAll('*', by).replaceAll('?', 'x')))
  const some = [fresh(texts), ...texts, ...filled]
  const numbers = NUMBERS.flatMap((one) => (tests.some(({ family }) => family === one) ? SAMPLERS[one](texts) : []))
  return { texts: [...likely, ...possible([...some, ...numbers])], complete: false }
}

/** Texts of every class that tests of strings, ARNs and truth values tell apart; null where that cannot be said. */
function classesOf(tests: readonly Probe[], type: KeyType | null): readonly string[] | null {
  const exact = new Set<string>()
  const patterns = new Map<string, TextPattern>()
  for (const { family, texts, literalWildcards } of tests) {
    if (literalWildcards) return null
    for (const text of family === 'bool' ? ['true'] : texts) {
      const hasPattern = hasWildcard(text) && (family === 'stringLike' || family === 'arn')
      if (family === 'bool' || family === 'stringIgnoreCase') {
        const pattern = ignoreCasePattern(text)
        if (pattern === null) return null
        patterns.set(`any case ${text}`, pattern)
      } else if (!hasPattern) exact.add(text)
      else if (family === 'stringLike') patterns.set(`like ${text}`, likePattern(text))
      else {
        const parts = splitArn(text)
        if (parts !== null) patterns.set(`arn ${text}`, arnPattern(parts))
      }
    }
    if (family === 'arn') patterns.set('any arn', ANY_ARN)
  }
  if (type === 'arn') patterns.set('any arn', ANY_ARN)
  return patterns.size === 0 ? [...exact, fresh([...exact])] : textClasses([...exact], [...patterns.values()])
}

/** Values of a type that is asked only whether it is there. */
const SAMPLES: Readonly<Record<KeyType, readonly string[]>> = {
  string: ['other'],
  arn: ['arn:aws:other:::other'],
  bool: ['true', 'false'],
  numeric: ['1'],
  date: ['1'],
  ip: ['192.0.2.1'],
}

/** Can a key of a type have this value? */
function fitsType(type: KeyType | null, text: string): boolean {
  switch (type) {
    case 'arn':
      return text.startsWith('arn:') && splitArn(text) !== null
    case 'ip':
      return parseIpAddress(text) !== null
    case 'numeric':
      return parseDecimal(text) !== null
    case 'date':
      return parseInstant(text) !== null
    default:
      return true
  }
}

const NUMBERS = ['numeric', 'date', 'ip'] as const

const PARSED = { numeric: parseDecimal, date: parseInstant, ip: parseIpRange }

const READABLE = {
  numeric: (texts: readonly string[]) => texts.every((text) => /^-?\d{1,300}(?:\.\d{1,300})?$/.test(text)),
  date: (texts: readonly string[]) => texts.every((text) => (parseInstant(text) ?? -1) >= 1),
  ip: () => true,
}

const SAMPLERS = {
  numeric: (texts: readonly string[]) => [
    ...texts.flatMap(numbersAround),
    `-0.${'0'.repeat(400)}1`,
    '1e99999',
    '-1e99999',
    'no number',
  ],
  date: (texts: readonly string[]) => [...texts.flatMap(instantsAround), '0', 'no date'],
  ip: (texts: readonly string[]) => [...texts.flatMap(addressesAround), '0.0.0.0', '::', 'no address'],
}

/** A text that equals none of them. */
function fresh(texts: readonly string[]): string {
  let text = 'other'
  while (texts.includes(text)) text += '-'
  return text
}

/** The number, and one next to it, further from zero. */
const numbersAround = (text: string): readonly string[] => [
  text,
  `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(400)}1`,
]

function instantsAround(text: string): readonly string[] {
  const at = parseInstant(text) ?? 0
  return [at - 1, at, at + 1].map((ms) => `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}`)
}

/** The first address of a range, and the first one behind it. */
function addressesAround(text: string): readonly string[] {
  const range = parseIpRange(text)
  if (range === null) return []
  const { version, prefix } = range
  const first = range.bytes.map((byte, i) => byte & (0xff00 >> Math.min(Math.max(prefix - i * 8, 0), 8)) & 255)
  const behind = [...first]
  let at = Math.ceil(prefix / 8) - 1
  let step = prefix === 0 ? 256 : 1 << (8 * (at + 1) - prefix)
  while (at >= 0) {
    const sum = (behind[at] ?? 0) + step
    behind[at] = sum & 255
    if (sum < 256) break
    step = 1
    at--
  }
  return (at < 0 ? [first] : [first, behind]).map((bytes) =>
    version === 4
      ? bytes.join('.')
      : Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0)).toString(16)).join(
          ':',
        ),
  )
}
