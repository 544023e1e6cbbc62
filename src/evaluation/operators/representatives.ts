import type { ContextReading } from '../../case/case-reading'
import { splitArn } from '../../iam/arn'
import { findConditionKey, isMultivaluedKey } from '../../facts/keys/condition-keys'
import type { KeyType } from '../../iam/key-type'
import type { OperatorFamily } from '../../iam/condition-operators'
import { parseDecimal } from '../../iam/decimal'
import { parseInstant } from '../../iam/instant'
import { parseIpAddress } from '../../iam/ip-address'
import { representativesFor } from './comparisons'
import type { ComparisonProbe } from '../question'
import { textClasses } from './text-classes'
import { ANY_ARN, type TextPattern } from './text-walk'
import { append } from '../../text/append'

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
  probes: readonly ComparisonProbe[],
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
  { texts }: ComparisonProbe,
  likely: readonly string[],
): readonly Sample[] {
  const type = findConditionKey(key)?.type ?? 'string'
  // What an ARN can be is known of those alone that are likely.
  const isOpen = type === 'string' || (type === 'arn' && likely.length > 0)
  if (!isOpen || isMultivaluedKey(key.toLowerCase())) return []
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
    append(all, longer)
    last = longer
  }
  return all.map((list) => list.flatMap((i) => texts[i] ?? []))
}

/** The families of the tests, each once. */
const familiesOf = (tests: readonly ComparisonProbe[]): readonly OperatorFamily[] => [
  ...new Set(tests.map(({ family }) => family)),
]

/** Single values of a key, one of each class. */
function valuesOf(type: KeyType | null, probes: readonly ComparisonProbe[], likely: readonly string[]): Values {
  if (type === 'bool') return { texts: ['true', 'false'], complete: true }
  const tests = probes.filter(({ family }) => representativesFor(family).kind !== 'presence')
  const texts = [...new Set(tests.flatMap((probe) => probe.texts))]
  const [only, ...others] = familiesOf(tests).map(representativesFor)
  const ofType = (values: readonly string[]) => {
    const fitting = values.filter((text) => fitsType(type, text))
    return fitting.length > 0 ? fitting : SAMPLES[type ?? 'string']
  }
  if (only === undefined) return { texts: [...likely, ...SAMPLES[type ?? 'string']], complete: true }
  if (others.length === 0 && only.kind === 'points') {
    // A policy value that does not parse equals nothing.
    const bounds = texts.filter(only.isBound)
    return { texts: [...likely, ...ofType(only.around(bounds))], complete: only.isComplete(bounds) }
  }
  // A class of texts stands for any value of the type, but a listed text only for itself.
  const possible = (values: readonly string[]) =>
    type === 'arn' ? ofType(values) : values.filter((text) => fitsType(type, text) || !texts.includes(text))
  const classes = classesOf(tests, type)
  if (classes !== null) return { texts: [...likely, ...possible(classes)], complete: true }
  const filled = ['x', ''].flatMap((by) => texts.map((text) => text.replaceAll('*', by).replaceAll('?', 'x')))
  const some = [fresh(texts), ...texts, ...filled]
  const points = [only, ...others].flatMap((one) => (one.kind === 'points' ? one.around(texts) : []))
  return { texts: [...likely, ...possible([...some, ...points])], complete: false }
}

/** Texts of every class that tests of texts tell apart; null where that cannot be said. */
function classesOf(tests: readonly ComparisonProbe[], type: KeyType | null): readonly string[] | null {
  const exact = new Set<string>()
  const patterns = new Set<TextPattern>()
  const done = new Set<string>()
  for (const { family, texts, literalWildcards } of tests) {
    const found = representativesFor(family)
    if (found.kind !== 'texts' || literalWildcards) return null
    for (const text of texts) {
      const id = `${family} ${text}`
      if (done.has(id)) continue
      done.add(id)
      const fitting = found.fitting(text)
      if (fitting === null) return null
      if (fitting === 'itself') exact.add(text)
      else if (fitting !== 'nothing') patterns.add(fitting)
    }
    if (found.readable !== null) patterns.add(found.readable)
  }
  if (type === 'arn') patterns.add(ANY_ARN)
  return patterns.size === 0 ? [...exact, fresh([...exact])] : textClasses([...exact], [...patterns])
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

/** A text that equals none of them. */
function fresh(texts: readonly string[]): string {
  let text = 'other'
  while (texts.includes(text)) text += '-'
  return text
}
