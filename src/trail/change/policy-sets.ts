import type { CasePolicies, CasePolicy, CaseRequest } from '../../case/access-case'
import { parsePrincipal } from '../../iam/principal'
import { CASE_LAYERS, LAYERS, PRINCIPAL_LAYERS, type LayerKey } from '../../iam/layers'

/** The policies of a principal and a resource before and after a change. */
export interface PolicySets {
  readonly before: CasePolicies
  readonly after: CasePolicies
  /** The user or role that the policies of a principal belong to; null: each that called. */
  readonly principal: string | null
  /** The resource that the resource-based policy belongs to; null: each that was called. */
  readonly resource: string | null
}

/** What is told of a request before its policies are chosen. */
export interface AskedOf {
  /** The user or role behind the call. */
  readonly principal: string
  /** The account of the caller; null where it has none, as a service. */
  readonly account: string | null
  readonly resource: string
  /** Did AWS allow it? */
  readonly wasAllowed: boolean
}

const layerKeyOf = (layer: (typeof CASE_LAYERS)[number]): LayerKey => LAYERS[layer].key
const KEYS = CASE_LAYERS.map(layerKeyOf)
const OF_PRINCIPAL = PRINCIPAL_LAYERS.map(layerKeyOf)
const GRANTING = CASE_LAYERS.filter((layer) => LAYERS[layer].role === 'grants').map(layerKeyOf)

const isGiven = (policies: CasePolicies, key: LayerKey): boolean => {
  const held = policies[key]
  return Array.isArray(held) ? held.length > 0 : held !== undefined
}

const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement })

/** What AWS attaches beside SCPs until somebody takes it off. */
export const FULL_ACCESS: CasePolicy = {
  name: 'FullAWSAccess',
  document: document({ Effect: 'Allow', Action: '*', Resource: '*' }),
}

/** Keys that stand for whether a layer that is not given grants by itself: no request carries them. */
export const GRANT_KEYS = { identity: 'notgiven:identity', resource: 'notgiven:resource' } as const

const ifGranted = (layer: keyof typeof GRANT_KEYS) => ({
  Condition: { StringEquals: { [GRANT_KEYS[layer]]: 'true' } },
})

/** The name of the policies that stand for what is not given. */
export const GRANTED_NAME = 'What AWS allowed'

/** The identity-based policies that are not given, of a call that AWS allowed: they granted it, or the resource's side did. */
const identityOf = (isSure: boolean): CasePolicy => ({
  name: GRANTED_NAME,
  document: document({ Effect: 'Allow', Action: '*', Resource: '*', ...(isSure ? {} : ifGranted('identity')) }),
})

/** The resource-based policy likewise: it leaves it to the caller's account, and may name the caller itself. */
function resourceOf(account: string | null, isIdentityGiven: boolean): CasePolicy {
  const allow = (Principal: unknown, more: object = {}) => ({
    Effect: 'Allow',
    Principal,
    Action: '*',
    Resource: '*',
    ...more,
  })
  if (account === null) return { name: GRANTED_NAME, document: document(allow('*')) }
  const leaves = allow({ AWS: account })
  return {
    name: GRANTED_NAME,
    document: isIdentityGiven ? document(leaves, allow({ AWS: '*' }, ifGranted('resource'))) : document(leaves),
  }
}

/** Is a request one on the resource, or on something in it? */
const isOn = (resource: string, owner: string): boolean => resource === owner || resource.startsWith(`${owner}/`)

/** The layers that bear on a request, of those that one of the sides has. */
function layersFor(sets: PolicySets, { principal, resource }: AskedOf): readonly LayerKey[] {
  return KEYS.filter((key) => {
    if (!isGiven(sets.before, key) && !isGiven(sets.after, key)) return false
    if (OF_PRINCIPAL.includes(key)) return sets.principal === null || sets.principal === principal
    return key !== 'resource' || sets.resource === null || isOn(resource, sets.resource)
  })
}

/** What granted a call that AWS allowed, of the layers that are not given. */
function grantedBy(layers: readonly LayerKey[], { account }: AskedOf): CasePolicies {
  const [hasIdentity, hasResource] = [layers.includes('identity'), layers.includes('resource')]
  return {
    ...(hasIdentity ? {} : { identity: [identityOf(!hasResource)] }),
    ...(hasResource ? {} : { resource: resourceOf(account, hasIdentity) }),
  }
}

/**
 * The policies of a side that a request is asked about under. A layer that only the other side has is empty; of a layer
 * that neither has nothing is known. But what AWS allowed, nothing that is not given denied or limited, and something
 * granted it.
 */
export function policiesFor(sets: PolicySets, side: 'before' | 'after', asked: AskedOf): CasePolicies {
  const layers = layersFor(sets, asked)
  const given = layers.filter((key) => isGiven(sets[side], key))
  const others = KEYS.filter((key) => !layers.includes(key) && !GRANTING.includes(key))
  return {
    ...(asked.wasAllowed ? grantedBy(layers, asked) : {}),
    ...Object.fromEntries(given.map((key) => [key, sets[side][key]])),
    otherLayers: 'unknown',
    noneAttached: [...layers.filter((key) => !given.includes(key)), ...(asked.wasAllowed ? others : [])],
  }
}

/** A text that is the same for requests that are asked about under the same policies. */
export const policiesKey = (sets: PolicySets, asked: AskedOf): string =>
  asked.wasAllowed ? `${asked.account} ${layersFor(sets, asked).join()}` : layersFor(sets, asked).join()

/** What is asked of a request of an event. */
export const askedOf = (principal: string | null, request: CaseRequest, wasAllowed: boolean): AskedOf => ({
  principal: principal ?? request.principal,
  account: parsePrincipal(request.principal)?.account ?? null,
  resource: request.resource,
  wasAllowed,
})
