import { familyFacts } from '../../iam/condition-operators'
import { parseVariables, type VariablePart } from '../../iam/policy-variables'
import type { ConditionEntry, PolicyText } from '../../policy/policy'
import { hasMark } from '../../case/holes'
import type { EvaluatedRequest } from '../compile/request'
import type { ElementResult } from '../evaluation'
import type { Kleene } from '../kleene'
import { compileValue } from '../operators/comparisons'
import type { CompiledValue } from '../operators/family-comparison'
import type { Question } from '../question'
import { expandVariables } from './expand-variables'
import type { ComparedValue } from './test-values'

/** A policy value: ready, or with variables to replace for each request. */
interface PreparedValue {
  readonly source: PolicyText
  readonly compiled: CompiledValue | null
  readonly variables: readonly VariablePart[] | null
  readonly variablesOff: boolean
}

/** One key under one operator, ready for matching. */
export interface CompiledCondition {
  readonly entry: ConditionEntry
  readonly values: readonly PreparedValue[]
  readonly variablesOn: boolean
  /** What becomes of it where its key is unknown, or absent; null where more than that of the request bears on it. */
  readonly known: Map<'unknown' | 'absent', ConditionMatch> | null
}

/** What becomes of a condition. */
export interface ConditionMatch {
  readonly result: ElementResult
  readonly matches: Kleene
  /** What an unknown match hangs on. */
  readonly question: Question | null
}

/** Prepares a condition; variables work in version 2012-10-17, and with some operators. */
export function compileCondition(entry: ConditionEntry, variablesOn: boolean): CompiledCondition {
  const on = variablesOn && familyFacts(entry.operator.family).takesVariables
  const values = entry.values.map((source): PreparedValue => {
    const variables = on ? parseVariables(source.text) : null
    return {
      source,
      variables,
      compiled: variables === null ? compileValue(entry.operator, [{ text: source.text, literal: false }]) : null,
      variablesOff: !variablesOn && source.text.includes('${'),
    }
  })
  const isPlain = values.every(({ variables, source }) => variables === null && !hasMark(source.text))
  // Of the caller's ARN more may be known than its state tells.
  const isOfState = isPlain && !hasMark(entry.key) && entry.lowerKey !== 'aws:principalarn'
  return { entry, variablesOn, values, known: isOfState ? new Map() : null }
}

/** The values as this request sees them. */
export function candidatesOf(condition: CompiledCondition, request: EvaluatedRequest): readonly ComparedValue[] {
  const { operator } = condition.entry
  return condition.values.map(({ compiled, variables, variablesOff }): ComparedValue => {
    if (compiled !== null)
      return { compiled, reason: variablesOff ? 'variables-need-version-2012' : null, unknownKeys: null }
    const expansion = expandVariables(variables ?? [], request)
    if (expansion.state === 'ready') {
      return { compiled: compileValue(operator, expansion.parts), reason: null, unknownKeys: null }
    }
    return expansion.state === 'unknown'
      ? { compiled: null, reason: 'variable-unknown', unknownKeys: expansion.keys }
      : { compiled: null, reason: expansion.reason, unknownKeys: null }
  })
}

/** The values with their variables replaced, where they are known. */
export const valueTexts = ({ entry }: CompiledCondition, candidates: readonly ComparedValue[]): readonly string[] =>
  entry.values.map(({ text }, i) => candidates[i]?.compiled?.text ?? text)
