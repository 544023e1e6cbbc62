import type { ContextReading } from '../../case/case-reading'
import { takesVariables, type ConditionOperator } from '../../iam/condition-operators'
import { parseVariables, type VariablePart } from '../../iam/policy-variables'
import { hasWildcard } from '../../iam/wildcard'
import type { ConditionEntry, PolicyText } from '../../policy/policy'
import { compileLiteral, readRequestValue, type Literal } from '../operators/compare-values'
import type { ElementResult, ValueResult } from '../evaluation'
import { expandVariables, fittingRequirement, fittingValues, type Fitting } from './expand-variables'
import { truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import { textProbe, type Probe, type Question } from '../operators/question'
import type { Reason } from '../reasons'
import { withKey, type EvaluatedRequest, type KeyState } from '../compile/request'
import { requirementOf } from '../operators/requirement-of'
import { possibleRoleArns } from './role-path'
import { absentOutcome, matchValues, testValues, type Candidate, type TestOutcome } from './test-values'

/** A policy value: ready, or with variables to replace for each request. */
interface CompiledValue {
  readonly source: PolicyText
  readonly literal: Literal | null
  readonly variables: readonly VariablePart[] | null
  readonly variablesOff: boolean
}

/** One key under one operator, ready for matching. */
export interface CompiledCondition {
  readonly entry: ConditionEntry
  readonly values: readonly CompiledValue[]
}

/** Prepares a condition; variables work in version 2012-10-17, and with some operators. */
export function compileCondition(entry: ConditionEntry, variablesOn: boolean): CompiledCondition {
  const on = variablesOn && takesVariables(entry.operator.family)
  return {
    entry,
    values: entry.values.map((source) => {
      const variables = on ? parseVariables(source.text) : null
      return {
        source,
        variables,
        literal: variables === null ? compileLiteral(entry.operator, [{ text: source.text, literal: false }]) : null,
        variablesOff: !variablesOn && source.text.includes('${'),
      }
    }),
  }
}

function candidatesOf(compiled: CompiledCondition, request: EvaluatedRequest): readonly Candidate[] {
  const { operator } = compiled.entry
  return compiled.values.map(({ literal, variables, variablesOff }): Candidate => {
    if (literal !== null)
      return { literal, reason: variablesOff ? 'variables-need-version-2012' : null, unknownKeys: null }
    const expansion = expandVariables(variables ?? [], request)
    if (expansion.state === 'ready') {
      return { literal: compileLiteral(operator, expansion.parts), reason: null, unknownKeys: null }
    }
    return expansion.state === 'unknown'
      ? { literal: null, reason: 'variable-unknown', unknownKeys: expansion.keys }
      : { literal: null, reason: expansion.reason, unknownKeys: null }
  })
}

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

/** Is the condition met for certain? The same test, of which only the truth is asked. */
function isMet(
  { entry }: CompiledCondition,
  candidates: readonly Candidate[],
  state: KeyState,
  effect: 'Allow' | 'Deny',
): boolean {
  const { operator, values } = entry
  if (state === 'unknown') return false
  if (state === 'absent') return absentOutcome(operator, values).matches === YES
  return matchValues(operator, candidates, state, effect) === YES
}

/** The values with their variables replaced, where they are known. */
const textsOf = ({ entry }: CompiledCondition, candidates: readonly Candidate[]): readonly string[] =>
  entry.values.map(({ text }, i) => candidates[i]?.literal?.text ?? text)

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
  const arns = possibleRoleArns(request, textsOf(compiled, candidatesOf(compiled, request)))
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
  const { entry } = compiled
  const { state, outcome } = judge(compiled, request, effect)
  const { matches, reason } = outcome
  if (matches === UNKNOWN) questions.push(ask(compiled, state, request, effect))
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
  return { matches, result }
}

function valueResults({ values }: CompiledCondition, outcome: TestOutcome, reason: Reason): readonly ValueResult[] {
  return values.map(({ source }, i): ValueResult => {
    const own = outcome.values[i]
    if (own !== undefined) return { text: source.text, span: source.span, matches: own.matches, reason: own.reason }
    const matches = outcome.matches === UNKNOWN ? 'unknown' : outcome.matches === YES ? 'yes' : 'no'
    return { text: source.text, span: source.span, matches, reason }
  })
}

