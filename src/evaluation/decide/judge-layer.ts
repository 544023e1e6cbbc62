import { canHaveBoundary, isOutsider } from '../../iam/principal'
import type { CaseFacts } from '../../case/access-case'
import type { Statement } from '../../policy/policy'
import type { CompiledLayer, CompiledLevel, PolicyHeader } from '../compile/compile-layers'
import { evaluateStatement, type Preparation, type Outcome, type StatementOutcome } from '../match/evaluate-statement'
import type { StatementResult } from '../evaluation'
import type { PrincipalScope } from '../match/name-caller'
import { hasMark } from '../../case/holes'
import type { Filling } from '../holes/filling'
import { askTest, comparison, fitRequirement } from '../holes/hole-question'
import { asPattern, matchMarked } from '../holes/marked-text'
import { UNKNOWN } from '../kleene'
import { anyOf, textProbe, type Question } from '../question'
import type { ReasonCode } from '../reasons'
import type { EvaluatedRequest } from '../compile/request'
import {
  accountUnder,
  controlsBucketPolicy,
  exemptionFrom,
  isIdentityOnly,
  isManagementAccount,
  isServiceLinkedRole,
  isTrustAction,
} from '../services/service-rules'
import { hasLevels, type Layer, type LevelledLayer } from '../../iam/layers'

/** A level after judging: what its statements did. */
export interface JudgedLevel {
  readonly target: string
  readonly empty: boolean
  readonly unreadable: boolean
  /** Outcomes that bear on the level: those that match, or may. */
  readonly outcomes: readonly StatementOutcome[]
}

/** A layer after judging. */
export interface JudgedLayer {
  readonly layer: Layer
  readonly state: 'given' | 'none' | 'unknown' | 'notApplicable'
  /** Why it is not applicable, or what is special about it. */
  readonly reason: ReasonCode | null
  readonly levels: readonly JudgedLevel[]
  readonly statements: readonly StatementResult[]
  /** What grants besides the layer's policies: grants on a KMS key. */
  readonly grants: readonly Outcome[]
  /** Set where the layer may not reach the caller at all. */
  readonly maybeExempt: Question | null
}

/** A statement that is judged many times. */
interface BatchedStatement extends Preparation {
  readonly statement: Statement
  readonly place: PolicyHeader
  /** Index into the levels of its layer. */
  readonly level: number
  readonly position: number
  /** Its result for any action of a service that it does not name. */
  elsewhere: StatementResult | null
}

/** Which statements can match an action of a service; the others have the same result for all its actions. */
interface ServiceIndex {
  /** Null for those that can. */
  readonly results: readonly (StatementResult | null)[]
  readonly active: readonly BatchedStatement[]
}

interface BatchedLayer {
  readonly statements: readonly BatchedStatement[]
  readonly services: Map<string, ServiceIndex>
}

const BATCHED = new WeakMap<CompiledLayer, BatchedLayer>()

/** Judges every statement of a layer that reaches the request. `batched` layers are judged for many actions or readings. */
export function judgeLayer(
  compiled: CompiledLayer,
  scope: PrincipalScope,
  facts: CaseFacts,
  batched: boolean,
  grants: readonly Outcome[],
): JudgedLayer {
  const { layer, state } = compiled
  const exempt = INAPPLICABLE[layer](scope.request, state, facts)
  if (exempt !== null) return nonAllowing(layer, 'notApplicable', exempt, grants, null)
  if (state !== 'given') {
    const isRequired = state === 'none' && layer === 'session' && scope.request.principal.kind === 'federatedUser'
    const reason = isRequired ? 'session-policy-required' : null
    return nonAllowing(layer, state, reason, grants, exemptionAsked(layer, scope.request, facts))
  }
  const outcomes: StatementOutcome[][] = compiled.levels.map(() => [])
  const statements = batched ? judgeBatched(compiled, scope, outcomes) : judgeAll(compiled, scope, outcomes)
  return {
    layer,
    state,
    reason: null,
    levels: compiled.levels.map((level, i) => judgedLevel(level, outcomes[i] ?? [])),
    statements,
    grants,
    maybeExempt: exemptionAsked(layer, scope.request, facts),
  }
}

const NONE: readonly never[] = []

/** A layer without statements that could say anything. */
const nonAllowing = (
  layer: Layer,
  state: JudgedLayer['state'],
  reason: ReasonCode | null,
  grants: readonly Outcome[],
  maybeExempt: Question | null,
): JudgedLayer => ({ layer, state, reason, levels: NONE, statements: NONE, grants, maybeExempt })

const judgedLevel = ({ target, policies }: CompiledLevel, outcomes: readonly StatementOutcome[]): JudgedLevel => ({
  target,
  outcomes,
  empty: policies.length === 0,
  unreadable: policies.some(({ valid }) => !valid),
})

function judgeAll({ levels }: CompiledLayer, scope: PrincipalScope, outcomes: StatementOutcome[][]): StatementResult[] {
  const results: StatementResult[] = []
  for (let i = 0; i < levels.length; i++) {
    for (const policy of (levels[i] as CompiledLevel).policies) {
      for (const statement of policy.statements) {
        results.push(evaluateStatement(statement, policy, scope, outcomes[i] as StatementOutcome[]))
      }
    }
  }
  return results
}

function judgeBatched(
  compiled: CompiledLayer,
  scope: PrincipalScope,
  outcomes: StatementOutcome[][],
): StatementResult[] {
  const { results, active } = serviceIndex(compiled, scope)
  const statements = results.slice() as StatementResult[]
  for (const one of active) {
    const { statement, place, level, position } = one
    statements[position] = evaluateStatement(statement, place, scope, outcomes[level] as StatementOutcome[], one)
  }
  return statements
}

