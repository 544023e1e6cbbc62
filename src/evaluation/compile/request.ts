import { serviceOfAction } from '../../iam/action'
import { parseArn, type Arn } from '../../iam/arn'
import { findConditionKey, isExcluded, isOfOtherService, keysWith } from '../../facts/keys/condition-keys'
import { parsePrincipal, type RequestPrincipal } from '../../iam/principal'
import { ANY_TEXT } from '../../case/hole-domain'
import { isOfAnotherCall, isOfGlobalProfile, SINGLE_REGION } from '../../iam/single-region'
import { hasMark, NO_HOLES, withWildcards, type Holes } from '../../case/holes'
import type { CaseReading, ContextReading, RequestReading } from '../../case/case-reading'
import type { ContextEntry, Relation } from '../evaluation'
import type { Filling } from '../holes/filling'
import { askTest, equality, holeRequirement } from '../holes/hole-question'
import { equalMarked } from '../holes/match-marked'
import { UNKNOWN, YES } from '../kleene'
import { noneOf, type Question } from '../question'
import { neverOfKind } from './never-carried'

/** What a request says of a key: a value, that it is absent, or nothing. */
export type KeyState = ContextReading | 'absent' | 'unknown'

/** A request ready to be judged. */
export interface EvaluatedRequest {
  readonly principal: RequestPrincipal
  readonly action: string
  readonly lowerAction: string
  /** Service prefix in lower case. */
  readonly service: string
  readonly resource: string
  readonly arn: Arn | null
  /** Null for what AWS itself owns. */
  readonly resourceAccount: string | null
  readonly relation: Relation
  /** Where the relation is unknown: is the resource another account's? */
  readonly isOthers: Question | null
  /** The state of a key, by its name in lower case. */
  readonly find: (lowerKey: string) => KeyState
  /** No check of the action on the resource carries the key, by its name in lower case. */
  readonly isNever: (lowerKey: string) => boolean
  /** True where a role session's aws:PrincipalArn is derived, so that the role's path is not known. */
  readonly pathUnknown: boolean
  /** Stands for that path in a case with holes; it ends in a slash, or is empty. */
  readonly rolePath: string
  readonly context: readonly ContextEntry[]
  readonly holes: Holes
  /** The same request with its holes filled; null where what results is no request. */
  readonly filled: (filling: Filling) => EvaluatedRequest | null
}

/** What a case says of each of its requests. */
type KnownOfCase = Pick<CaseReading, 'holes' | 'neverCarried'>