/** What the condition hangs on: its key, the keys of its variables, or both. */
function ask(
  compiled: CompiledCondition,
  state: KeyState,
  request: EvaluatedRequest,
  effect: 'Allow' | 'Deny',
): Question {
  const { entry } = compiled
  const candidates = candidatesOf(compiled, request)
  const keys = new Map<string, string>()
  if (state === 'unknown') keys.set(entry.lowerKey, entry.key)
  for (const { unknownKeys } of candidates) for (const key of unknownKeys ?? []) keys.set(key.toLowerCase(), key)
  const [only] = keys.keys()
  const answer =
    keys.size !== 1 || only === undefined
      ? null
      : compiled.values.every(({ variables }) => variables === null)
        ? (other: ContextReading | 'absent') => isMet(compiled, candidates, other, effect)
        : (other: ContextReading | 'absent') => {
            const changed = withKey(request, only, other)
            return isMet(compiled, candidatesOf(compiled, changed), changed.find(entry.lowerKey), effect)
          }
  const spelled = keys.get(only ?? '') ?? entry.key
  const texts = textsOf(compiled, candidates)
  const fitting =
    state === 'unknown' || state === 'absent' || keys.size !== 1
      ? null
      : fittingVariable(compiled, spelled, state, request)
  const likely = likelyValues(compiled, spelled, state, request)
  // The keys tell one text of a policy with variables from the same text of a version that has none.
  const id = `${entry.operator.name} ${entry.lowerKey} ${JSON.stringify(texts)} ${effect} ${[...keys.keys()].join(' ')}`
  return {
    id,
    keys: [...keys.values()],
    answer,
    // Of a known key and one unknown variable it can be said what the variable must be.
    requirements: (holds) => [
      fitting === null
        ? requirementOf(entry.operator, entry.key, texts, holds)
        : fittingRequirement(spelled, fitting, holds !== entry.operator.negated),
    ],
    probe: keys.size !== 1 ? null : state === 'unknown' ? probeOf(entry, texts, candidates, effect) : likely.probe,
    samples: entry.lowerKey === 'aws:principalarn' ? (possibleRoleArns(request, texts) ?? []) : likely.values,
  }
}

/** Values of an unknown variable under which a value of the key fits: all of them, where there is a probe for them. */
function likelyValues(
  { values, entry }: CompiledCondition,
  key: string,
  state: KeyState,
  request: EvaluatedRequest,
): { values: readonly string[]; probe: Probe | null } {
  if (state === 'unknown' || state === 'absent') return { values: [], probe: null }
  const { operator } = entry
  const fits = values.flatMap(({ variables }) =>
    variables === null ? [] : state.values.map((actual) => fitsBy(variables, operator, key, actual, request)),
  )
  const found = fits.flatMap((one) => one?.values ?? [])
  const complete = hasOneSpelling(operator) && fits.every((one) => one !== null)
  return { values: found, probe: complete ? textProbe(entry.operator.name + found.join('\n'), found) : null }
}

/** Letter case and truth values leave more than one spelling of what fits. */
const hasOneSpelling = ({ family }: ConditionOperator): boolean => family !== 'stringIgnoreCase' && family !== 'bool'

function fitsBy(
  variables: readonly VariablePart[],
  operator: ConditionOperator,
  key: string,
  actual: string,
  request: EvaluatedRequest,
): Fitting | null {
  const asked = readRequestValue(operator.family, actual)
  return fittingValues(variables, key, actual, request, (parts) => compileLiteral(operator, parts).fits(asked))
}

/** What the one unknown variable of a single value can be for the key's one value to fit. */
function fittingVariable(
  { values, entry }: CompiledCondition,
  key: string,
  state: ContextReading,
  request: EvaluatedRequest,
): Fitting | null {
  const { operator } = entry
  const [only] = values
  const [actual] = state.values
  if (values.length !== 1 || state.values.length !== 1 || operator.set !== 'none') return null
  if (!hasOneSpelling(operator) || only === undefined || only.variables === null || actual === undefined) return null
  return fitsBy(only.variables, operator, key, actual, request)
}

/** ForAllValues of a negated operator is the opposite of ForAnyValue of the positive one, and the other way round. */
const OPPOSITE = { none: 'none', all: 'any', any: 'all' } as const

function probeOf(
  { operator, values }: ConditionEntry,
  texts: readonly string[],
  candidates: readonly Candidate[],
  effect: 'Allow' | 'Deny',
): Probe | null {
  if (candidates.some(({ unknownKeys }) => unknownKeys !== null)) return null
  const { family, comparison, negated, set } = operator
  const positiveSet = negated ? OPPOSITE[set] : set
  const safeSide = candidates.some(({ literal }) => literal?.wellFormed === false) ? effect : ''
  const core = `${family} ${comparison} ${positiveSet} ${JSON.stringify(texts)} ${safeSide}`
  const literalWildcards = candidates.some(
    ({ literal }, i) => literal !== null && literal.text !== values[i]?.text && hasWildcard(literal.text),
  )
  return { family, core, negated: negated && safeSide === '', set: set !== 'none', texts, literalWildcards }
}
