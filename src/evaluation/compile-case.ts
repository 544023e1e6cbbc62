import type { AccessCase } from '../case/access-case'
import type { CaseReading, ContextReading, RequestReading } from '../case/case-reading'
import { readCase } from '../case/read-case'
import { isMultivaluedKey } from '../iam/condition-keys'
import type { ContextValue } from '../case/access-case'
import { compileLayers, type CompiledLayer } from './compile/compile-layers'
import { assemble, unreadable } from './describe/assemble'
import { conclude } from './conclude'
import { canHaveBoundary } from '../iam/principal'
import type { Evaluation } from './evaluation'
import { judgeLayer, type JudgedLayer } from './decide/judge-layer'
import { NO, UNKNOWN, YES, type Kleene } from './kleene'
import type { Outcome } from './match/evaluate-statement'
import { grantsOfKey } from './services/kms-grants'
import type { PrincipalScope } from './match/name-caller'
import { evaluatedRequest, type EvaluatedRequest } from './compile/request'
import { isTrustAction } from './services/service-rules'

/** A case whose policies are prepared once: evaluates other actions, resources and context keys under them. */
export type CompiledCase = (
  action: string,
  resource: string,
  context?: Readonly<Record<string, ContextValue>>,
) => Evaluation

/** Prepares a case for many requests of the same principal. */
export function compileCase(accessCase: AccessCase): CompiledCase {
  const reading = readCase(accessCase)
  const { request } = reading
  if (request === null) {
    const evaluation = unreadable(reading)
    return () => evaluation
  }
  const layersFor = layersOf(reading)
  return (action, resource, context) => {
    const asked = context === undefined ? request : withContext(request, context)
    const layers = layersFor(action)
    const prepared = evaluatedRequest(asked, action, resource)
    return assemble(reading, prepared, layers, judge(reading, prepared, layers, true))
  }
}

/** The same for many requests of which only the decision is asked, and the layer that AWS would name. */
export function compileDecisions(
  accessCase: AccessCase,
): (action: string, resource: string) => Pick<Evaluation, 'decision' | 'layer'> {
  const reading = readCase(accessCase)
  const { request } = reading
  if (request === null) {
    const evaluation = unreadable(reading)
    return () => evaluation
  }
  const layersFor = layersOf(reading)
  return (action, resource) => {
    const layers = layersFor(action)
    const prepared = evaluatedRequest(request, action, resource)
    return conclude(reading, prepared, layers, judge(reading, prepared, layers, true), 'decision')
  }
}

/** The layers of a case, prepared once; those for trust actions apart. */
function layersOf({ policies }: CaseReading): (action: string) => readonly CompiledLayer[] {
  const layers = new Map<boolean, readonly CompiledLayer[]>()
  return (action) => {
    const isTrust = isTrustAction(action.toLowerCase())
    let compiled = layers.get(isTrust)
    if (compiled === undefined) layers.set(isTrust, (compiled = compileLayers(policies, isTrust)))
    return compiled
  }
}

/** Evaluates one case. Pure and total: any value gives an answer, with what is wrong with it in `problems`. */
export function evaluateCase(accessCase: unknown): Evaluation {
  const reading = readCase(accessCase)
  const { request } = reading
  if (request === null) return unreadable(reading)
  const { action, resource } = request
  const prepared = evaluatedRequest(request, action, resource)
  const layers = compileLayers(reading.policies, isTrustAction(prepared.lowerAction))
  return assemble(reading, prepared, layers, judge(reading, prepared, layers, false))
}

function withContext(request: RequestReading, added: Readonly<Record<string, ContextValue>>): RequestReading {
  const context = new Map<string, ContextReading>(request.context)
  for (const [key, value] of Object.entries(added)) {
    const lower = key.toLowerCase()
    const isList = typeof value !== 'string'
    context.set(lower, {
      key,
      values: isList ? value : [value],
      multivalued: isList || isMultivaluedKey(lower),
      ambiguous: false,
    })
  }
  return { ...request, context }
}

const NO_GRANTS: readonly Outcome[] = []

function judge(
  { facts }: CaseReading,
  request: EvaluatedRequest,
  layers: readonly CompiledLayer[],
  batched: boolean,
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
      batched,
      layer.layer === 'resource' ? grantsOfKey(ordinary) : NO_GRANTS,
    ),
  )
}
