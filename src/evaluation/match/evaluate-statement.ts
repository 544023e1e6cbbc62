import type { Statement } from '../../policy/policy'
import type { PolicyHeader } from '../compile/compile-layers'
import type { ElementResult, StatementResult } from '../evaluation'
import { and, NO, truthOf, YES, type Kleene } from '../kleene'
import { matchAction } from './match-action'
import { compileCondition, type CompiledCondition } from './compile-condition'
import { matchCondition } from './match-condition'
import { matchPrincipal, type PrincipalMatch } from './match-principal'
import { NO_GRANTS, type Grants, type PrincipalScope } from './name-caller'
import { compileResource, matchResource, type CompiledResource } from './match-resource'
import type { Question } from '../operators/question'
import { LAYERS } from '../../iam/layers'

/** What is prepared of a statement when its action first matches, kept where many actions are judged. */
export interface Preparation {
  prepared: Prepared | null
}

interface Prepared {
  readonly resource: CompiledResource | null
  readonly conditions: readonly CompiledCondition[]
}

/** Something that matches, or may, and what it hangs on. */
export interface Outcome {
  readonly effect: 'Allow' | 'Deny'
  readonly matches: Kleene
  /** Through which names of the caller it grants where it matches, for policies that name principals. */
  readonly grants: Grants
  readonly questions: readonly Question[]
}

/** What became of a statement that matches, or may, for one way of naming the caller. */
export interface StatementOutcome extends Outcome {
  readonly result: StatementResult
}

function prepare({ resource, conditions }: Statement, { type, variablesOn }: PolicyHeader): Prepared {
  return {
    resource: resource === null ? null : compileResource(resource, variablesOn, LAYERS[type].completesArns),
    conditions: conditions.map((entry) => compileCondition(entry, variablesOn)),
  }
}

/**
 * Judges a statement; one that matches, or may, is added to `outcomes`. A statement whose action does not match stops
 * there; of any other every element is judged, so that the result tells all that would have to change.
 */
export function evaluateStatement(
  statement: Statement,
  place: PolicyHeader,
  scope: PrincipalScope,
  outcomes: StatementOutcome[],
  kept: Preparation | null = null,
): StatementResult {
  const { request } = scope
  const action = matchAction(statement.action, request.lowerAction)
  if (action.matches === 'no') return stoppedResult(statement, place, action)
  const prepared = kept?.prepared ?? prepare(statement, place)
  if (kept !== null) kept.prepared = prepared
  const { resource, conditions } = prepared
  const questions: Question[] = []
  const elements: ElementResult[] = []
  let matches: Kleene = YES
  let named: Kleene = YES
  let reaches: readonly PrincipalMatch[] = UNNAMED
  if (statement.principal !== null) {
    const principal = matchPrincipal(statement.principal, scope, statement.effect)
    elements.push(principal.result)
    named = principal.matches
    reaches = principal.reaches
  } else if (LAYERS[place.type].principal === 'required') matches = NO
  elements.push(action)
  if (resource !== null) {
    const outcome = matchResource(resource, request, questions)
    elements.push(outcome.result)
    matches = and(matches, outcome.matches)
  }
  for (const condition of conditions) {
    const outcome = matchCondition(condition, request, statement.effect, questions)
    elements.push(outcome.result)
    matches = and(matches, outcome.matches)
  }
  const result = resultOf(statement, place, and(matches, named), elements)
  if (matches === NO) return result
  for (const reach of reaches) {
    if (reach.matches === NO) continue
    outcomes.push({
      result,
      effect: statement.effect,
      matches: and(matches, reach.matches),
      grants: reach.grants,
      questions: reach.question === null ? questions : [reach.question, ...questions],
    })
  }
  return result
}

/** Of a policy that names no principal: it is the caller's own. */
const UNNAMED: readonly PrincipalMatch[] = [{ matches: YES, grants: NO_GRANTS, question: null }]

function resultOf(
  { index, sid, effect, span }: Statement,
  { level, policy, name }: PolicyHeader,
  matches: Kleene,
  elements: readonly ElementResult[],
): StatementResult {
  return { level, policy, statement: index, policyName: name, sid, effect, matches: truthOf(matches), span, elements }
}

/** Written out, since it is made more often than anything else. */
function stoppedResult(
  { index, sid, effect, span }: Statement,
  { level, policy, name }: PolicyHeader,
  action: ElementResult,
): StatementResult {
  return {
    level,
    policy,
    statement: index,
    policyName: name,
    sid,
    effect,
    matches: 'no',
    span,
    elements: [action],
    stoppedAt: 'Action',
  }
}
