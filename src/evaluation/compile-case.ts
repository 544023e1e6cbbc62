import type { AccessCase } from '../case/access-case'
import type { CaseReading, ContextReading, RequestReading } from '../case/case-reading'
import { readCase } from '../case/read-case'
import { neverInReference, type KnownServices } from '../reference/key-presence'
import { isMultivaluedKey } from '../facts/keys/condition-keys'
import type { ContextValue } from '../case/access-case'
import { compileLayers, withoutForeign, type CompiledLayer } from './compile/compile-layers'
import type { Holes } from '../case/holes'
import { parseAnew, type Marking, type PolicyMemory } from './compile/parsed-policy'
import { answerReadings } from './answer-readings'
import { decideReadings, type BriefAnswer } from './decide-readings'
import { unreadable } from './describe/assemble'
import type { Evaluation } from './evaluation'
import { isTrustAction } from '../iam/trust-actions'

/** A case whose policies are prepared once: evaluates other actions, resources and context keys under them. */
export type CompiledCase = (
  action: string,
  resource: string,
  context?: Readonly<Record<string, ContextValue>>,
) => Evaluation

/** What is known besides the case. */
export interface Known {
  /** AWS's service reference, which tells where condition keys can be present; what is not loaded of it is not told. */
  readonly reference?: KnownServices
  /** Of the policies that were read before. */
  readonly policyMemory?: PolicyMemory | undefined
}

const readKnowing = (accessCase: unknown, { reference }: Known): CaseReading =>
  reference === undefined
    ? readCase(accessCase)
    : readCase(accessCase, (lowerAction, resource) => neverInReference(reference, lowerAction, resource))

/** Prepares a case for many requests of the same principal. */
export function compileCase(accessCase: AccessCase, options: Known = {}): CompiledCase {
  const reading = readKnowing(accessCase, options)
  const { request } = reading
  if (request === null) {
    const evaluation = unreadable(reading)
    return () => evaluation
  }
  const layersFor = layersOf(reading, options)
  return (action, resource, context) => {
    const asked = askedOf(reading, request, action, resource)
    return answerReadings(
      reading,
      context === undefined ? asked : asked.map((one) => withContext(one, context)),
      layersFor(action),
      true,
    )
  }
}

/** The same for many requests of which only the decision is asked. */
export function compileDecisions(
  accessCase: AccessCase,
  options: Known = {},
): (action: string, resource: string) => BriefAnswer {
  const reading = readKnowing(accessCase, options)
  const { request } = reading
  if (request === null) {
    const evaluation = { ...unreadable(reading), isDenied: false }
    return () => evaluation
  }
  const layersFor = layersOf(reading, options)
  return (action, resource) => decideReadings(reading, askedOf(reading, request, action, resource), layersFor(action))
}

/** The readings of a request with another action and resource, which are known. */
function askedOf(
  { others, holes }: CaseReading,
  request: RequestReading,
  action: string,
  resource: string,
): readonly [RequestReading, ...RequestReading[]] {
  const marked = holes.mark(resource, 'resource')
  const ofAction = (one: RequestReading): RequestReading => ({ ...one, action, resource: marked })
  const callers = new Map([request, ...others].map((one) => [one.principal.text, one]))
  const [first = request, ...rest] = callers.values()
  return [ofAction(first), ...rest.map(ofAction)]
}

/** The layers of a case, prepared once; those for trust actions apart. */
export function layersOf(
  { policies, holes, otherLayers }: CaseReading,
  { policyMemory }: Known = {},
): (action: string) => readonly CompiledLayer[] {
  const parse = policyMemory?.parsed ?? parseAnew
  const marking = markingOf(holes)
  const layers = new Map<boolean, readonly CompiledLayer[]>()
  return (action) => {
    const isTrust = isTrustAction(action)
    let compiled = layers.get(isTrust)
    if (compiled === undefined) {
      compiled = compileLayers(policies, isTrust, (document, layer) => parse(document, layer, marking))
      layers.set(isTrust, compiled)
    }
    return otherLayers === 'unknown' ? withoutForeign(compiled, action) : compiled
  }
}

/** Evaluates one case. Pure and total: any value gives an answer, with what is wrong with it in `problems`. */
export function evaluateCase(accessCase: unknown, options: Known = {}): Evaluation {
  const reading = readKnowing(accessCase, options)
  const { request } = reading
  if (request === null) return unreadable(reading)
  const layers = layersOf(reading, options)(request.action)
  return answerReadings(reading, [request, ...reading.others], layers, reading.others.length > 0)
}

const markingOf = (holes: Holes): Marking | null =>
  holes.none ? null : { mark: (text) => holes.mark(text), touches: (text) => holes.touches(text) }

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
