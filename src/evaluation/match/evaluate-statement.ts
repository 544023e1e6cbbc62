import type { Statement } from '../../policy/policy'
import type { PolicyHeader } from '../compile/compile-layers'
import type { ElementResult, StatementResult } from '../evaluation'
import { and, NO, truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import { hasMark } from '../../case/holes'
import type { EvaluatedRequest } from '../compile/request'
import { askFreely, askTest, holeRequirement } from '../holes/hole-question'
import { equalFit } from '../holes/fit-machine'
import type { HoleTest } from '../holes/hole-test'
import { noneOf } from '../question'
import { hasOpenAction, matchAction, matchOpenAction } from './match-action'
import { compileCondition, type CompiledCondition } from './compile-condition'
import { matchCondition } from './match-condition'
import { matchPrincipal, type PrincipalMatch } from './match-principal'
import { NO_GRANTS, type Grants, type PrincipalScope } from './name-caller'
import { compileResource, matchResource, type CompiledResource } from './match-resource'
import type { Question } from '../question'
import { LAYERS } from '../../iam/layers'

/** What is kept of a statement where it is judged for many actions, or for many readings of one request. */
export interface Preparation {
  /** What is prepared when its action first matches. */
  prepared: Prepared | null
  /** The last action that it does not take in, and its result for that, which hangs on nothing else. */
  stopped: { readonly lowerAction: string; readonly result: StatementResult } | null
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

function prepare({ resource, conditions }: Statement, { type, variablesOn }: PolicyHeader, kept: boolean): Prepared {
  return {
    resource: resource === null ? null : compileResource(resource, variablesOn, LAYERS[type].completesArns, kept),
    conditions: conditions.map((entry) => compileCondition(entry, variablesOn, kept)),
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
  const { lowerAction } = request
  if (kept?.stopped?.lowerAction === lowerAction) return kept.stopped.result
  const questions: Question[] = []
  const action = actionOf(statement, request, questions)
  if (action.matches === 'no') {
    const result = withOpenEffect(statement, stoppedResult(statement, place, action))
    if (kept !== null) kept.stopped = { lowerAction, result }
    return result
  }
  const prepared = kept?.prepared ?? prepare(statement, place, kept !== null)
  if (kept !== null) kept.prepared = prepared
  const { resource, conditions } = prepared
  const { principal } = statement
  const elements = new Array<ElementResult>(
    (principal === null ? 1 : 2) + (resource === null ? 0 : 1) + conditions.length,
  )
  let count = 0
  let matches: Kleene = action.matches === 'yes' ? YES : UNKNOWN
  let named: Kleene = YES
  let reaches: readonly PrincipalMatch[] = UNNAMED
  if (principal !== null) {
    const outcome = matchPrincipal(principal, scope, statement.effect)
    elements[count++] = outcome.result
    named = outcome.matches
    reaches = outcome.reaches
  } else if (LAYERS[place.type].principal === 'required') {
    const { effect: mark = null, rest = null } = statement.open ?? {}
    if (mark === null || rest === null) matches = NO
    else reaches = anyReach(mark, place, statement.index)
  }
  elements[count++] = action
  if (resource !== null) {
    const outcome = matchResource(resource, request, questions)
    elements[count++] = outcome.result
    matches = and(matches, outcome.matches)
  }
  for (const condition of conditions) {
    const outcome = matchCondition(condition, request, statement.effect, questions)
    elements[count++] = outcome.result
    matches = and(matches, outcome.matches)
  }
  const { open } = statement
  // What it does is asked of its policy, which cannot be read as a whole.
  if (statement.broken === true) return resultOf(statement, place, and(and(matches, UNKNOWN), named), elements)
  if (open !== undefined && open.rest !== null && matches !== NO) {
    matches = UNKNOWN
    questions.push(askRest(open.rest, `${place.type} ${place.level} ${place.policy} ${statement.index}`))
  }
  if (open !== undefined && open.effect !== null && matches !== NO) {
    const effect = askEffect(open.effect, request)
    const may = withOpenEffect(statement, resultOf(statement, place, and(UNKNOWN, named), elements))
    for (const reach of reaches) addEitherWay(outcomes, may, reach, questions, effect)
    return may
  }
  const result = withOpenEffect(statement, resultOf(statement, place, and(matches, named), elements))
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

/** The result of a statement that does not take the action in, of which nothing is open. */
export const notReached = (
  statement: Statement,
  place: PolicyHeader,
  { lowerAction }: EvaluatedRequest,
): StatementResult => stoppedResult(statement, place, matchAction(statement.action, lowerAction))

function actionOf({ action }: Statement, request: EvaluatedRequest, questions: Question[]): ElementResult {
  const isOpen = !request.holes.none && (hasMark(request.lowerAction) || hasOpenAction(action))
  return isOpen ? matchOpenAction(action, request, questions).result : matchAction(action, request.lowerAction)
}

/** Whether it allows or denies is not known: it does one of the two. */
function addEitherWay(
  outcomes: StatementOutcome[],
  result: StatementResult,
  { matches, grants, question }: PrincipalMatch,
  questions: readonly Question[],
  effects: Readonly<Record<'Allow' | 'Deny', Question>>,
): void {
  if (matches === NO) return
  const asked = question === null ? questions : [question, ...questions]
  for (const effect of ['Allow', 'Deny'] as const) {
    outcomes.push({ result, effect, matches: UNKNOWN, grants, questions: [...asked, effects[effect]] })
  }
}

/** Does a hole stand for Deny, or for Allow? */
function askEffect(mark: string, { holes }: EvaluatedRequest): Readonly<Record<'Allow' | 'Deny', Question>> {
  const id = `effect ${mark}`
  const requirement = (of: string) => (holds: boolean) => [holeRequirement(mark, 'StringEquals', [of], holds, holes)]
  const test: HoleTest = {
    id,
    marks: [mark],
    passes: ({ fill }) => fill(mark) === 'Deny',
    fits: [equalFit('Deny', mark)],
    examples: [new Map([[mark, 'Deny']]), new Map([[mark, 'Allow']])],
  }
  const deny = askTest(test, (holds) => holeRequirement(mark, 'StringEquals', [holds ? 'Deny' : 'Allow'], true, holes))
  return { Deny: deny, Allow: { ...noneOf([deny]), requirements: requirement('Allow') } }
}

/** Does what a hole stands for take the request in? No text is an answer. */
const askRest = (mark: string, place: string): Question =>
  askFreely(`rest ${mark} ${place}`, [], [mark], (holds) => [{ kind: 'statement', hole: mark, applies: holds }])

/** A statement of which it is not known whom it names may reach the caller by any name. */
const anyReach = (mark: string, { level, policy }: PolicyHeader, index: number): readonly PrincipalMatch[] =>
  (['direct', 'role', 'account'] as const).map((via) => ({
    matches: UNKNOWN,
    grants: { ...NO_GRANTS, [via]: YES },
    question: askRest(mark, `${via} ${level} ${policy} ${index}`),
  }))

/** Of a policy that names no principal: it is the caller's own. */
const UNNAMED: readonly PrincipalMatch[] = [{ matches: YES, grants: NO_GRANTS, question: null }]

/** Says of a statement whose effect is not written that its result has but one of the two. */
const withOpenEffect = ({ open }: Statement, result: StatementResult): StatementResult =>
  open === undefined || open.effect === null ? result : { ...result, openEffect: true }

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
