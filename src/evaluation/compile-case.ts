import type { AccessCase } from '../case/access-case'
import type { CaseReading, ContextReading, RequestReading } from '../case/case-reading'
import { readCase } from '../case/read-case'
import { isMultivaluedKey } from '../iam/condition-keys'
import type { ContextValue } from '../case/access-case'
import { compileLayers, type CompiledLayer } from './compile-layers'
import { assemble, unreadable } from './assemble'
import type { Evaluation } from './evaluation'
import { judgeLayer } from './judge-layer'
import { NO, UNKNOWN, YES, type Kleene } from './kleene'
import { grantsOfKey } from './kms-grants'
import type { PrincipalScope } from './match-principal'
import { prepareRequest } from './request'
import { isTrustAction } from './service-rules'

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
  const layers = new Map<boolean, readonly CompiledLayer[]>()
  return (action, resource, context) => {
    const isTrust = isTrustAction(action.toLowerCase())
    let compiled = layers.get(isTrust)
    if (compiled === undefined) layers.set(isTrust, (compiled = compileLayers(reading.policies, isTrust)))
    return run(
      reading,
      context === undefined ? request : withContext(request, context),
      action,
      resource,
      compiled,
      true,
    )
  }
}

/** Evaluates one case. Pure and total: any value gives an answer, with what is wrong with it in `problems`. */
export function evaluateCase(accessCase: unknown): Evaluation {
  const reading = readCase(accessCase)
  const { request } = reading
  if (request === null) return unreadable(reading)
  const { action, resource } = request
  return run(
    reading,
    request,
    action,
    resource,
    compileLayers(reading.policies, isTrustAction(action.toLowerCase())),
    false,
  )
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

function run(
  reading: CaseReading,
  requestReading: RequestReading,
  action: string,
  resource: string,
  layers: readonly CompiledLayer[],
  swept: boolean,
): Evaluation {
  const { facts } = reading
  const request = prepareRequest(requestReading, action, resource)
  const boundary = layers.find(({ layer }) => layer === 'boundary')?.state
  const attached: Kleene = boundary === 'given' ? YES : boundary === 'unknown' ? UNKNOWN : NO
  const ordinary: PrincipalScope = { request, facts, boundary: attached, accountIsRoot: false }
  const gateway =
    facts.endpointType ?? (request.service === 's3' || request.service === 'dynamodb' ? 'gateway' : 'interface')
  const throughEndpoint: PrincipalScope = { ...ordinary, accountIsRoot: gateway === 'gateway' }
  const judged = layers.map((layer) =>
    judgeLayer(
      layer,
      layer.layer === 'endpoint' ? throughEndpoint : ordinary,
      facts,
      swept,
      layer.layer === 'resource' ? grantsOfKey(ordinary) : [],
    ),
  )
  return assemble(reading, request, layers, judged)
}
