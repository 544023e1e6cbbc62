import { POLICY_TYPES, type PolicyType } from '../iam/policy-types'
import type { Statement } from '../policy/policy'
import type { ElementResult, StatementPlace, StatementResult } from './evaluation'
import { and, NO, truthOf, UNKNOWN, YES, type Kleene } from './kleene'
import { compileAction, matchAction, type CompiledAction } from './match-action'
import { compileCondition, matchCondition, type CompiledCondition } from './match-condition'
import { matchPrincipal, NO_GRANTS, type Grants, type PrincipalScope } from './match-principal'
import { compileResource, matchResource, type CompiledResource } from './match-resource'
import type { Question } from './question'

/** A statement ready for judging; what only matching actions need is prepared when first needed. */
export interface CompiledStatement {
  readonly statement: Statement
  readonly type: PolicyType
  readonly variablesOn: boolean
  readonly place: StatementPlace
  readonly policyName: string
  readonly action: CompiledAction
  resource: CompiledResource | null | undefined
  conditions: readonly CompiledCondition[] | null
  /** The result for any action of a service that the statement does not name. */
  otherService: StatementOutcome | null
}

/** What became of a statement: its result, and what it hangs on. */
export interface StatementOutcome {
  readonly result: StatementResult
  readonly effect: 'Allow' | 'Deny'
  readonly matches: Kleene
  /** In which names of the caller it holds, for policies that name principals. */
  readonly grants: Grants
  readonly questions: readonly Question[]
}

const NO_QUESTIONS: readonly Question[] = []

/** Prepares a statement. */
export function compileStatement(
  statement: Statement,
  type: PolicyType,
  variablesOn: boolean,
  place: StatementPlace,
  policyName: string,
): CompiledStatement {
  return {
    statement,
    type,
    variablesOn,
    place,
    policyName,
    action: compileAction(statement.action),
    resource: undefined,
    conditions: null,
    otherService: null,
  }
}

/**
 * Judges a statement. One whose action does not match stops there; of any other every element is judged, so that the
 * result tells all that would have to change.
 */
export function evaluateStatement(compiled: CompiledStatement, scope: PrincipalScope): StatementOutcome {
  const { request } = scope
  const { statement } = compiled
  const action = matchAction(compiled.action, request.lowerAction)
  if (action.matches === NO) {
    const isOther = action.result.reason === 'other-service'
    if (isOther && compiled.otherService !== null) return compiled.otherService
    const outcome = outcomeOf(compiled, NO, [action.result], NO_GRANTS, NO_QUESTIONS, true)
    if (isOther) compiled.otherService = outcome
    return outcome
  }
  const questions: Question[] = []
  const elements: ElementResult[] = []
  let matches: Kleene = YES
  let grants = NO_GRANTS
  if (statement.principal !== null) {
    const principal = matchPrincipal(statement.principal, scope, questions)
    elements.push(principal.result)
    matches = and(matches, principal.matches)
    grants = principal.grants
  } else if (POLICY_TYPES[compiled.type].principal === 'required') matches = NO
  elements.push(action.result)
  if (statement.resource !== null) {
    compiled.resource ??= compileResource(
      statement.resource,
      compiled.variablesOn,
      POLICY_TYPES[compiled.type].completesArns,
    )
    const resource = matchResource(compiled.resource, request, questions)
    elements.push(resource.result)
    matches = and(matches, resource.matches)
  }
  if (statement.conditions.length > 0) {
    compiled.conditions ??= statement.conditions.map((entry) => compileCondition(entry, compiled.variablesOn))
    for (const condition of compiled.conditions) {
      const outcome = matchCondition(condition, request, statement.effect, questions)
      elements.push(outcome.result)
      matches = and(matches, outcome.matches)
    }
  }
  return outcomeOf(
    compiled,
    matches,
    elements,
    restrict(grants, matches),
    matches === UNKNOWN ? questions : NO_QUESTIONS,
    false,
  )
}

const restrict = (grants: Grants, matches: Kleene): Grants =>
  matches === YES
    ? grants
    : { direct: and(grants.direct, matches), role: and(grants.role, matches), account: and(grants.account, matches) }

function outcomeOf(
  { statement, place, policyName }: CompiledStatement,
  matches: Kleene,
  elements: readonly ElementResult[],
  grants: Grants,
  questions: readonly Question[],
  stopped: boolean,
): StatementOutcome {
  const { level, policy, statement: index } = place
  const result: StatementResult = {
    level,
    policy,
    statement: index,
    policyName,
    sid: statement.sid,
    effect: statement.effect,
    matches: truthOf(matches),
    span: statement.span,
    elements,
    ...(stopped ? STOPPED : null),
  }
  return { result, effect: statement.effect, matches, grants, questions }
}

const STOPPED = { stoppedAt: 'Action' } as const
