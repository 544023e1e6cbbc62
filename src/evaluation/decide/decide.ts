import type { Decision, Relation } from '../evaluation'
import type { LayerVerdict } from './layer-verdict'
import { and, NO, not, or, UNKNOWN, YES, type Kleene } from '../kleene'
import { isOutsider, type PrincipalKind } from '../../iam/principal'
import { LIMITING_LAYERS, REPORTING_ORDER, type CaseLayer, type LayerThat } from '../../iam/layers'
import { eachOf } from '../../iam/each-of'

/** What each layer says; `resource` is the trust policy where a role is to be assumed. */
export type Verdicts = Readonly<Record<CaseLayer, LayerVerdict>>

/** What the decision hangs on besides the layers. */
export interface Circumstances {
  readonly kind: PrincipalKind
  readonly relation: Relation
  /** Must the caller's own policies and the resource's both allow? Across accounts always. */
  readonly bothMustAllow: Kleene
  /** A role to assume. */
  readonly isTrust: boolean
  /** Must the resource's own policy allow, even in the same account? */
  readonly needsResource: boolean
  /** Whether a service refuses besides all policies, and where. */
  readonly refused: Kleene
  readonly refusedIn: 'resource' | 'identity' | null
}

/** The layers that a grant runs through: weighed by `isGranted`. */
const GRANTS = eachOf<CaseLayer & LayerThat<'grants' | 'bounds'>>()(['resource', 'identity', 'boundary', 'session'])

/** Does any layer deny explicitly? One matching Deny anywhere ends it. */
function anyDeny(verdicts: Verdicts): Kleene {
  let deny: Kleene = NO
  for (const key of REPORTING_ORDER) deny = or(deny, verdicts[key].deny)
  return deny
}

/** Does the resource-based policy reach the caller by any name? */
const anyGrant = ({ grants }: LayerVerdict): Kleene => or(grants.direct, or(grants.role, grants.account))

/**
 * Is the request granted? Who the resource-based policy names decides whose implicit denies count.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function isGranted(verdicts: Verdicts, circumstances: Circumstances): Kleene {
  if (circumstances.bothMustAllow !== UNKNOWN) return isGrantedUnder(verdicts, circumstances)
  const both = isGrantedUnder(verdicts, { ...circumstances, bothMustAllow: YES })
  const either = isGrantedUnder(verdicts, { ...circumstances, bothMustAllow: NO })
  return both === either ? both : UNKNOWN
}

function isGrantedUnder(verdicts: Verdicts, circumstances: Circumstances): Kleene {
  const { kind, bothMustAllow, needsResource, isTrust } = circumstances
  const { resource, identity, boundary, session } = verdicts
  const named = anyGrant(resource)
  if (isOutsider(kind)) return named
  if (kind === 'root') return bothMustAllow === YES || needsResource ? named : YES
  const limited = and(boundary.allow, session.allow)
  const own = and(identity.allow, limited)
  if (bothMustAllow === YES) return and(own, named)
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
  return and(allowed, not(circumstances.refused))
}

/** A decision as far as it is known: `denied` where only that is open whether a layer denies explicitly. */
export type Outlook = Decision | 'denied'

/** The decision: an explicit deny anywhere, else whether all that must allow does. */
export function outlookOf(verdicts: Verdicts, circumstances: Circumstances): Outlook {
  const deny = anyDeny(verdicts)
  if (deny === YES) return 'explicitDeny'
  const allowed = isAllowed(verdicts, circumstances)
  if (allowed === YES) return 'allowed'
  if (allowed === UNKNOWN) return 'depends'
  return deny === NO ? 'implicitDeny' : 'denied'
}

/** The decision where what is still open is left open. */
export const decisionOf = (outlook: Outlook): Decision => (outlook === 'denied' ? 'depends' : outlook)

/**
 * The layers that stand in the way: those that deny, then those that would have to allow. Where it is not known whether
 * both sides must allow, those that do either way come first.
 */
export const blockingLayers = (verdicts: Verdicts, circumstances: Circumstances): readonly CaseLayer[] => [
  ...new Set(blockingLists(verdicts, circumstances).flat()),
]

/** The same, a list for each way in which it can be that both accounts must allow. */
export function blockingLists(verdicts: Verdicts, circumstances: Circumstances): readonly (readonly CaseLayer[])[] {
  if (circumstances.bothMustAllow !== UNKNOWN) return [blockingUnder(verdicts, circumstances)]
  return ([NO, YES] as const).map((bothMustAllow) => blockingUnder(verdicts, { ...circumstances, bothMustAllow }))
}

function blockingUnder(verdicts: Verdicts, circumstances: Circumstances): readonly CaseLayer[] {
  const { refused, refusedIn } = circumstances
  const missing = isGranted(verdicts, circumstances) === NO ? missingGrants(verdicts, circumstances) : []
  const explicit: CaseLayer[] = []
  const implicit: CaseLayer[] = []
  for (const key of REPORTING_ORDER) {
    const { deny, allow } = verdicts[key]
    if (deny === YES) explicit.push(key)
    else if (
      (allow === NO && LIMITING_LAYERS.includes(key)) ||
      (refused === YES && refusedIn === key) ||
      missing.includes(key)
    )
      implicit.push(key)
  }
  return implicit.length === 0 ? explicit : [...explicit, ...implicit]
}

/** Which layers would have to allow for the request to be granted. */
function missingGrants(verdicts: Verdicts, circumstances: Circumstances): readonly CaseLayer[] {
  const { kind, bothMustAllow, needsResource } = circumstances
  const named = anyGrant(verdicts.resource)
  const isAlone = isOutsider(kind) || kind === 'root' || (needsResource && bothMustAllow === NO)
  if (named === NO && isAlone) return ['resource']
  return GRANTS.filter(
    (key) =>
      (key === 'resource' ? named : verdicts[key].allow) === NO &&
      counts(key, verdicts, circumstances, (grant) => grant !== NO),
  )
}

interface Reached {
  /** Does the resource-based policy reach the caller itself, or the role of its session? */
  readonly direct: boolean
  readonly role: boolean
}

/** Does the implicit deny of a layer count, where the caller's policies or the resource's can allow alone? */
const COUNTS: Readonly<Record<CaseLayer, (circumstances: Circumstances, reached: Reached) => boolean>> = {
  rcp: () => true,
  scp: () => true,
  endpoint: () => true,
  resource: ({ needsResource }) => needsResource,
  identity: ({ kind }, { direct, role }) => !direct && !role && kind !== 'root',
  boundary: ({ kind, isTrust }, { direct }) => (!direct || isTrust) && kind !== 'root',
  session: ({ kind }, { direct }) => !direct && kind !== 'root',
}

function counts(
  layer: CaseLayer,
  { resource }: Verdicts,
  circumstances: Circumstances,
  reaches: (grant: Kleene) => boolean,
): boolean {
  const { kind, bothMustAllow } = circumstances
  if (bothMustAllow !== NO || isOutsider(kind)) return true
  const { direct, role } = resource.grants
  return COUNTS[layer](circumstances, { direct: reaches(direct), role: reaches(role) })
}

/** Which implicit denies count for nothing, because the resource-based policy names the caller for certain. */
export const isNeeded = (layer: CaseLayer, verdicts: Verdicts, circumstances: Circumstances): boolean =>
  counts(layer, verdicts, circumstances, (grant) => grant === YES)

/** A verdict of which nothing is known. */
export const OPEN_VERDICT: LayerVerdict = {
  deny: UNKNOWN,
  allow: UNKNOWN,
  grants: { direct: UNKNOWN, role: UNKNOWN, account: UNKNOWN },
}
