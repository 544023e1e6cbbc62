import { isPermissionSetRole } from '../../iam/principal'
import { hasMark, marksIn, type Holes } from '../../case/holes'
import type { ContextReading } from '../../case/case-reading'
import type { ConditionOperator, OperatorFamily } from '../../iam/condition-operators'
import type { VariablePart } from '../../iam/policy-variables'
import type { PatternPart } from '../../iam/wildcard'
import type { ConditionEntry, PolicyText } from '../../policy/policy'
import type { ElementResult, Requirement, ValueResult } from '../evaluation'
import type { EvaluatedRequest, KeyState } from '../compile/request'
import type { Filling } from '../holes/filling'
import { askFreely, askTest, comparison, holeRequirement } from '../holes/hole-question'
import type { HoleTest } from '../holes/hole-test'
import { exampleOf } from '../holes/common-text'
import { asPattern } from '../holes/marked-text'
import { matchMarked } from '../holes/match-marked'
import { holdHoles, testOpenValues, textFit, textFits, type OpenValue } from '../holes/open-condition'
import { NO, truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import { compileValue, representativesFor, standsForTrue } from '../operators/comparisons'
import { requirementOf } from '../operators/requirement-of'
import { anyOf, noneOf, type Question } from '../question'
import type { ReasonCode } from '../reason-codes'
import { expandVariables } from './expand-variables'
import { possibleRoleArns } from './role-path'
import { isListWithoutSet, knownReason } from './test-values'
import { append } from '../../text/append'

/** A condition that may hold holes: each of its values with the variables in it. */
export interface OpenCondition {
  readonly entry: ConditionEntry
  /** Null where no value has any. */
  readonly variables: readonly (readonly VariablePart[] | null)[] | null
}

interface Outcome {
  readonly result: ElementResult
  readonly matches: Kleene
}

/**
 * Is a condition met whatever the holes are that stand in it, or in what the request carries? Null where none does.
 * `passes` judges it with its holes filled.
 */
export function matchOpenCondition(
  { entry, variables }: OpenCondition,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
  passes: (filling: Filling) => boolean,
  questions: Question[],
): Outcome | null {
  const { operator, lowerKey, key } = entry
  const keys: string[] = []
  const values = entry.values.map(({ text }, i): OpenValue => {
    const parts = variables?.[i] ?? null
    const expansion = parts === null ? null : expandVariables(parts, request)
    if (expansion === null) return { parts: asPattern(text), unknown: false }
    if (expansion.state === 'unknown') append(keys, expansion.keys)
    return expansion.state === 'ready'
      ? { parts: expansion.parts, unknown: false }
      : { parts: null, unknown: expansion.state === 'unknown' }
  })
  const state = request.find(lowerKey)
  const asked = state === 'unknown' || state === 'absent' ? [] : state.values
  const texts = entry.values.map(({ text }) => text)
  if (!hasMark(key) && !holdHoles(values, [...asked, ...texts])) return null
  const marks = marksIn(
    key,
    ...texts,
    ...asked,
    ...values.flatMap(({ parts }) => (parts ?? []).map(({ text }) => text)),
  )
  const [only = ''] = asked
  const isNull = operator.family === 'null'
  const sides = state === 'absent' || state === 'unknown' ? [] : valuesToTry(lowerKey, state, values, request)
  const outcome = (matches: Kleene): Outcome =>
    outcomeOf(entry, state, matches, isNull || hasMark(key) ? [] : valueTruths(operator, values, sides, request.holes))
  const freely = (of: readonly string[]): Outcome => {
    const id = `${operator.name} ${key} ${JSON.stringify(texts)} ${effect}`
    const isKnown = asked.length === 1 && !hasMark(key) && !of.includes(key)
    const requirement = (holds: boolean): Requirement =>
      isKnown
        ? holeRequirement(only, operator.name, texts, holds, request.holes)
        : requirementOf(operator, key, texts, holds)
    questions.push(askFreely(id, [...new Set(of)], marks, (holds) => [requirement(holds)]))
    return outcome(UNKNOWN)
  }
  if (hasMark(key)) return freely(keys)
  if (state === 'unknown') return freely([key, ...keys])
  if (state === 'absent') {
    if (!isNull) return null
    if (texts.some((text) => !hasMark(text) && standsForTrue(text))) return outcome(YES)
  } else if (!isNull && isListWithoutSet(operator, state)) {
    return outcome(NO)
  }
  const [first, ...others] = sides.map((one) => testOpenValues(operator, values, one, effect, request.holes))
  const isAmbiguous = state !== 'absent' && state.ambiguous && operator.set === 'none'
  const same = first !== undefined && others.every((one) => one === first) && !isAmbiguous ? first : UNKNOWN
  if (same !== UNKNOWN) return outcome(same)
  if (keys.length > 0) return freely(keys)
  if (sides.length > 1 || (lowerKey === 'aws:principalarn' && request.pathUnknown && sides[0] !== asked))
    return freely([key])
  questions.push(questionOf({ entry, values, asked, passes, effect, marks }, request))
  return outcome(UNKNOWN)
}

/** The values of the key; the ARN of a role whose path is not known may hold any. */
function valuesToTry(
  lowerKey: string,
  { values: asked }: ContextReading,
  values: readonly OpenValue[],
  request: EvaluatedRequest,
): readonly (readonly string[])[] {
  const { principal, pathUnknown, rolePath, holes } = request
  if (lowerKey !== 'aws:principalarn' || !pathUnknown) return [asked]
  const { partition, account, name } = principal
  if (isPermissionSetRole(name)) return (possibleRoleArns(request, []) ?? []).map((arn) => [arn])
  const [plain = ''] = asked
  const namesRole = values.some(
    ({ parts }) =>
      parts !== null &&
      parts.at(-1)?.text.endsWith(`:role/${name}`) === true &&
      matchMarked(parts, plain, holes) === YES,
  )
  return namesRole ? [asked] : [[`arn:${partition}:iam::${account}:role/${rolePath}${name}`]]
}

/** A condition that holds for some fillings of its holes, and not for others. */
interface OpenTest {
  readonly entry: ConditionEntry
  readonly values: readonly OpenValue[]
  readonly asked: readonly string[]
  readonly passes: HoleTest['passes']
  readonly effect: 'Allow' | 'Deny'
  readonly marks: readonly string[]
}

function questionOf({ entry, values, asked, passes, effect, marks }: OpenTest, request: EvaluatedRequest): Question {
  const { operator, key } = entry
  const { holes } = request
  // With its variables replaced, where they are known.
  const texts = entry.values.map(({ text }, i) => values[i]?.parts?.map((part) => part.text).join('') ?? text)
  const [value = ''] = asked
  if (operator.set !== 'none' || asked.length !== 1 || textFit(operator.family, [], '') === null) {
    const id = `${operator.name} ${key} ${JSON.stringify(texts)} ${asked.join(' ')} ${effect}`
    const near = textsNear(operator.family, asked)
    const examples = values.flatMap(({ parts }) => near.map((one) => exampleOf(parts ?? [], one, holes)))
    const isOfKey = asked.length !== 1 || operator.family === 'null'
    const fits = textFits(operator, values, asked)
    return askTest({ id, marks, passes, examples, ...(fits === null ? {} : { fits }) }, (holds) =>
      isOfKey
        ? holeRequirement(key, operator.name, texts, holds, holes)
        : holeRequirement(value, operator.base, texts, holds, holes),
    )
  }
  // Each value is a test of its own, so that a text that several conditions compare is compared once.
  const tests = values.flatMap(({ parts }, i): readonly Question[] => {
    const fit = parts === null ? null : textFit(operator.family, parts, value)
    if (parts === null || fit === null || matchMarked(fit.pattern, fit.text, holes) === NO) return []
    const positive = (filling: Filling): boolean => passesOne(entry, parts, filling, request)
    const test = comparison(operator.family, fit.pattern, fit.text, positive, holes)
    return [askTest(test, (holds) => holeRequirement(value, operator.positive, [texts[i] ?? ''], holds, holes))]
  })
  return operator.negated ? noneOf(tests) : anyOf(tests)
}

/** Values of a policy that may fit what a key has: its values, and what lies around them where there is an order. */
function textsNear(family: OperatorFamily, asked: readonly string[]): readonly string[] {
  const of = representativesFor(family)
  if (of.kind === 'presence') return ['true', 'false']
  return of.kind === 'points' ? of.around(asked.filter(of.isBound)) : asked
}

const POSITIVE = (operator: ConditionEntry['operator']): ConditionEntry['operator'] => ({ ...operator, negated: false })

/** Does one value fit, with the holes filled? */
function passesOne(
  { operator, lowerKey }: ConditionEntry,
  parts: readonly PatternPart[],
  filling: Filling,
  request: EvaluatedRequest,
): boolean {
  const state = request.filled(filling)?.find(lowerKey)
  if (state === undefined || state === 'absent' || state === 'unknown') return false
  const filled = parts.map(({ text, literal }) => ({ text: filling.fill(text), literal }))
  return (
    testOpenValues(POSITIVE(operator), [{ parts: filled, unknown: false }], state.values, 'Allow', request.holes) ===
    YES
  )
}

/** Does each value fit by itself, whichever of these the key has? Nothing is told of them where it has none. */
const valueTruths = (
  operator: ConditionOperator,
  values: readonly OpenValue[],
  sides: readonly (readonly string[])[],
  holes: Holes,
): readonly Kleene[] =>
  values.flatMap((value) => {
    const [first, ...others] = sides.map((asked) =>
      testOpenValues({ ...POSITIVE(operator), set: 'any' }, [value], asked, 'Allow', holes),
    )
    return first === undefined ? [] : others.every((one) => one === first) ? first : UNKNOWN
  })

const VALUE_REASONS = ['differs', 'hole-unknown', 'value-matches'] as const satisfies readonly ReasonCode[]

/** What is said of the condition, and of its values: the same, where nothing is told of each by itself. */
function outcomeOf(
  { span, operatorText, key, values, operator }: ConditionEntry,
  state: KeyState,
  matches: Kleene,
  truths: readonly Kleene[],
): Outcome {
  const reason = reasonOf(operator, values, state, matches)
  const result: ElementResult & { actual?: readonly string[] | null } = {
    element: 'Condition',
    matches: truthOf(matches),
    reason,
    span,
    values: values.map(({ text, span: at }, i): ValueResult => {
      const own = truths[i]
      return own === undefined
        ? { text, span: at, matches: truthOf(matches), reason }
        : { text, span: at, matches: truthOf(own), reason: VALUE_REASONS[own] }
    }),
    operator: operatorText,
    key,
  }
  if (state !== 'unknown') result.actual = state === 'absent' ? null : state.values
  return { matches, result }
}

function reasonOf(
  operator: ConditionOperator,
  values: readonly PolicyText[],
  state: KeyState,
  matches: Kleene,
): ReasonCode {
  if (matches === UNKNOWN || state === 'unknown') return 'hole-unknown'
  if (operator.family === 'null') return state === 'absent' ? 'null-key-absent' : 'null-key-present'
  if (state === 'absent') return 'key-absent'
  if (values.some(({ text }) => !hasMark(text) && !compileValue(operator, asPattern(text)).wellFormed))
    return 'literal-not-arn'
  if (isListWithoutSet(operator, state)) return 'multivalued-without-set-operator'
  return knownReason(operator, matches === YES, operator.set !== 'none' && state.values.length > 1)
}