/** Derives what the principal and the resource say of themselves; a listed value wins. */
export function evaluatedRequest(
  reading: RequestReading,
  action: string,
  resource: string,
  known: KnownOfCase,
): EvaluatedRequest {
  const { holes } = known
  const { principal, context, absentContext, unknownContext } = reading
  const arn = parseArn(resource)
  const owner = reading.resourceAccount ?? (arn !== null && arn.account !== '' ? arn.account : principal.account)
  // What AWS owns belongs to an account that the ARN does not name: of aws:ResourceAccount it then tells nothing.
  const resourceAccount = owner === 'aws' ? null : owner
  const derivedKeys: string[] = []
  const derivedStates: (ContextReading | 'absent')[] = []
  const entries: ContextEntry[] = []
  for (const { key, values } of context.values()) entries.push({ key, values, origin: 'given' })
  const derive: Derive = (key, value) => {
    const lower = LOWER[key]
    if (context.has(lower) || absentContext.has(lower) || unknownContext.has(lower)) return
    const values = value === null ? null : [value]
    derivedKeys.push(lower)
    derivedStates.push(values === null ? 'absent' : { key, values, multivalued: false, ambiguous: false })
    entries.push({ key, values, origin: 'derived' })
  }
  const lowerAction = action.toLowerCase()
  const service = serviceOfAction(lowerAction)
  const isNeverCarried = neverOfKind(principal.kind, service, lowerAction)
  const region = isOfGlobalProfile(service, arn)
    ? 'unspecified'
    : isOfAnotherCall(lowerAction)
      ? undefined
      : SINGLE_REGION.get(service)
  deriveKeys(principal, isNeverCarried('aws:resourceaccount') ? null : resourceAccount, service, region, derive)
  for (const lower of absentContext)
    if (!context.has(lower)) entries.push({ key: lower, values: null, origin: 'given' })
  const other = reading.otherContext
  // Whether a service has one Region hangs on the partition.
  const isRegionHidden =
    (hasMark(principal.partition ?? '') && SINGLE_REGION.has(service)) || isOfAnotherCall(lowerAction)
  const filled = holes.none ? NEVER : fillOnce(reading, action, resource, known)
  const { relation, isOthers } = relationOf(principal.account, resourceAccount, filled, holes)
  const valuesOf = (lower: string) => context.get(lower)?.values ?? null
  let isNeverOfAction: ((lowerKey: string) => boolean) | null = null
  const isNever = (lower: string): boolean => {
    if (isOfOtherService(lower, service)) return !hasMark(service)
    isNeverOfAction ??= known.neverCarried(lowerAction, withWildcards(resource))
    return isNeverOfAction(lower)
  }
  const find = (lower: string): KeyState => {
    const given = context.get(lower)
    if (given !== undefined) return given.multivalued && given.values.length === 0 ? 'absent' : given
    if (absentContext.has(lower)) return 'absent'
    if (unknownContext.has(lower)) return 'unknown'
    if (lower === 'aws:requestedregion' && isRegionHidden) return 'unknown'
    if (isNeverCarried(lower)) return 'absent'
    const at = derivedKeys.indexOf(lower)
    if (at >= 0) return derivedStates[at] as KeyState
    return other === 'unknown' && (isNever(lower) || isExcluded(lower, valuesOf)) ? 'absent' : other
  }
  const pathUnknown =
    principal.kind === 'roleSession' && other === 'unknown' && derivedKeys.includes('aws:principalarn')
  return {
    principal,
    action,
    lowerAction,
    service,
    resource,
    arn,
    resourceAccount,
    relation,
    isOthers,
    find,
    isNever,
    pathUnknown,
    rolePath: pathUnknown && !holes.none ? holes.fresh('path', null, { ...ANY_TEXT, min: 0 }) : '',
    context: entries,
    holes,
    filled,
  }
}

type Fill = EvaluatedRequest['filled']
const NEVER: Fill = () => null

/** Fills a request's holes, each filling once. */
function fillOnce(reading: RequestReading, action: string, resource: string, known: KnownOfCase): Fill {
  const made = new WeakMap<Filling, { readonly request: EvaluatedRequest | null }>()
  return (filling) => {
    let one = made.get(filling)
    if (one === undefined)
      made.set(filling, (one = { request: filledRequest(reading, action, resource, filling, known) }))
    return one.request
  }
}

function filledRequest(
  reading: RequestReading,
  action: string,
  resource: string,
  { fill }: Filling,
  { holes, neverCarried }: KnownOfCase,
): EvaluatedRequest | null {
  // Other holes than those that are filled may be left.
  const principal = parsePrincipal(fill(reading.principal.text), (account) => holes.isAccount(account))
  if (principal === null) return null
  const resourceAccount = reading.resourceAccount === null ? null : fill(reading.resourceAccount)
  const context = new Map([...reading.context].map(([key, one]) => [key, { ...one, values: one.values.map(fill) }]))
  return evaluatedRequest({ ...reading, principal, resourceAccount, context }, fill(action), fill(resource), {
    holes: NO_HOLES,
    neverCarried,
  })
}

/** Does the resource belong to the caller's account? What belongs to nobody counts as the caller's. */
function relationOf(
  caller: string | null,
  owner: string | null,
  filled: Fill,
  holes: Holes,
): Pick<EvaluatedRequest, 'relation' | 'isOthers'> {
  if (caller === null || owner === null) return { relation: 'sameAccount', isOthers: null }
  const same = equalMarked(caller, owner, holes)
  if (same !== UNKNOWN) return { relation: same === YES ? 'sameAccount' : 'crossAccount', isOthers: null }
  const test = equality('accounts', caller, owner, (filling) => filled(filling)?.relation === 'sameAccount', holes)
  const isOwn = askTest(test, (holds) => holeRequirement(caller, 'StringEquals', [owner], holds, holes))
  return { relation: 'unknown', isOthers: noneOf([isOwn]) }
}

