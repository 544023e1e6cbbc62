import type { Decision } from '../evaluation'
import type { LayerVerdict } from './layer-verdict'
import { and, NO, not, or, UNKNOWN, YES, type Kleene } from '../kleene'
import type { PrincipalKind } from '../../iam/principal'
import { LIMITING_LAYERS, REPORTING_ORDER, type CaseLayer, type LayerThat } from '../../iam/layers'
import { eachOf } from '../../iam/each-of'
import type { Grants } from '../match/name-caller'

/** What each layer says; `resource` is the trust policy where a role is to be assumed. */
export type Verdicts = Readonly<Record<CaseLayer, LayerVerdict>>

/** What the decision hangs on besides the layers. */
export interface Circumstances {
  readonly kind: PrincipalKind
  readonly relation: 'sameAccount' | 'crossAccount'
  /** Must the caller's own policies and the resource's both allow? Across accounts always. */
  readonly bothMustAllow: boolean
  /** A role to assume. */
  readonly isTrust: boolean
  /** Must the resource's own policy allow, even in the same account? */
  readonly needsResource: boolean
  /** Where a service refuses besides all policies. */
  readonly refusedIn: 'resource' | 'identity' | null
}

/** The layers of the caller that a grant runs through, and of these the ones that bound it: weighed by `isGranted`. */
const CALLERS = eachOf<Exclude<LayerThat<'grants' | 'bounds'>, 'resource'>>()(['identity', 'boundary', 'session'])
const BOUNDS = eachOf<LayerThat<'bounds'>>()(['boundary', 'session'])

/** Does any layer deny explicitly? One matching Deny anywhere ends it. */
export function anyDeny(verdicts: Verdicts): Kleene {
  let deny: Kleene = NO
  for (const key of REPORTING_ORDER) deny = or(deny, verdicts[key].deny)
  return deny
}

/** Does the resource-based policy reach the caller by any name? */
const anyGrant = ({ grants }: LayerVerdict): Kleene => or(grants.direct, or(grants.role, grants.account))

/** Is the caller somebody without policies of its own, whom only a resource-based policy can allow? */
export const isOutsider = (kind: PrincipalKind): boolean =>
  kind === 'service' || kind === 'identityProvider' || kind === 'anonymous'

/** Can a permissions boundary be attached to this kind of caller? */
export const canHaveBoundary = (kind: PrincipalKind): boolean => !isOutsider(kind) && kind !== 'root'

/**
 * Is the request granted? Who the resource-based policy names decides whose implicit denies count.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function isGranted(verdicts: Verdicts, circumstances: Circumstances): Kleene {
  const { kind, bothMustAllow, needsResource, isTrust } = circumstances
  const { resource, identity, boundary, session } = verdicts
  const named = anyGrant(resource)
  if (isOutsider(kind)) return named
  if (kind === 'root') return bothMustAllow || needsResource ? named : YES
  const limited = and(boundary.allow, session.allow)
  const own = and(identity.allow, limited)
  if (bothMustAllow) return and(own, named)
  // AWS's pages disagree on a user named in a trust policy: the stricter one asks the boundary.
  const direct = isTrust ? and(resource.grants.direct, boundary.allow) : resource.grants.direct
  const byRole = and(resource.grants.role, limited)
  const byAccount = and(needsResource ? resource.grants.account : YES, own)
  return or(direct, or(byRole, byAccount))
}

/** Is the request allowed? */
export function isAllowed(verdicts: Verdicts, circumstances: Circumstances): Kleene {
  let allowed = and(not(anyDeny(verdicts)), isGranted(verdicts, circumstances))
  for (const key of LIMITING_LAYERS) allowed = and(allowed, verdicts[key].allow)
  return circumstances.refusedIn === null ? allowed : NO
}

/** The decision: an explicit deny anywhere, else whether all that must allow does. */
export function decide(verdicts: Verdicts, circumstances: Circumstances): Decision {
  const deny = anyDeny(verdicts)
  if (deny === YES) return 'explicitDeny'
  const allowed = isAllowed(verdicts, circumstances)
  if (allowed === YES) return 'allowed'
  return allowed === NO && deny === NO ? 'implicitDeny' : 'depends'
}

/** The layers that stand in the way for certain: those that deny, then those that would have to allow. */
export function blockingLayers(verdicts: Verdicts, circumstances: Circumstances): readonly CaseLayer[] {
  const explicit = REPORTING_ORDER.filter((key) => verdicts[key].deny === YES)
  const implicit = new Set<CaseLayer>(LIMITING_LAYERS.filter((key) => verdicts[key].allow === NO))
  const { refusedIn } = circumstances
  if (refusedIn !== null) implicit.add(refusedIn)
  if (isGranted(verdicts, circumstances) === NO)
    for (const key of missingGrants(verdicts, circumstances)) implicit.add(key)
  return [...explicit, ...REPORTING_ORDER.filter((key) => implicit.has(key) && !explicit.includes(key))]
}

/** Which layers would have to allow for the request to be granted. */
function missingGrants(verdicts: Verdicts, circumstances: Circumstances): readonly CaseLayer[] {
  const { kind, bothMustAllow, needsResource, isTrust } = circumstances
  const { resource } = verdicts
  if (isOutsider(kind) || kind === 'root') return ['resource']
  const silent = (keys: readonly CaseLayer[]): readonly CaseLayer[] => keys.filter((key) => verdicts[key].allow === NO)
  const named = anyGrant(resource)
  if (bothMustAllow) {
    return [...(named === NO ? (['resource'] as const) : []), ...silent(CALLERS)]
  }
  if (needsResource && named === NO) return ['resource']
  if (isTrust && resource.grants.direct !== NO) return ['boundary']
  return silent(resource.grants.role === NO ? CALLERS : BOUNDS)
}

/** Does the implicit deny of a layer count, where the caller's policies or the resource's can allow alone? */
const NEEDED: Readonly<Record<CaseLayer, (circumstances: Circumstances, grants: Grants) => boolean>> = {
  rcp: () => true,
  scp: () => true,
  endpoint: () => true,
  resource: ({ needsResource }) => needsResource,
  identity: ({ kind }, { direct, role }) => direct !== YES && role !== YES && kind !== 'root',
  boundary: ({ kind, isTrust }, { direct }) => (direct !== YES || isTrust) && kind !== 'root',
  session: ({ kind }, { direct }) => direct !== YES && kind !== 'root',
}

/** Which implicit denies count for nothing, because the resource-based policy names the caller. */
export function isNeeded(layer: CaseLayer, verdicts: Verdicts, circumstances: Circumstances): boolean {
  const { kind, bothMustAllow } = circumstances
  return bothMustAllow || isOutsider(kind) || NEEDED[layer](circumstances, verdicts.resource.grants)
}

/** A verdict of which nothing is known. */
export const OPEN_VERDICT: LayerVerdict = {
  deny: UNKNOWN,
  allow: UNKNOWN,
  grants: { direct: UNKNOWN, role: UNKNOWN, account: UNKNOWN },
}
