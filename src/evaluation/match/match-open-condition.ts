import { hasMark, marksIn } from '../../case/holes'
import type { ContextReading } from '../../case/case-reading'
import type { VariablePart } from '../../iam/policy-variables'
import type { PatternPart } from '../../iam/wildcard'
import type { ConditionEntry } from '../../policy/policy'
import type { ElementResult, Requirement, ValueResult } from '../evaluation'
import type { EvaluatedRequest, KeyState } from '../compile/request'
import type { Filling } from '../holes/filling'
import { askFreely, askTest, comparison, holeRequirement } from '../holes/hole-question'
import type { HoleTest } from '../holes/hole-test'
import { exampleOf } from '../holes/common-text'
import { asPattern, literally } from '../holes/marked-text'
import { matchMarked } from '../holes/match-marked'
import { holdHoles, testOpenValues, type OpenValue } from '../holes/open-condition'
import { NO, truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import { standsForTrue } from '../operators/comparisons'
import { requirementOf } from '../operators/requirement-of'
import { anyOf, noneOf, type Question } from '../question'
import type { ReasonCode } from '../reasons'
import { expandVariables } from './expand-variables'
import { possibleRoleArns } from './role-path'
import { append } from '../../text/append'

/** A condition that may hold holes: each of its values with the variables in it. */
export interface OpenCondition {
  readonly entry: ConditionEntry
  readonly variables: readonly (readonly VariablePart[] | null)[]
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
    const parts = variables[i] ?? null
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
  const requirement = (holds: boolean): Requirement =>
    hasMark(key) || asked.length !== 1
      ? requirementOf(operator, key, texts, holds)
      : holeRequirement(only, operator.name, texts, holds, request.holes)
  const freely = (of: readonly string[]): Outcome => {
    const id = `${operator.name} ${key} ${JSON.stringify(texts)} ${effect}`
    questions.push(askFreely(id, [...new Set(of)], marks, (holds) => [requirement(holds)]))
    return outcomeOf(entry, state, UNKNOWN)
  }
  if (hasMark(key)) return freely(keys)
  if (state === 'unknown') return freely([key, ...keys])
  if (state === 'absent') {
    if (operator.family !== 'null') return null
    if (texts.some((text) => !hasMark(text) && standsForTrue(text))) return outcomeOf(entry, state, YES)
  } else if (operator.family !== 'null' && state.multivalued && operator.set === 'none') {
    return outcomeOf(entry, state, NO)
  }
  const sides = state === 'absent' ? [] : valuesToTry(lowerKey, state, values, request)
  const [first, ...others] = sides.map((one) => testOpenValues(operator, values, one, effect, request.holes))
  const isAmbiguous = state !== 'absent' && state.ambiguous && operator.set === 'none'
  const same = first !== undefined && others.every((one) => one === first) && !isAmbiguous ? first : UNKNOWN
  if (same !== UNKNOWN) return outcomeOf(entry, state, same)
  if (keys.length > 0) return freely(keys)
  if (sides.length > 1 || (lowerKey === 'aws:principalarn' && request.pathUnknown && sides[0] !== asked))
    return freely([key])
  questions.push(questionOf(entry, values, asked, passes, request, effect, marks))
  return outcomeOf(entry, state, UNKNOWN)
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
  if (name.startsWith('AWSReservedSSO_')) return (possibleRoleArns(request, []) ?? []).map((arn) => [arn])
  const [plain = ''] = asked
  const namesRole = values.some(
    ({ parts }) =>
      parts !== null &&
      parts.at(-1)?.text.endsWith(`:role/${name}`) === true &&
      matchMarked(parts, plain, holes) === YES,
  )
  return namesRole ? [asked] : [[`arn:${partition}:iam::${account}:role/${rolePath}${name}`]]
}

function questionOf(
  entry: ConditionEntry,
  values: readonly OpenValue[],
  asked: readonly string[],
  passes: HoleTest['passes'],
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
  marks: readonly string[],
): Question {
  const { operator, key } = entry
  const { holes } = request
  // With its variables replaced, where they are known.
  const texts = entry.values.map(({ text }, i) => values[i]?.parts?.map((part) => part.text).join('') ?? text)
  const [value = ''] = asked
  const requirement = (of: readonly string[]) => (holds: boolean) =>
    holeRequirement(value === '' ? key : value, operator.base, of, holds, holes)
  const plain = operator.set === 'none' && asked.length === 1 && PLAIN.has(operator.family)
  if (!plain) {
    const id = `${operator.name} ${key} ${JSON.stringify(texts)} ${asked.join(' ')} ${effect}`
    const examples = values.flatMap(({ parts }) =>
      parts === null ? [] : asked.map((one) => exampleOf(parts, one, holes)),
    )
    return askTest({ id, marks, passes, examples }, requirement(texts))
  }
  // Each value is a test of its own, so that a text that several conditions compare is compared once.
  const tests = values.flatMap(({ parts }, i): readonly Question[] => {
    if (parts === null) return []
    const pattern = operator.family === 'string' ? literally(parts.map(({ text }) => text).join('')) : parts
    const fit = testOpenValues(POSITIVE(operator), [{ parts, unknown: false }], asked, effect, holes)
    if (fit === NO) return []
    const positive = (filling: Filling): boolean => passesOne(entry, parts, filling, request)
    return [askTest(comparison(operator.family, pattern, value, positive, holes), requirement([texts[i] ?? '']))]
  })
  const any = operator.negated ? noneOf(tests) : anyOf(tests)
  const [only] = entry.values
  return entry.values.length === 1 && only !== undefined
    ? { ...any, requirements: (holds) => [requirement(texts)(holds)] }
    : any
}

/** Families that compare texts as they are written. */
const PLAIN: ReadonlySet<string> = new Set(['string', 'stringLike'])

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

function outcomeOf(
  { span, operatorText, key, values, operator }: ConditionEntry,
  state: KeyState,
  matches: Kleene,
): Outcome {
  const reason: ReasonCode =
    matches === UNKNOWN
      ? 'hole-unknown'
      : operator.negated
        ? matches === YES
          ? 'negated-value-not-listed'
          : 'negated-value-listed'
        : matches === YES
          ? 'value-matches'
          : 'value-differs'
  const result: ElementResult & { actual?: readonly string[] | null } = {
    element: 'Condition',
    matches: truthOf(matches),
    reason,
    span,
    values: values.map(({ text, span: at }): ValueResult => ({ text, span: at, matches: truthOf(matches), reason })),
    operator: operatorText,
    key,
  }
  if (state !== 'unknown') result.actual = state === 'absent' ? null : state.values
  return { matches, result }
}
