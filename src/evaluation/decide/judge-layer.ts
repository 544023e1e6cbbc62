import type { CaseFacts } from '../../case/access-case'
import type { Layer } from '../../iam/layers'
import type { CompiledLayer, CompiledLevel } from '../compile/compile-layers'
import type { Outcome, StatementOutcome } from '../match/evaluate-statement'
import type { PrincipalScope } from '../match/name-caller'
import type { Question } from '../question'
import type { ReasonCode } from '../reason-codes'
import { judgeStatements, type JudgedStatements } from './judge-statements'
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
  readonly statements: JudgedStatements
}

/** Judges the statements of a layer that reaches the request. `keeps`: the layer is judged for many actions or readings. */
export function judgeLayer(
  compiled: CompiledLayer,
  scope: PrincipalScope,
  facts: CaseFacts,
  grants: readonly Outcome[],
  keeps: boolean,
): JudgedLayer {
  const silent = silentLayer(compiled, scope, facts, grants)
  if (silent !== null) return silent
  const { layer, levels } = compiled
  const outcomes: StatementOutcome[][] = levels.map(() => [])
  const statements = judgeStatements(compiled, scope, outcomes, keeps)
  return {
    layer,
    state: 'given',
    reason: null,
    levels: levels.map((level, i) => judgedLevel(level, outcomes[i] ?? NONE)),
    statements,
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
const NO_STATEMENTS: JudgedStatements = { reached: NONE, all: null }

/** A layer without statements that could say anything. */
const nonAllowing = (
  layer: Layer,
  state: JudgedLayer['state'],
  reason: ReasonCode | null,
  grants: readonly Outcome[],
  maybeExempt: Question | null,
): JudgedLayer => ({ layer, state, reason, levels: NONE, statements: NO_STATEMENTS, grants, maybeExempt })

const judgedLevel = ({ target, policies }: CompiledLevel, outcomes: readonly StatementOutcome[]): JudgedLevel => ({
  target,
  outcomes,
  empty: policies.length === 0,
  unreadable: policies.some(({ valid }) => !valid),
})