/** The same request with one key in another state. */
export function withKey(
  request: EvaluatedRequest,
  lowerKey: string,
  state: ContextReading | 'absent',
): EvaluatedRequest {
  return { ...request, pathUnknown: false, find: (lower) => (lower === lowerKey ? state : request.find(lower)) }
}

/** Takes what a key is, or null where it is absent. */
type Derive = (key: DerivedKey, value: string | null) => void

/** Keys that are derived, each with its name in lower case. */
const LOWER = {
  'aws:ResourceAccount': 'aws:resourceaccount',
  'aws:RequestedRegion': 'aws:requestedregion',
  'kms:CallerAccount': 'kms:calleraccount',
  'aws:PrincipalIsAWSService': 'aws:principalisawsservice',
  'aws:PrincipalServiceName': 'aws:principalservicename',
  'aws:PrincipalAccount': 'aws:principalaccount',
  'aws:PrincipalType': 'aws:principaltype',
  'aws:PrincipalArn': 'aws:principalarn',
  'aws:username': 'aws:username',
  'aws:userid': 'aws:userid',
} as const

type DerivedKey = keyof typeof LOWER

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-tableidentifiers
 * A role session's ARN has no path, so its role's ARN is derived without one.
 */
function deriveKeys(
  principal: RequestPrincipal,
  resourceAccount: string | null,
  service: string,
  singleRegion: string | undefined,
  derive: Derive,
): void {
  const { kind, text, account, partition, name } = principal
  if (resourceAccount !== null) derive('aws:ResourceAccount', resourceAccount)
  if (partition === 'aws' && singleRegion !== undefined) derive('aws:RequestedRegion', singleRegion)
  if (account !== null && service === 'kms') derive('kms:CallerAccount', account)
  if (kind === 'identityProvider') return
  if (kind === 'service') {
    derive('aws:PrincipalIsAWSService', 'true')
    derive('aws:PrincipalServiceName', text)
    derive('aws:username', null)
    return
  }
  const isRoleSession = kind === 'roleSession'
  derive('aws:PrincipalAccount', account ?? 'anonymous')
  derive('aws:PrincipalType', PRINCIPAL_TYPES[kind])
  derive('aws:username', kind === 'user' ? name : null)
  derive('aws:PrincipalServiceName', null)
  derive(
    'aws:PrincipalArn',
    kind === 'anonymous' ? null : isRoleSession ? `arn:${partition}:iam::${account}:role/${name}` : text,
  )
  if (kind === 'anonymous') derive('aws:userid', 'anonymous')
  else {
    derive('aws:PrincipalIsAWSService', 'false')
    if (kind === 'root') derive('aws:userid', account)
    if (kind === 'federatedUser') derive('aws:userid', `${account}:${name}`)
  }
}

/**
 * Can a request of this caller lack a key of which nothing is known? AWS documents keys that every request carries. What
 * a request to assume a role with an outside identity says of its caller is not documented as plainly.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function mayBeAbsent(lowerKey: string, { principal }: EvaluatedRequest): boolean {
  const presence = findConditionKey(lowerKey)?.presence ?? 'sometimes'
  if (presence === 'sometimes') return true
  const isOutside = principal.kind === 'service' || principal.kind === 'identityProvider'
  if (isOutside) return presence === 'signed' || OF_CALLERS.has(lowerKey)
  return presence === 'signed' && principal.kind === 'anonymous'
}

const OF_CALLERS = keysWith('ofCaller')

const PRINCIPAL_TYPES: Readonly<Record<Exclude<RequestPrincipal['kind'], 'service' | 'identityProvider'>, string>> = {
  user: 'User',
  role: 'AssumedRole',
  roleSession: 'AssumedRole',
  federatedUser: 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
}
