import type { ContextReading } from '../../case/case-reading'
import { familyFacts, type ConditionOperator } from '../../iam/condition-operators'
import type { VariablePart } from '../../iam/policy-variables'
import { hasWildcard } from '../../iam/wildcard'
import type { ConditionEntry } from '../../policy/policy'
import { withKey, type EvaluatedRequest, type KeyState } from '../compile/request'
import { YES } from '../kleene'
import { compileValue, readRequestValue } from '../operators/comparisons'
import { textProbe, type ComparisonProbe, type Question } from '../question'
import { requirementOf } from '../operators/requirement-of'
import { candidatesOf, valueTexts, type CompiledCondition } from './compile-condition'
import { fittingRequirement, fittingValues, type Fitting } from './expand-variables'
import { possibleRoleArns } from './role-path'
import { absentOutcome, matchValues, type ComparedValue } from './test-values'

/** What the condition hangs on: its key, the keys of its variables, or both. */
export function conditionQuestion(
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
      : compiled.variables === null
        ? (other: ContextReading | 'absent') => isMet(compiled, candidates, other, effect)
        : (other: ContextReading | 'absent') => {
            const changed = withKey(request, only, other)
            return isMet(compiled, candidatesOf(compiled, changed), changed.find(entry.lowerKey), effect)
          }
  const spelled = keys.get(only ?? '') ?? entry.key
  const texts = valueTexts(compiled, candidates)
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

/** Is the condition met for certain? The same test, of which only the truth is asked. */
function isMet(
  { entry }: CompiledCondition,
  candidates: readonly ComparedValue[],
  state: KeyState,
  effect: 'Allow' | 'Deny',
): boolean {
  const { operator, values } = entry
  if (state === 'unknown') return false
  if (state === 'absent') return absentOutcome(operator, values).matches === YES
  return matchValues(operator, candidates, state, effect) === YES
}

/** Values of an unknown variable under which a value of the key fits: all of them, where there is a probe for them. */
function likelyValues(
  { variables, entry }: CompiledCondition,
  key: string,
  state: KeyState,
  request: EvaluatedRequest,
): { values: readonly string[]; probe: ComparisonProbe | null } {
  if (state === 'unknown' || state === 'absent') return { values: [], probe: null }
  const { operator } = entry
  const fits = (variables ?? []).flatMap((own) =>
    own === null ? [] : state.values.map((actual) => fitsBy(own, operator, key, actual, request)),
  )
  const found = fits.flatMap((one) => one?.values ?? [])
  const complete = familyFacts(operator.family).fitsAsSpelled && fits.every((one) => one !== null)
  return { values: found, probe: complete ? textProbe(entry.operator.name + found.join('\n'), found) : null }
}

function fitsBy(
  variables: readonly VariablePart[],
  operator: ConditionOperator,
  key: string,
  actual: string,
  request: EvaluatedRequest,
): Fitting | null {
  const asked = readRequestValue(operator.family, actual)
  return fittingValues(variables, key, actual, request, (parts) => compileValue(operator, parts).fits(asked))
}

/** What the one unknown variable of a single value can be for the key's one value to fit. */
function fittingVariable(
  { variables, entry }: CompiledCondition,
  key: string,
  state: ContextReading,
  request: EvaluatedRequest,
): Fitting | null {
  const { operator } = entry
  const own = variables?.[0]
  const [actual] = state.values
  if (entry.values.length !== 1 || state.values.length !== 1 || operator.set !== 'none') return null
  if (!familyFacts(operator.family).fitsAsSpelled || !own || actual === undefined) return null
  return fitsBy(own, operator, key, actual, request)
}

/** ForAllValues of a negated operator is the opposite of ForAnyValue of the positive one, and the other way round. */
export const OPPOSITE_SET = { none: 'none', all: 'any', any: 'all' } as const

function probeOf(
  { operator, values }: ConditionEntry,
  texts: readonly string[],
  candidates: readonly ComparedValue[],
  effect: 'Allow' | 'Deny',
): ComparisonProbe | null {
  if (candidates.some(({ unknownKeys }) => unknownKeys !== null)) return null
  const { family, comparison, negated, set } = operator
  const positiveSet = negated ? OPPOSITE_SET[set] : set
  const safeSide = candidates.some(({ compiled }) => compiled?.wellFormed === false) ? effect : ''
  const core = `${family} ${comparison} ${positiveSet} ${JSON.stringify(texts)} ${safeSide}`
  const literalWildcards = candidates.some(
    ({ compiled }, i) => compiled !== null && compiled.text !== values[i]?.text && hasWildcard(compiled.text),
  )
  return { family, core, negated: negated && safeSide === '', set: set !== 'none', texts, literalWildcards }
}
