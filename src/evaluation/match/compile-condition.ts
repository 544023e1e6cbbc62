import { familyFacts, type ConditionOperator } from '../../iam/condition-operators'
import { parseVariables, type VariablePart } from '../../iam/policy-variables'
import type { ConditionEntry, PolicyText } from '../../policy/policy'
import { hasMark } from '../../case/holes'
import type { EvaluatedRequest } from '../compile/request'
import type { ElementResult } from '../evaluation'
import type { Kleene } from '../kleene'
import type { ReasonCode } from '../reason-codes'
import { compileText, compileValue } from '../operators/comparisons'
import type { Question } from '../question'
import { expandVariables } from './expand-variables'
import { neverHeld } from './never-held'
import type { ComparedValue } from './test-values'

/** One key under one operator, ready for matching. */
export interface CompiledCondition {
  readonly entry: ConditionEntry
  readonly variablesOn: boolean
  /** The variables of each value that has some; null where none has any. */
  readonly variables: readonly (readonly VariablePart[] | null)[] | null
  /** The values without variables, which are the same for every request, once they are asked for. */
  ready: readonly (ComparedValue | null)[] | null
  /** Why no request carries one of its values; null where one may. */
  readonly never: ReasonCode | null
  /**
   * For conditions that are judged many times: what becomes of it where its key is unknown, absent, or absent from every
   * such check. Null where more than that of the request bears on it.
   */
  readonly known: Map<'unknown' | 'absent' | 'never', ConditionMatch> | null
}

/** What becomes of a condition. */
export interface ConditionMatch {
  readonly result: ElementResult
  readonly matches: Kleene
  /** What an unknown match hangs on. */
  readonly question: Question | null
}

/** Prepares a condition, which `kept` says is judged many times. Variables work in version 2012-10-17, and with some operators. */
export function compileCondition(entry: ConditionEntry, variablesOn: boolean, kept: boolean): CompiledCondition {
  const on = variablesOn && familyFacts(entry.operator.family).takesVariables
  const variables = on && entry.values.some(hasVariables) ? entry.values.map(({ text }) => parseVariables(text)) : null
  const known =
    kept && variables === null && hangsOnState(entry) ? new Map<'unknown' | 'absent' | 'never', ConditionMatch>() : null
  return { entry, variablesOn, variables, ready: null, never: neverHeld(entry, variablesOn), known }
}

const hasVariables = ({ text }: PolicyText): boolean => text.includes('${')

/** Does it hang on nothing but whether its key is there, and with which values? Of the caller's ARN more may be known. */
const hangsOnState = ({ lowerKey, key, values }: ConditionEntry): boolean =>
  lowerKey !== 'aws:principalarn' && !hasMark(key) && !values.some(({ text }) => hasMark(text))

/** The values as this request sees them. */
export function candidatesOf(condition: CompiledCondition, request: EvaluatedRequest): readonly ComparedValue[] {
  const { entry, variables, variablesOn } = condition
  const { operator } = entry
  const ready = (condition.ready ??= entry.values.map((source, i): ComparedValue | null =>
    variables?.[i] ? null : plainValue(operator, source, variablesOn),
  ))
  if (variables === null) return ready as readonly ComparedValue[]
  return ready.map((one, i) => one ?? expandedValue(operator, variables[i] ?? [], request))
}

const plainValue = (operator: ConditionOperator, source: PolicyText, variablesOn: boolean): ComparedValue => ({
  compiled: compileText(operator, source.text),
  reason: !variablesOn && hasVariables(source) ? 'variables-need-version-2012' : null,
  unknownKeys: null,
})

function expandedValue(
  operator: ConditionOperator,
  variables: readonly VariablePart[],
  request: EvaluatedRequest,
): ComparedValue {
  const expansion = expandVariables(variables, request)
  switch (expansion.state) {
    case 'ready':
      return { compiled: compileValue(operator, expansion.parts), reason: null, unknownKeys: null }
    case 'unknown':
      return { compiled: null, reason: 'variable-unknown', unknownKeys: expansion.keys }
    case 'noValue':
      return { compiled: null, reason: expansion.reason, unknownKeys: null }
  }
}

/** The values with their variables replaced, where they are known. */
export const valueTexts = ({ entry }: CompiledCondition, candidates: readonly ComparedValue[]): readonly string[] =>
  entry.values.map(({ text }, i) => candidates[i]?.compiled?.text ?? text)
