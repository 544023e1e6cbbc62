import type { CaseReading } from '../../case/case-reading'
import { canHaveBoundary } from '../../iam/principal'
import type { CompiledLayer } from '../compile/compile-layers'
import type { EvaluatedRequest } from '../compile/request'
import { NO, UNKNOWN, YES, type Kleene } from '../kleene'
import type { Outcome } from '../match/evaluate-statement'
import type { PrincipalScope } from '../match/name-caller'
import { grantsOfKey } from '../services/kms-grants'
import { decideLayer, judgeLayer, type JudgedLayer } from './judge-layer'
import type { LayerOutcomes } from './layer-verdict'

const NO_GRANTS: readonly Outcome[] = []

/** How one layer is judged. */
type JudgeOne<Judged> = (
  layer: CompiledLayer,
  scope: PrincipalScope,
  facts: CaseReading['facts'],
  grants: readonly Outcome[],
) => Judged

function eachLayer<Judged>(
  { facts }: CaseReading,
  request: EvaluatedRequest,
  layers: readonly CompiledLayer[],
  judge: JudgeOne<Judged>,
): readonly Judged[] {
  const boundary = layers.find(({ layer }) => layer === 'boundary')?.state
  const state: Kleene = boundary === 'given' ? YES : boundary === 'unknown' ? UNKNOWN : NO
  const attached = canHaveBoundary(request.principal.kind) ? state : NO
  const ordinary: PrincipalScope = { request, facts, boundary: attached, accountIsRoot: false }
  const gateway =
    facts.endpointType ?? (request.service === 's3' || request.service === 'dynamodb' ? 'gateway' : 'interface')
  const throughEndpoint: PrincipalScope = { ...ordinary, accountIsRoot: gateway === 'gateway' }
  return layers.map((layer) =>
    judge(
      layer,
      layer.layer === 'endpoint' ? throughEndpoint : ordinary,
      facts,
      layer.layer === 'resource' ? grantsOfKey(ordinary) : NO_GRANTS,
    ),
  )
}

/** Judges every layer for a request. `batched` layers are judged for many actions or readings. */
export const judgeLayers = (
  reading: CaseReading,
  request: EvaluatedRequest,
  layers: readonly CompiledLayer[],
  batched: boolean,
): readonly JudgedLayer[] =>
  eachLayer(reading, request, layers, (layer, scope, facts, grants) => judgeLayer(layer, scope, facts, grants, batched))

/** The same for many actions or readings of which nothing is told but the decision. */
export const decideLayers = (
  reading: CaseReading,
  request: EvaluatedRequest,
  layers: readonly CompiledLayer[],
): readonly LayerOutcomes[] => eachLayer(reading, request, layers, decideLayer)
