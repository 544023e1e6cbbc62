import type { CaseFacts } from '../../case/access-case'
import type { Layer } from '../../iam/layers'
import type { CompiledLayer, CompiledLevel } from '../compile/compile-layers'
import type { StatementResult } from '../evaluation'
import { evaluateStatement, type Outcome, type StatementOutcome } from '../match/evaluate-statement'
import type { PrincipalScope } from '../match/name-caller'
import type { Question } from '../question'
import type { ReasonCode } from '../reason-codes'
import { decideBatched, judgeBatched } from './batched-statements'
import { exemptionAsked, inapplicableReason } from './layer-reach'
import type { LayerOutcomes } from './layer-verdict'

/** A level after judging: what its statements did. */
export interface JudgedLevel {
  readonly target: string
  readonly empty: boolean
  readonly unreadable: boolean
  /** Outcomes that bear on the level: those that match, or may. */
  readonly outcomes: readonly StatementOutcome[]
}

/** A layer after judging. */
export interface JudgedLayer extends LayerOutcomes {
  readonly levels: readonly JudgedLevel[]
  readonly statements: readonly StatementResult[]
}

/** Judges every statement of a layer that reaches the request. `batched` layers are judged for many actions or readings. */
export function judgeLayer(
  compiled: CompiledLayer,
  scope: PrincipalScope,
  facts: CaseFacts,
  grants: readonly Outcome[],
  batched: boolean,
): JudgedLayer {
  const silent = silentLayer(compiled, scope, facts, grants)
  if (silent !== null) return silent
  const { layer } = compiled
  const outcomes: StatementOutcome[][] = compiled.levels.map(() => [])
  const statements = batched ? judgeBatched(compiled, scope, outcomes) : judgeAll(compiled, scope, outcomes)
  return {
    layer,
    state: 'given',
    reason: null,
    levels: compiled.levels.map((level, i) => judgedLevel(level, outcomes[i] ?? [])),
    statements,
    grants,
    maybeExempt: exemptionAsked(layer, scope.request, facts),
  }
}

/** The same for many actions or readings of which nothing is told but the decision. */
export function decideLayer(
  compiled: CompiledLayer,
  scope: PrincipalScope,
  facts: CaseFacts,
  grants: readonly Outcome[],
): LayerOutcomes {
  const silent = silentLayer(compiled, scope, facts, grants)
  if (silent !== null) return silent
  const { layer } = compiled
  const outcomes: StatementOutcome[][] = compiled.levels.map(() => [])
  decideBatched(compiled, scope, outcomes)
  return {
    layer,
    state: 'given',
    reason: null,
    levels: compiled.levels.map(({ policies }, i) => ({
      unreadable: policies.some(({ valid }) => !valid),
      outcomes: outcomes[i] ?? NONE,
    })),
    grants,
    maybeExempt: exemptionAsked(layer, scope.request, facts),
  }
}

/** A layer that does not reach the request, or of which nothing is given; null for others. */
function silentLayer(
  { layer, state, isForeign }: CompiledLayer,
  { request }: PrincipalScope,
  facts: CaseFacts,
  grants: readonly Outcome[],
): JudgedLayer | null {
  const exempt = inapplicableReason(layer, request, state, facts)
  if (exempt !== null) return nonAllowing(layer, 'notApplicable', exempt, grants, null)
  if (state === 'given') return null
  const isRequired = state === 'none' && layer === 'session' && request.principal.kind === 'federatedUser'
  const reason = isRequired ? 'session-policy-required' : isForeign ? 'layer-of-another-service' : null
  return nonAllowing(layer, state, reason, grants, exemptionAsked(layer, request, facts))
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