function serviceIndex(compiled: CompiledLayer, scope: PrincipalScope): ServiceIndex {
  let batched = BATCHED.get(compiled)
  if (batched === undefined)
    BATCHED.set(compiled, (batched = { statements: batchedStatements(compiled), services: new Map() }))
  const { service } = scope.request
  let index = batched.services.get(service)
  if (index === undefined) {
    const active: BatchedStatement[] = []
    const results = batched.statements.map((one): StatementResult | null => {
      const { statement, place } = one
      if (namesOnlyOtherServices(statement, service)) {
        return (one.elsewhere ??= evaluateStatement(statement, place, scope, []))
      }
      active.push(one)
      return null
    })
    index = { results, active }
    batched.services.set(service, index)
  }
  return index
}

const batchedStatements = ({ levels }: CompiledLayer): readonly BatchedStatement[] =>
  levels
    .flatMap(({ policies }, level) =>
      policies.flatMap((place) => place.statements.map((statement) => ({ statement, place, level }))),
    )
    .map((one, position) => ({ ...one, position, prepared: null, stopped: null, elsewhere: null }))

function namesOnlyOtherServices({ action }: Statement, service: string): boolean {
  const { not, values } = action
  return (
    !not &&
    values.length > 0 &&
    values.every(({ text }) => {
      const colon = text.indexOf(':')
      const prefix = text.slice(0, colon)
      return (
        colon >= 0 &&
        !hasMark(prefix) &&
        !hasMark(service) &&
        !prefix.includes('*') &&
        !prefix.includes('?') &&
        prefix.toLowerCase() !== service
      )
    })
  )
}

/** Why a layer does not apply to a request; null where it does. */
type Inapplicable = (request: EvaluatedRequest, state: CompiledLayer['state'], facts: CaseFacts) => ReasonCode | null

const organizationPolicy =
  (layer: LevelledLayer): Inapplicable =>
  (request, state, facts) =>
    state === 'none' ? null : exemptionFrom(layer, request, facts)

const always: Inapplicable = () => null

/** Root user, services, identity providers and anonymous callers have no policies of their own. */
const INAPPLICABLE: Readonly<Record<Layer, Inapplicable>> = {
  rcp: organizationPolicy('rcp'),
  scp: organizationPolicy('scp'),
  endpoint: always,
  resource: (request) => {
    if (controlsBucketPolicy(request) === true) return 'owner-root-controls-bucket-policy'
    return isIdentityOnly(request) ? 'no-resource-policy-for-action' : null
  },
  trust: always,
  identity: ({ principal: { kind } }) =>
    isOutsider(kind) || kind === 'root' ? 'principal-has-no-identity-policies' : null,
  boundary: ({ principal: { kind } }) => (canHaveBoundary(kind) ? null : 'principal-has-no-boundary'),
  // They come with sessions of roles and federated users, never with a user's keys or the session that GetSessionToken
  // makes. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
  session: ({ principal: { kind } }, state) =>
    isOutsider(kind) || (kind === 'user' && state === 'unknown') ? 'principal-has-no-session-policy' : null,
}

/** What is asked where it is open whether a layer reaches the request at all. */
function exemptionAsked(layer: Layer, request: EvaluatedRequest, facts: CaseFacts): Question | null {
  if (layer === 'resource') {
    const controls = controlsBucketPolicy(request)
    return typeof controls === 'boolean' ? null : controls
  }
  if (!hasLevels(layer)) return null
  const isManagement = isManagementAccount(accountUnder(layer, request), facts, request)
  const asked = [
    ...(isServiceLinkedRole(request) === 'maybe' ? [SERVICE_LINKED] : []),
    ...(typeof isManagement === 'boolean' ? [] : [isManagement]),
    ...(layer === 'rcp' ? assumesLinkedRole(request) : []),
  ]
  return asked.length === 0 ? null : anyOf(asked)
}

/** RCPs leave out the trust policies of service-linked roles: is it one that is to be assumed, where holes hide its path? */
function assumesLinkedRole({ lowerAction, arn, holes }: EvaluatedRequest): readonly Question[] {
  if (arn === null || !isTrustAction(lowerAction) || !hasMark(arn.resource)) return []
  const { resource } = arn
  const pattern = asPattern('role/aws-service-role/*')
  if (matchMarked(pattern, resource, holes) !== UNKNOWN) return []
  const passes = ({ fill }: Filling) => fill(resource).startsWith('role/aws-service-role/')
  const test = comparison('service-linked role', pattern, resource, passes, holes)
  return [askTest(test, (holds) => fitRequirement(pattern, resource, holds, holes))]
}

const SERVICE_LINKED: Question = {
  id: 'service-linked role',
  keys: ['aws:PrincipalArn'],
  answer: (state) => state !== 'absent' && state.values[0]?.includes(':role/aws-service-role/') === true,
  requirements: (holds) => [
    {
      kind: 'key',
      key: 'aws:PrincipalArn',
      operator: 'ArnLike',
      values: ['arn:*:iam::*:role/aws-service-role/*'],
      holds,
    },
  ],
  probe: textProbe('service-linked role', ['*:role/aws-service-role/*'], 'stringLike'),
  samples: ['arn:aws:iam::111122223333:role/aws-service-role/service.amazonaws.com/Role'],
}
