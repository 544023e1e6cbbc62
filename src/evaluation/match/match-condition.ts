import type { ElementResult, ValueResult } from '../evaluation'
import { truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import type { Question } from '../question'
import type { ReasonCode } from '../reasons'
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
import { absentOutcome, testValues, type TestOutcome } from './test-values'

function test(
  compiled: CompiledCondition,
  state: KeyState,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
): TestOutcome {
  const { operator } = compiled.entry
  if (state === 'absent') return absentOutcome(operator, compiled.entry.values)
  if (state === 'unknown') return { matches: UNKNOWN, reason: 'key-unknown', values: [] }
  return testValues(operator, candidatesOf(compiled, request), state, effect)
}

/** Tests the key; the ARN of a role whose path is not known may be one of several. */
function judge(
  compiled: CompiledCondition,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
): { state: KeyState; outcome: TestOutcome } {
  const { lowerKey } = compiled.entry
  const state = request.find(lowerKey)
  const outcome = test(compiled, state, request, effect)
  if (lowerKey !== 'aws:principalarn' || !request.pathUnknown) return { state, outcome }
  const arns = possibleRoleArns(request, valueTexts(compiled, candidatesOf(compiled, request)))
  if (arns === null) return { state, outcome }
  const states = arns.map((arn) => ({ key: compiled.entry.key, values: [arn], multivalued: false, ambiguous: false }))
  const outcomes = states.map((one) => ({ state: one, outcome: test(compiled, one, request, effect) }))
  const [first] = outcomes
  const matches = first?.outcome.matches ?? UNKNOWN
  if (first !== undefined && matches !== UNKNOWN && outcomes.every((one) => one.outcome.matches === matches))
    return first
  return { state: 'unknown', outcome: test(compiled, 'unknown', request, effect) }
}

/** Is the condition met? An unmet condition only keeps its statement from applying, for Allow and for Deny alike. */
export function matchCondition(
  compiled: CompiledCondition,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
  questions: Question[],
): { result: ElementResult; matches: Kleene } {
  const { entry, known } = compiled
  const state = known === null ? null : request.find(entry.lowerKey)
  if (known !== null && (state === 'unknown' || state === 'absent')) {
    let match = known.get(state)
    if (match === undefined) known.set(state, (match = judgeCondition(compiled, request, effect)))
    if (match.question !== null) questions.push(match.question)
    return match
  }
  if (!request.holes.none) {
    const passes = (filling: Filling) => passesFilled(compiled, filling, request, effect)
    const variables = compiled.values.map((value) => value.variables)
    const open = matchOpenCondition({ entry, variables }, request, effect, passes, questions)
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
  const { state, outcome } = judge(compiled, request, effect)
  const { matches, reason } = outcome
  const { entry } = compiled
  const { span, operatorText: operator, key } = entry
  const result: ElementResult & { actual?: readonly string[] | null } = {
    element: 'Condition',
    matches: truthOf(matches),
    reason,
    span,
    values: valueResults(compiled, outcome, reason),
    operator,
    key,
  }
  if (state !== 'unknown') result.actual = state === 'absent' ? null : state.values
  const question = matches === UNKNOWN ? conditionQuestion(compiled, state, request, effect) : null
  return { matches, result, question }
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
  return matchCondition(compileCondition({ ...entry, values }, variablesOn), asked, effect, []).matches === YES
}

function valueResults({ values }: CompiledCondition, outcome: TestOutcome, reason: ReasonCode): readonly ValueResult[] {
  return values.map(({ source }, i): ValueResult => {
    const own = outcome.values[i]
    if (own !== undefined) return { text: source.text, span: source.span, matches: own.matches, reason: own.reason }
    const matches = outcome.matches === UNKNOWN ? 'unknown' : outcome.matches === YES ? 'yes' : 'no'
    return { text: source.text, span: source.span, matches, reason }
  })
}
