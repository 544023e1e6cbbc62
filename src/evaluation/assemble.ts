import type { CaseReading } from '../case/case-reading'
import type { Problem } from '../text/problem'
import type { CompiledLayer } from './compile-layers'
import { blockingLayers, decide, isNeeded, OPEN_VERDICT, type Circumstances, type Verdicts } from './decide'
import type { Decision, Evaluation, Layer, LayerResult, StatementResult } from './evaluation'
import type { JudgedLayer } from './judge-layer'
import { grantsUnder, verdictOf, type LayerVerdict, type Reading } from './layer-verdict'
import { UNKNOWN, YES } from './kleene'
import { describeLayer } from './layer-result'
import { limitsOf } from './limits'
import { mayBeAbsent, type EvaluatedRequest } from './request'
import { refusalByS3 } from './s3-access'
import { isTrustAction, needsResourcePolicy, refusalOf, relationOf, NEEDS_NO_PERMISSION } from './service-rules'
import { settle } from './settle'

/** Puts the answer together from what each layer did. */
export function assemble(
  reading: CaseReading,
  request: EvaluatedRequest,
  compiled: readonly CompiledLayer[],
  judged: readonly JudgedLayer[],
): Evaluation {
  const isTrust = isTrustAction(request.lowerAction)
  const refusal = refusalOf(request) ?? refusalByS3(request, reading.facts, compiled)
  const free =
    refusal === null && request.principal.kind !== 'anonymous' && NEEDS_NO_PERMISSION.has(request.lowerAction)
  const circumstances: Circumstances = {
    kind: request.principal.kind,
    relation: relationOf(request),
    isTrust,
    needsResource: needsResourcePolicy(request),
    refusedIn: refusal?.layer ?? null,
  }
  const plain: Reading = {
    match: ({ matches }) => matches,
    layer: openLayer,
    exempt: () => UNKNOWN,
    unreadable: reading.open ? openLayer : null,
  }
  const verdictsUnder = (how: Reading): Verdicts => verdictsOf(judged, how)
  const verdicts = verdictsUnder(plain)
  const first = free ? 'allowed' : decide(verdicts, circumstances)
  const decideUnder = (how: Reading): Decision => decide(verdictsUnder(how), circumstances)
  const settled = first === 'depends' ? settle(judged, plain, decideUnder, (key) => mayBeAbsent(key, request)) : null
  const decision = settled?.decision ?? first
  const how = settled?.reading ?? null
  const certain = how === null ? verdicts : verdictsUnder(how)
  const blocking =
    decision === 'allowed' ? [] : blockingLayers(certain, circumstances).map((key) => nameOf(key, isTrust))
  const layer = decision === 'allowed' ? 'none' : (blocking[0] ?? 'none')
  const decisive = decision === 'explicitDeny' ? decisiveStatement(judged, layer) : null
  // Which of several denying layers AWS names is not documented: no one policy is the decisive one then.
  const only = judged.filter((one) => verdicts[keyOf(one.layer)].deny === YES).length === 1 ? decisive : null
  const layers = judged.map((one): LayerResult => {
    const key = keyOf(one.layer)
    return describeLayer(one, verdicts[key], plain, {
      free,
      blocking: blocking.includes(one.layer),
      needed: isNeeded(key, verdicts, circumstances),
      refused: refusal?.layer === key ? refusal.reason : null,
      requiresPolicy: key === 'resource' && circumstances.needsResource,
      granted: key === 'resource' ? grantsUnder(one.grants, plain) : null,
    })
  })
  return {
    decision,
    layer,
    policy: only?.policyName ?? null,
    sid: only?.sid ?? null,
    decisive:
      decisive === null ? null : { level: decisive.level, policy: decisive.policy, statement: decisive.statement },
    layers,
    blocking,
    dependsOn: settled?.dependsOn ?? { keys: [], layers: [] },
    settlements: settled?.settlements ?? [],
    relation: request.relation,
    context: request.context,
    limits: limitsOf(request, reading.facts, judged, circumstances),
    problems: [...reading.problems, ...policyProblems(compiled)],
  }
}

const openLayer = (): LayerVerdict => OPEN_VERDICT

const keyOf = (layer: Layer): keyof Verdicts => (layer === 'trust' ? 'resource' : layer)
const nameOf = (key: keyof Verdicts, isTrust: boolean): Layer => (key === 'resource' && isTrust ? 'trust' : key)

function verdictsOf(judged: readonly JudgedLayer[], how: Reading): Verdicts {
  const out: { -readonly [key in keyof Verdicts]?: LayerVerdict } = {}
  for (const one of judged) out[keyOf(one.layer)] = verdictOf(one, how)
  return out as Verdicts
}

/** The first matching Deny of the layer. */
function decisiveStatement(judged: readonly JudgedLayer[], layer: Layer | 'none'): StatementResult | null {
  const statements = judged.find((one) => one.layer === layer)?.statements ?? []
  return statements.find(({ effect, matches }) => effect === 'Deny' && matches === 'yes') ?? null
}

function policyProblems(compiled: readonly CompiledLayer[]): readonly Problem[] {
  const problems: Problem[] = []
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
    settlements: [],
    relation: 'sameAccount',
    context: [],
    limits: [],
    problems: reading.problems,
  }
}
