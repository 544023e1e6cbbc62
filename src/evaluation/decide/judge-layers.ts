import type { CaseReading } from '../../case/case-reading'
import { canHaveBoundary } from '../../iam/principal'
import type { CompiledLayer } from '../compile/compile-layers'
import type { EvaluatedRequest } from '../compile/request'
import { NO, UNKNOWN, YES, type Kleene } from '../kleene'
import type { Outcome } from '../match/evaluate-statement'
import type { PrincipalScope } from '../match/name-caller'
import { grantsOfKey } from '../services/kms-grants'
import { judgeLayer, type JudgedLayer } from './judge-layer'

const NO_GRANTS: readonly Outcome[] = []

/** Judges every layer for a request. `keeps`: the layers are judged for many actions or readings. */
export function judgeLayers(
  { facts }: CaseReading,
  request: EvaluatedRequest,
  layers: readonly CompiledLayer[],
  keeps: boolean,
): readonly JudgedLayer[] {
  const boundary = layers.find(({ layer }) => layer === 'boundary')?.state
  const state: Kleene = boundary === 'given' ? YES : boundary === 'unknown' ? UNKNOWN : NO
  const attached = canHaveBoundary(request.principal.kind) ? state : NO
  const ordinary: PrincipalScope = { request, facts, boundary: attached, accountIsRoot: false }
  const gateway =
    facts.endpointType ?? (request.service === 's3' || request.service === 'dynamodb' ? 'gateway' : 'interface')
  const throughEndpoint: PrincipalScope = { ...ordinary, accountIsRoot: gateway === 'gateway' }
  return layers.map((layer) =>
    judgeLayer(
      layer,
      layer.layer === 'endpoint' ? throughEndpoint : ordinary,
      facts,
      layer.layer === 'resource' ? grantsOfKey(ordinary) : NO_GRANTS,
      keeps,
    ),
  )
}
