import type { AccessCase, CasePolicies, CasePolicy, PolicyLayer } from '../case/access-case'
import type { Denial } from '../denial/denial'
import type { ContextEntry, Layer } from '../evaluation/evaluation'
import { parseArn } from '../iam/arn'
import { serviceOfOperation } from '../iam/operations'
import type { PolicyType } from '../iam/policy-types'
import { parsePolicy } from '../policy/parse-policy'
import type { Facts, GivenPolicy, Observation } from './knowledge'
import { MAX_TEXT, readCall } from './read-call'

const isTrust = (action: string | null): boolean => action !== null && /^sts:assumerole/i.test(action)

interface Place {
  readonly layer: Layer
  readonly type: PolicyType
  readonly of: (policies: CasePolicies) => readonly CasePolicy[]
}

const one = (policy: CasePolicy | undefined): readonly CasePolicy[] => (policy ? [policy] : [])

const PLACES: Readonly<Record<PolicyLayer, Place>> = {
  identity: { layer: 'identity', type: 'identity', of: ({ identity }) => identity ?? [] },
  boundary: { layer: 'boundary', type: 'boundary', of: ({ boundary }) => one(boundary) },
  session: { layer: 'session', type: 'session', of: ({ session }) => session ?? [] },
  scps: { layer: 'scp', type: 'scp', of: ({ scps }) => (scps ?? []).flatMap(({ policies }) => policies) },
  rcps: { layer: 'rcp', type: 'rcp', of: ({ rcps }) => (rcps ?? []).flatMap(({ policies }) => policies) },
  resource: { layer: 'resource', type: 'resource', of: ({ resource }) => one(resource) },
  endpoint: { layer: 'endpoint', type: 'endpoint', of: ({ endpoint }) => one(endpoint) },
}

const layerIn = (place: Place, action: string | null): Layer =>
  place.layer === 'resource' && isTrust(action) ? 'trust' : place.layer

const orNull = (text: string | null | undefined): string | null => (text === '' || text === undefined ? null : text)

/** Where AWS names an action, the service is that of the action, which need not be that of the call. */
const operationOf = ({ operation, service, action, inferred }: Denial): string | null => {
  if (operation === null) return null
  const of = serviceOfOperation(operation) ?? (action === null ? (service ?? inferred.service) : null)
  return `${of ?? ''}:${operation}`.toLowerCase()
}

/** Gathers what is seen of a denial: from AWS's text, from the case, and from the paste itself. */
export function observe(accessCase: AccessCase, denial: Denial | null, context: readonly ContextEntry[]): Observation {
  const { request, policies } = accessCase
  const action = orNull(request.action) ?? denial?.action ?? denial?.inferred.action ?? null
  const text = (accessCase.error ?? '').slice(0, MAX_TEXT)
  const places = Object.entries(PLACES) as [PolicyLayer, Place][]
  return {
    denial,
    action,
    isActionNamed: denial === null ? orNull(request.action) !== null : denial.action !== null,
    operation: denial && operationOf(denial),
    resource: orNull(request.resource) ?? denial?.resource ?? denial?.inferred.resource ?? null,
    principal: orNull(request.principal) ?? denial?.principal ?? denial?.inferred.principal ?? null,
    text,
    call: readCall(text),
    policies: places.flatMap(([, place]): readonly GivenPolicy[] =>
      place.of(policies).map(({ name, document }) => ({
        layer: layerIn(place, action),
        name,
        policy: parsePolicy(document, place.type),
      })),
    ),
    givenLayers: new Set(
      places.flatMap(([layer, place]) =>
        policies[layer] !== undefined || policies.noneAttached?.includes(layer) ? [layerIn(place, action)] : [],
      ),
    ),
    context: new Map(context.map(({ key, values }) => [key.toLowerCase(), values ?? []])),
  }
}

/** What the gaps of sentences and templates can be filled with. */
export function factsOf({ denial, action, operation, resource, principal }: Observation): Facts {
  const arn = resource === null ? null : parseArn(resource)
  const caller = principal === null ? null : parseArn(principal)
  const facts: Record<string, string | null | undefined> = {
    action,
    operation,
    operationName: denial?.operation,
    resource,
    principal,
    service: action?.split(':')[0],
    partition: arn?.partition || caller?.partition,
    account: arn?.account || caller?.account,
    region: arn?.region,
    bucket: arn?.service === 's3' ? arn.resource.split('/')[0] : null,
    key: arn?.service === 's3' ? arn.resource.split('/').slice(1).join('/') : null,
    name: arn?.resource.split(/[/:]/).at(-1),
    role: caller?.resource.split('/')[1],
  }
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string] => Boolean(entry[1])))
}

const GAP = /\{([a-z]{1,30})\}/gi

/** Fills the gaps of a template; those without a value stay as they are. */
export const fill = (template: string, facts: Facts): string =>
  template.replace(GAP, (gap, name: string) => (Object.hasOwn(facts, name) ? facts[name]! : gap))
