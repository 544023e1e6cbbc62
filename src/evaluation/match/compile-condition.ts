import { familyFacts } from '../../iam/condition-operators'
import { parseVariables, type VariablePart } from '../../iam/policy-variables'
import type { ConditionEntry, PolicyText } from '../../policy/policy'
import type { EvaluatedRequest } from '../compile/request'
import { compileValue, type CompiledValue } from '../operators/comparisons'
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
}

/** Prepares a condition; variables work in version 2012-10-17, and with some operators. */
export function compileCondition(entry: ConditionEntry, variablesOn: boolean): CompiledCondition {
  const on = variablesOn && familyFacts(entry.operator.family).takesVariables
  return {
    entry,
    variablesOn,
    values: entry.values.map((source) => {
      const variables = on ? parseVariables(source.text) : null
      return {
        source,
        variables,
        compiled: variables === null ? compileValue(entry.operator, [{ text: source.text, literal: false }]) : null,
        variablesOff: !variablesOn && source.text.includes('${'),
      }
    }),
  }
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
