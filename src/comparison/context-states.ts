import { OPPOSITE_SET } from '../evaluation/match/condition-question'
import type { ContextValue } from '../case/access-case'
import { absentOutcome, matchValues, type ComparedValue } from '../evaluation/match/test-values'
import { compileText } from '../evaluation/operators/comparisons'
import { statesOf, type KeyStates, type Sample } from '../evaluation/operators/representatives'
import { YES } from '../evaluation/kleene'
import type { ComparisonProbe } from '../evaluation/question'
import { findConditionKey, isMultivaluedKey } from '../facts/keys/condition-keys'
import type { OperatorFamily } from '../iam/condition-operators'
import { instantText, parseInstant } from '../iam/instant'
import type { ConditionEntry } from '../policy/policy'
import type { GroundCompared } from './ground-compared'

/** What a request carries, and which statements' conditions it meets. */
export interface ContextState {
  /** By key as a policy spells it; null: absent. */
  readonly context: Readonly<Record<string, ContextValue | null>>
  /** The statements all of whose conditions hold, of those that were asked about. */
  readonly statements: readonly number[]
}

/** The contexts that the statements tell apart; `isComplete` where there are no others. */
export interface ContextStates {
  readonly states: readonly ContextState[]
  readonly isComplete: boolean
}

/** More of them are not kept apart. */
const MOST_STATES = 400

interface KeyClass {
  readonly sample: Sample
  /** A bit for each statement that has no condition on the key, or whose conditions on it hold. */
  readonly passes: bigint
}

interface KeyClasses {
  readonly key: string
  readonly classes: readonly KeyClass[]
  readonly isComplete: boolean
}

interface Asked {
  readonly entry: ConditionEntry
  readonly effect: 'Allow' | 'Deny'
  readonly bit: number
}

const probeOf = ({ operator, values }: ConditionEntry): ComparisonProbe => {
  const { family, comparison, negated, set } = operator
  const texts = values.map(({ text }) => text)
  const core = `${family} ${comparison} ${negated ? OPPOSITE_SET[set] : set} ${JSON.stringify(texts)}`
  return { family, core, negated, set: set !== 'none', texts, literalWildcards: false }
}

const comparedValues = ({ operator, values }: ConditionEntry): readonly ComparedValue[] =>
  values.map(({ text }) => ({ compiled: compileText(operator, text), reason: null, unknownKeys: null }))

const holds = ({ entry, effect }: Asked, candidates: readonly ComparedValue[], sample: Sample): boolean =>
  (sample === 'absent'
    ? absentOutcome(entry.operator, entry.values).matches
    : matchValues(entry.operator, candidates, sample, effect)) === YES

const ONLY_ABSENT: KeyStates = { samples: ['absent'], complete: true }

/** Points beside those that are compared, as people write them. */
const POINTS: Readonly<Partial<Record<OperatorFamily, (text: string) => readonly string[]>>> = {
  numeric: (text) => (/^\d{1,9}$/.test(text) ? [Number(text) - 1, Number(text), Number(text) + 1].map(String) : []),
  date: (text) => {
    const at = parseInstant(text)
    return at === null
      ? []
      : [at - 1000, at, at + 1000].map((one) => instantText(one).replace(' UTC', 'Z').replace(' ', 'T'))
  },
}

/** They come first, so that a request shows one of them. */
const plainPoints = (key: string, asked: readonly Asked[]): readonly Sample[] =>
  asked.flatMap(({ entry: { operator, values } }) =>
    operator.set === 'none'
      ? values
          .flatMap(({ text }) => POINTS[operator.family]?.(text) ?? [])
          .map((text) => ({ key, values: [text], multivalued: false, ambiguous: false }))
      : [],
  )

function classesOf(key: string, asked: readonly Asked[], everyBit: bigint, isNever: boolean): KeyClasses {
  const mayBeAbsent = (findConditionKey(key)?.presence ?? 'sometimes') === 'sometimes'
  const probes = asked.map(({ entry }) => probeOf(entry))
  const { samples, complete } = isNever ? ONLY_ABSENT : statesOf(key, mayBeAbsent, probes, [])
  const ready = asked.map((one) => ({ one, candidates: comparedValues(one.entry) }))
  const classes = new Map<bigint, Sample>()
  for (const sample of [
    ...(isNever || isMultivaluedKey(key.toLowerCase()) ? [] : plainPoints(key, asked)),
    ...samples,
  ]) {
    let passes = everyBit
    for (const { one, candidates } of ready) if (!holds(one, candidates, sample)) passes &= ~(1n << BigInt(one.bit))
    if (!classes.has(passes)) classes.set(passes, sample)
  }
  return { key, classes: [...classes].map(([passes, sample]) => ({ passes, sample })), isComplete: complete }
}

const valueOf = (sample: Sample): ContextValue | null =>
  sample === 'absent' ? null : sample.multivalued ? sample.values : (sample.values[0] ?? '')

/**
 * The contexts that the conditions of some statements tell apart. Keys in `fixed`, in lower case, are what the caller says
 * of itself: their conditions are left to the evaluation. Keys in `never` cannot be there.
 */
export function contextStates(
  statements: readonly number[],
  all: readonly GroundCompared[],
  fixed: ReadonlySet<string>,
  never: ReadonlySet<string>,
): ContextStates {
  const everyBit = (1n << BigInt(statements.length)) - 1n
  const byKey = new Map<string, { key: string; asked: Asked[] }>()
  statements.forEach((at, bit) => {
    const { statement } = (all[at] as GroundCompared).ground
    for (const entry of statement.conditions) {
      if (fixed.has(entry.lowerKey)) continue
      const one = byKey.get(entry.lowerKey) ?? { key: entry.key, asked: [] }
      one.asked.push({ entry, effect: statement.effect, bit })
      byKey.set(entry.lowerKey, one)
    }
  })
  let isComplete = true
  let states = new Map<bigint, ContextState['context']>([[everyBit, {}]])
  for (const [lowerKey, { key, asked }] of byKey) {
    const found = classesOf(key, asked, everyBit, never.has(lowerKey))
    if (!found.isComplete) isComplete = false
    const next = new Map<bigint, ContextState['context']>()
    for (const [mask, context] of states)
      for (const { passes, sample } of found.classes) {
        const both = mask & passes
        if (next.has(both)) continue
        if (next.size >= MOST_STATES) {
          isComplete = false
          break
        }
        next.set(both, { ...context, [key]: valueOf(sample) })
      }
    states = next
  }
  return {
    states: [...states].map(([mask, context]) => ({
      context,
      statements: statements.filter((_, bit) => (mask >> BigInt(bit)) & 1n),
    })),
    isComplete,
  }
}
