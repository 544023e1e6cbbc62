import type { ElementResult, ValueResult } from '../evaluation'
import { isMultivaluedKey } from '../../facts/keys/condition-keys'
import { familyFacts } from '../../iam/condition-operators'
import type { ConditionEntry } from '../../policy/policy'
import { truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import type { Question } from '../question'
import type { EvaluatedRequest, KeyState } from '../compile/request'
import type { Filling } from '../holes/filling'
import {
  candidatesOf,
  compileCondition,
  valueTexts,
  type CompiledCondition,
  type ConditionMatch,
} from './compile-condition'
import { conditionQuestion } from './condition-question'
import { matchOpenCondition } from './match-open-condition'
import { possibleRoleArns } from './role-path'
import { absentOutcome, testValues, type ComparedValue, type TestOutcome } from './test-values'

function test(
  compiled: CompiledCondition,
  state: KeyState,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
): TestOutcome {
  const { entry } = compiled
  if (state === 'absent') return absentOutcome(entry.operator, entry.values)
  if (state === 'unknown') return whateverItHas(compiled, request, effect) ?? KEY_UNKNOWN
  return testValues(entry, candidatesOf(compiled, request), state, effect)
}

const KEY_UNKNOWN: TestOutcome = { matches: UNKNOWN, reason: 'key-unknown', values: null }

/**
 * Where no request carries any of the values, each is a variable without value, or a list stands under no set operator, what
 * the key has makes no difference: a test is not met, a negated one may be, with the key and without. Null where it does make one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function whateverItHas(
  compiled: CompiledCondition,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
): TestOutcome | null {
  const { entry, variables, never } = compiled
  const { operator, key, lowerKey } = entry
  const isList = isMultivaluedKey(lowerKey) && operator.set === 'none'
  if (variables === null && never === null && !isList) return null
  const candidates =
    never === null
      ? candidatesOf(compiled, request)
      : entry.values.map((): ComparedValue => ({ compiled: null, reason: never, unknownKeys: null }))
  if (!isList && candidates.some(({ compiled: value, unknownKeys }) => value !== null || unknownKeys !== null))
    return null
  // A text that is no ARN would meet neither.
  if (operator.negated && familyFacts(operator.family).isStrict) return null
  const something = { key, values: ['something'], multivalued: isList, ambiguous: false }
  const present = testValues(entry, candidates, something, effect)
  return present.matches === absentOutcome(operator, entry.values).matches ? present : null
}

/** The ARN of a role whose path is not known may be one of several. Null where it is known. */
function testArns(
  compiled: CompiledCondition,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
): { state: KeyState; outcome: TestOutcome } | null {
  const arns = possibleRoleArns(request, valueTexts(compiled, candidatesOf(compiled, request)))
  if (arns === null) return null
  const states = arns.map((arn) => ({ key: compiled.entry.key, values: [arn], multivalued: false, ambiguous: false }))
  const outcomes = states.map((one) => ({ state: one, outcome: test(compiled, one, request, effect) }))
  const [first] = outcomes
  const isSame = outcomes.every(({ outcome }) => outcome.matches === first?.outcome.matches)
  if (first !== undefined && isSame && first.outcome.matches !== UNKNOWN) return first
  return { state: 'unknown', outcome: KEY_UNKNOWN }
}

/** Is the condition met? An unmet condition only keeps its statement from applying, for Allow and for Deny alike. */
export function matchCondition(
  compiled: CompiledCondition,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
  questions: Question[],
): { result: ElementResult; matches: Kleene } {
  const { entry, known, never } = compiled
  const state = known === null ? null : request.find(entry.lowerKey)
  if (known !== null && (state === 'unknown' || state === 'absent')) {
    const kept = state === 'absent' && request.isNever(entry.lowerKey) ? 'never' : state
    let match = known.get(kept)
    if (match === undefined) known.set(kept, (match = judgeCondition(compiled, request, effect)))
    if (match.question !== null) questions.push(match.question)
    return match
  }
  // What no request carries is so whatever the holes are.
  if (!request.holes.none && (never === null || request.find(entry.lowerKey) !== 'unknown')) {
    const passes = (filling: Filling) => passesFilled(compiled, filling, request, effect)
    const open = matchOpenCondition(compiled, request, effect, passes, questions)
    if (open !== null) return open
  }
  const match = judgeCondition(compiled, request, effect)
  if (match.question !== null) questions.push(match.question)
  return match
}

/** A condition without holes, of a request that has none in the key. */
function judgeCondition(
  compiled: CompiledCondition,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
): ConditionMatch {
  const { entry } = compiled
  const given = request.find(entry.lowerKey)
  const several =
    request.pathUnknown && entry.lowerKey === 'aws:principalarn' ? testArns(compiled, request, effect) : null
  const state = several === null ? given : several.state
  const outcome = several === null ? test(compiled, given, request, effect) : several.outcome
  const { matches } = outcome
  const question = matches === UNKNOWN ? conditionQuestion(compiled, state, request, effect) : null
  return { matches, result: resultOf(entry, state, outcome, request), question }
}

function resultOf(
  { span, operatorText: operator, key, lowerKey, values: sources }: ConditionEntry,
  state: KeyState,
  { matches, reason, values: told }: TestOutcome,
  { isNever }: EvaluatedRequest,
): ElementResult {
  const truth = truthOf(matches)
  const values = told ?? sources.map(({ text, span: at }): ValueResult => ({ text, span: at, matches: truth, reason }))
  if (state === 'unknown') return { element: 'Condition', matches: truth, reason, span, values, operator, key }
  const actual = state === 'absent' ? null : state.values
  const result = { element: 'Condition', matches: truth, reason, span, values, operator, key, actual } as const
  return state === 'absent' && isNever(lowerKey) ? { ...result, isNever: true } : result
}

/** Is the condition met, with its holes and the request's filled? */
function passesFilled(
  { entry, variablesOn }: CompiledCondition,
  filling: Filling,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
): boolean {
  const asked = request.filled(filling)
  if (asked === null) return false
  const values = entry.values.map(({ text, span }) => ({ text: filling.fill(text), span }))
  return matchCondition(compileCondition({ ...entry, values }, variablesOn, false), asked, effect, []).matches === YES
}
