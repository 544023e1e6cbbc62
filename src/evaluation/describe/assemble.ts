import type { CaseReading } from '../../case/case-reading'
import type { PolicyProblem } from '../../policy/policy-messages'
import type { CompiledLayer } from '../compile/compile-layers'
import { conclude, type Search } from '../conclude'
import { isNeeded } from '../decide/decide'
import type { Evaluation, LayerResult, StatementResult } from '../evaluation'
import type { JudgedLayer } from '../decide/judge-layer'
import { YES } from '../kleene'
import { describeLayer } from './describe-layer'
import { grantsOf } from '../decide/layer-verdict'
import { limitsOf } from './limits'
import type { EvaluatedRequest } from '../compile/request'
import { caseLayerOf, type Layer } from '../../iam/layers'
import { lazily } from '../../text/lazily'
import { NO_DEPENDENCE } from '../unknowns/solve-unknowns'

/** Puts the answer together from what each layer did; what it hangs on is found when it is asked for. */
export function assemble(
  reading: CaseReading,
  request: EvaluatedRequest,
  compiled: readonly CompiledLayer[],
  judged: readonly JudgedLayer[],
  search: Search,
): Evaluation {
  const concluded = conclude({ reading, request, compiled, judged, search })
  const { decision, layer, blocking, isLayerOpen, circumstances, plain, verdicts, refusal, free, settled } = concluded
  const decisive = decision === 'explicitDeny' ? decisiveStatement(judged, layer) : null
  // Which of several denying layers AWS names is not documented: no one policy is the decisive one then.
  const isOnly = () => judged.filter((one) => verdicts[caseLayerOf(one.layer)].deny === YES).length === 1
  const only = decisive !== null && isOnly() ? decisive : null
  const layers = judged.map((one): LayerResult => {
    const key = caseLayerOf(one.layer)
    return describeLayer(one, verdicts[key], plain, {
      free,
      blocking: blocking.includes(one.layer),
      needed: isNeeded(key, verdicts, circumstances),
      refused: refusal?.layer === key ? refusal.reason : null,
      requiresPolicy: key === 'resource' && circumstances.needsResource,
      granted: one.grants.length > 0 ? grantsOf(one.grants) : null,
    })
  })
  const evaluation: Evaluation = {
    decision,
    layer,
    ...(isLayerOpen && { isLayerOpen }),
    policy: only?.policyName ?? null,
    sid: only?.sid ?? null,
    decisive:
      decisive === null ? null : { level: decisive.level, policy: decisive.policy, statement: decisive.statement },
    layers,
    blocking,
    dependsOn: NO_DEPENDENCE.dependsOn,
    sufficientConditions: NO_DEPENDENCE.sufficientConditions,
    relation: request.relation,
    context: request.context,
    limits: limitsOf(request, reading.facts, judged, circumstances),
    problems: [...reading.problems, ...policyProblems(compiled)],
  }
  if (settled !== null && decision === 'depends') {
    lazily(evaluation, 'dependsOn', () => settled.rest().dependsOn)
    lazily(evaluation, 'sufficientConditions', () => settled.rest().sufficientConditions)
  }
  return evaluation
}

/** The first matching Deny of the layer. */
function decisiveStatement(judged: readonly JudgedLayer[], layer: Layer | 'none'): StatementResult | null {
  const statements = judged.find((one) => one.layer === layer)?.statements.reached ?? []
  return statements.find(({ effect, matches }) => effect === 'Deny' && matches === 'yes') ?? null
}

function policyProblems(compiled: readonly CompiledLayer[]): readonly PolicyProblem[] {
  const problems: PolicyProblem[] = []
  for (const { layer, levels } of compiled) {
    for (const { target, policies } of levels) {
      for (const policy of policies) {
        for (const problem of policy.problems) {
          const data = { ...problem.data, layer, policy: policy.name, ...(target === '' ? {} : { target }) }
          problems.push({ ...problem, data })
        }
      }
    }
  }
  return problems
}

/** The answer to a case that cannot be read: nothing is granted, or it depends where something is unknown. */
export function unreadable(reading: CaseReading): Evaluation {
  const layer: LayerResult = {
    layer: 'identity',
    status: reading.open ? 'depends' : 'implicitDeny',
    blocking: !reading.open,
    reason: 'case-unreadable',
    lane: 'caller',
    needed: true,
    statements: [],
  }
  return {
    decision: reading.open ? 'depends' : 'implicitDeny',
    layer: reading.open ? 'none' : 'identity',
    policy: null,
    sid: null,
    decisive: null,
    layers: [layer],
    blocking: reading.open ? [] : ['identity'],
    dependsOn: { keys: [], layers: [] },
    sufficientConditions: [],
    relation: 'sameAccount',
    context: [],
    limits: [],
    problems: reading.problems,
  }
}
