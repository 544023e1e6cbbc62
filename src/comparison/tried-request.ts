import type { CaseRequest, ContextValue } from '../case/access-case'
import { neverOfKind } from '../evaluation/compile/never-carried'
import { serviceOfAction } from '../iam/action'
import { isAccountId, parseArn } from '../iam/arn'
import { parsePrincipal } from '../iam/principal'
import { isOfMaking, madeLike, neverInReference } from '../reference/key-presence'
import type { Reference } from '../reference/reference'
import type { AccessQuestion } from './comparison'
import type { ContextState } from './context-states'
import type { GroundCompared } from './ground-compared'
import { sampleOf } from './ground-texts'
import { takesResource } from './resource-patterns'
import { HOLDER, type TriedCaller } from './tried-callers'

/** An account for what no policy names. */
export const SOME_ACCOUNT = '111122223333'

const OTHER_ACCOUNT = '999988887777'

/** A resource and who owns it. */
export interface Owned {
  readonly owner: string
  readonly resource: string
}

/**
 * Who can own the resource. Over all layers it matters whether that is the caller's account: both are tried, unless the
 * ARN or the case says it, or a policy tells the two apart.
 */
export function ownedBy(
  { layer, principal, resourceAccount }: AccessQuestion,
  resource: string,
  statements: readonly number[],
  all: readonly GroundCompared[],
): readonly Owned[] {
  const account = parseArn(resource)?.account ?? ''
  if (resourceAccount !== undefined) return [{ owner: resourceAccount, resource }]
  if (layer !== null) return [{ owner: isAccountId(account) ? account : SOME_ACCOUNT, resource }]
  const own = parsePrincipal(principal ?? HOLDER.principal)?.account ?? SOME_ACCOUNT
  if (!isAccountId(account)) return [own, OTHER_ACCOUNT].map((owner) => ({ owner, resource }))
  const isSameClass = (other: string): boolean =>
    statements.every((i) => takesResource(all[i] as GroundCompared, other)) &&
    all.every((one, i) => statements.includes(i) || takesResource(one, other) === takesResource(one, resource))
  const moved = [own, OTHER_ACCOUNT]
    .filter((owner) => owner !== account)
    .map((owner) => ({ owner, resource: resource.replace(`:${account}:`, `:${owner}:`) }))
  return [{ owner: account, resource }, ...moved.filter((one) => isSameClass(one.resource))]
}

/** The same, and the like that is being made, where a statement tests a key of that and takes both in alike. */
export const withMade = (
  owned: readonly Owned[],
  tested: readonly string[],
  all: readonly GroundCompared[],
): readonly Owned[] =>
  tested.some(isOfMaking)
    ? owned.flatMap((one) => {
        const resource = madeLike(one.resource)
        const isAlike = all.every((other) => takesResource(other, resource) === takesResource(other, one.resource))
        return isAlike ? [one, { ...one, resource }] : [one]
      })
    : owned

/**
 * The keys, in lower case, that no request of this caller for this action and resource carries. Of the holder of a policy
 * nothing is known.
 */
export function neverCarriedBy(
  { principal, is }: TriedCaller,
  action: string,
  resource: string,
  reference: Reference,
): (lowerKey: string) => boolean {
  const lower = action.toLowerCase()
  const kind = is === 'holder' ? undefined : parsePrincipal(principal)?.kind
  const ofKind = kind === undefined ? null : neverOfKind(kind, serviceOfAction(action), lower)
  const ofCall = neverInReference(reference, lower, resource)
  return (lowerKey) => ofKind?.(lowerKey) === true || ofCall(lowerKey)
}

/** A request with a context, in which each variable of the policies has its sample. */
export function triedRequest(
  { principal, role, userId }: TriedCaller,
  action: string,
  { owner, resource }: Owned,
  states: ContextState['context'],
  variables: readonly string[],
): CaseRequest {
  const stated = new Set(Object.keys(states).map((key) => key.toLowerCase()))
  const samples = variables.filter((key) => !stated.has(key)).map((key): [string, ContextValue] => [key, sampleOf(key)])
  // Whoever does not sign in has the one id that says so.
  const free = Object.entries(states).filter(([key]) => principal !== 'anonymous' || !/^aws:userid$/i.test(key))
  const given = free.flatMap(([key, value]): [string, ContextValue][] => (value === null ? [] : [[key, value]]))
  const absentContext = free.flatMap(([key, value]) => (value === null ? [key] : []))
  const account = parseArn(resource)?.account ?? ''
  return {
    principal,
    action,
    resource,
    ...(account === '' ? { resourceAccount: owner } : {}),
    context: Object.fromEntries([
      ...samples,
      ...given,
      ...(role === undefined ? [] : [['aws:PrincipalArn', role] as const]),
      ...(userId === undefined ? [] : [['aws:userid', userId] as const]),
    ]),
    ...(absentContext.length === 0 ? {} : { absentContext }),
    otherContext: 'absent',
  }
}
