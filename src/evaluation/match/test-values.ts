import type { ContextReading } from '../../case/case-reading'
import { familyFacts, type ConditionOperator, type OperatorFamily } from '../../iam/condition-operators'
import type { ConditionEntry, PolicyText } from '../../policy/policy'
import { readRequestValue, standsForTrue, unreadableReason } from '../operators/comparisons'
import type { CompiledValue, RequestValue } from '../operators/family-comparison'
import type { ValueResult } from '../evaluation'
import { and, kleene, NO, not, or, UNKNOWN, YES, type Kleene } from '../kleene'
import type { ReasonCode } from '../reason-codes'

/** A policy value as this request sees it: without a compiled value it has none, or an unknown one. */
export interface ComparedValue {
  readonly compiled: CompiledValue | null
  readonly reason: ReasonCode | null
  readonly unknownKeys: readonly string[] | null
}

/** Whether a condition is met, and what became of each of its values. */
export interface TestOutcome {
  readonly matches: Kleene
  readonly reason: ReasonCode
  /** Null where nothing is told of each value by itself. */
  readonly values: readonly ValueResult[] | null
}

const outcome = (matches: Kleene, reason: ReasonCode): TestOutcome => ({ matches, reason, values: null })

const ABSENT_IF_EXISTS = outcome(YES, 'key-absent-if-exists')
const ABSENT_FOR_ALL_VALUES = outcome(YES, 'key-absent-for-all-values')
const ABSENT_FOR_ANY_VALUE = outcome(NO, 'key-absent-for-any-value')
const ABSENT_NEGATED = outcome(YES, 'key-absent-negated')
const ABSENT = outcome(NO, 'key-absent')

/**
 * The key is not in the request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function absentOutcome(
  { family, ifExists, set, negated }: ConditionOperator,
  literals: readonly PolicyText[],
): TestOutcome {
  if (family === 'null') return outcome(kleene(literals.some(({ text }) => standsForTrue(text))), 'null-key-absent')
  if (ifExists) return ABSENT_IF_EXISTS
  if (set === 'all') return ABSENT_FOR_ALL_VALUES
  if (set === 'any') return ABSENT_FOR_ANY_VALUE
  return negated ? ABSENT_NEGATED : ABSENT
}

/** Compares the values of a key that is in the request. */
export function testValues(
  { operator, values: sources }: ConditionEntry,
  candidates: readonly ComparedValue[],
  state: ContextReading,
  effect: 'Allow' | 'Deny',
): TestOutcome {
  const { family, set } = operator
  const asked = readValues(family, state)
  const matches = matchAsked(operator, candidates, state, asked, effect)
  if (family === 'null') return outcome(matches, 'null-key-present')
  if (isListWithoutSet(operator, state)) return outcome(matches, 'multivalued-without-set-operator')
  const values = candidates.map((candidate, i) => compare(candidate, asked, sources[i] as PolicyText))
  if (state.ambiguous && set === 'none') return { matches, reason: 'same-key-twice', values }
  return { matches, reason: reasonOf(operator, matches, candidates, asked, set !== 'none' && asked.length > 1), values }
}

const readValues = (family: OperatorFamily, { values }: ContextReading): readonly RequestValue[] =>
  values.map((text) => readRequestValue(family, text))

/** Whether the values of a key that is in the request meet the condition, without the reasons. */
export function matchValues(
  operator: ConditionOperator,
  candidates: readonly ComparedValue[],
  state: ContextReading,
  effect: 'Allow' | 'Deny',
): Kleene {
  return matchAsked(operator, candidates, state, readValues(operator.family, state), effect)
}

function matchAsked(
  operator: ConditionOperator,
  candidates: readonly ComparedValue[],
  state: ContextReading,
  asked: readonly RequestValue[],
  effect: 'Allow' | 'Deny',
): Kleene {
  const { family, set } = operator
  if (family === 'null') {
    return kleene(candidates.some(({ compiled }) => compiled !== null && !standsForTrue(compiled.text)))
  }
  if (isListWithoutSet(operator, state)) return NO
  let every: Kleene = YES
  let any: Kleene = NO
  for (const value of asked) {
    const one = testOne(operator, candidates, value, effect)
    every = and(every, one)
    any = or(any, one)
  }
  if (state.ambiguous && set === 'none' && every !== any) return safeSide(effect)
  return set === 'any' ? any : every
}

/**
 * Does a multivalued key stand under an operator without set operator?
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export const isListWithoutSet = ({ set }: ConditionOperator, { multivalued }: ContextReading): boolean =>
  multivalued && set === 'none'

/** A statement that cannot be compared fails on the safe side: an Allow does not apply, a Deny does. */
const safeSide = (effect: 'Allow' | 'Deny'): Kleene => kleene(effect === 'Deny')

/** Text that does not parse meets neither an operator of a strict family nor its negation. */
const meetsNeither = ({ family }: ConditionOperator, { read }: RequestValue): boolean =>
  read === null && familyFacts(family).isStrict

function testOne(
  operator: ConditionOperator,
  candidates: readonly ComparedValue[],
  value: RequestValue,
  effect: 'Allow' | 'Deny',
): Kleene {
  if (meetsNeither(operator, value)) return NO
  let found: Kleene = NO
  for (const { compiled, unknownKeys } of candidates) {
    if (compiled === null) {
      if (unknownKeys !== null) found = UNKNOWN
    } else if (!compiled.wellFormed) return found === UNKNOWN ? UNKNOWN : safeSide(effect)
    else if (compiled.fits(value)) {
      found = YES
      break
    }
  }
  return operator.negated ? not(found) : found
}

function compare(
  { compiled, reason, unknownKeys }: ComparedValue,
  asked: readonly RequestValue[],
  { text, span }: PolicyText,
): ValueResult {
  if (compiled === null) {
    return { text, span, matches: unknownKeys === null ? 'no' : 'unknown', reason: reason ?? 'differs' }
  }
  if (asked.some((value) => compiled.fits(value))) return { text, span, matches: 'yes', reason: 'value-matches' }
  const [first] = asked
  const difference = reason ?? (first === undefined ? 'differs' : compiled.difference(first))
  return { text, span, matches: 'no', reason: difference }
}

function reasonOf(
  operator: ConditionOperator,
  matches: Kleene,
  candidates: readonly ComparedValue[],
  asked: readonly RequestValue[],
  several: boolean,
): ReasonCode {
  if (matches === UNKNOWN) return 'variable-unknown'
  if (candidates.length === 0) return 'no-values'
  if (matches === NO && asked.some((value) => meetsNeither(operator, value))) return unreadableReason(operator.family)
  if (candidates.some(({ compiled }) => compiled?.wellFormed === false)) return 'literal-not-arn'
  return knownReason(operator, matches === YES, several)
}

/** Why a condition is met, or is not, whose key and values are known; `several` values under a set operator. */
export function knownReason({ negated, set }: ConditionOperator, isMet: boolean, several: boolean): ReasonCode {
  if (several) {
    if (set === 'all') return isMet ? 'all-values-match' : 'some-value-fails'
    return isMet ? 'some-value-matches' : 'every-value-fails'
  }
  if (negated) return isMet ? 'negated-value-not-listed' : 'negated-value-listed'
  return isMet ? 'value-matches' : 'value-differs'
}
