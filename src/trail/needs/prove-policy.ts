import { serviceOfAction } from '../../iam/action'
import { matchWildcard } from '../../iam/wildcard'
import { compilePolicies } from '../../evaluation/compile-policies'
import type { CaseRequest } from '../../case/access-case'
import type { ActionIndex } from '../../reference/reference'
import { actionOf } from '../../reference/action-name'
import { typesMatching } from '../../reference/arn-template'
import type { Reference } from '../../reference/reference'
import type { AllowDocument } from './policy-quota'
import type { UsedCall } from './used-call'

/** What evaluating a policy showed. */
export interface PolicyProof {
  /** Different calls that were asked. */
  readonly asked: number
  /** Calls that the policy does not allow; none if it is right. */
  readonly missing: readonly UsedCall[]
  /** Actions of the reference that were not used and were asked. */
  readonly others: number
  /** Those of them that the policy allows; none if it is right. */
  readonly extra: readonly string[]
  /** Used actions that were asked on a resource that another action was used on, and those pairs of which it allows. */
  readonly pairs: number
  readonly extraPairs: readonly (readonly [action: string, resource: string])[]
}

/** Asks whether the identity-based policies allow a request: other layers and the resource's side are left aside. */
export function asksIdentity(documents: readonly unknown[]): (request: CaseRequest) => boolean {
  const { evaluate } = compilePolicies({
    identity: documents.map((document, at) => ({ name: `policy-${at + 1}`, document })),
    otherLayers: 'none',
  })
  return (request) => evaluate(request).layers.some(({ layer, status }) => layer === 'identity' && status === 'allows')
}

const NOBODY = 'arn:aws:iam::000000000000:role/nobody'

/** The request of a call, with the keys that the trail states of it and no others. */
export function requestOfCall({ principal, action, resource, context }: UsedCall): CaseRequest {
  const arn = resource.kind === 'named' ? resource.arn : resource.kind === 'none' ? '*' : ''
  return { principal: principal.startsWith('arn:') ? principal : NOBODY, action, resource: arn, context }
}

/** At most so many pairs of action and resource are asked. */
const MOST_PAIRS = 20_000

/** The pairs of used actions and resources that the action can work on and was not used on. */
function* unusedPairs(calls: readonly UsedCall[], reference: Reference): Generator<readonly [string, string]> {
  const used = new Map<string, Set<string>>()
  const byService = new Map<string, Set<string>>()
  const anywhere = new Set<string>()
  const patterns = new Map<string, string[]>()
  for (const { action, resource } of calls) {
    if (resource.kind === 'notInTrail') anywhere.add(action)
    if (resource.kind !== 'named') continue
    const service = serviceOfAction(action)
    if (resource.isPattern) patterns.set(action, [...(patterns.get(action) ?? []), resource.arn])
    used.set(action, (used.get(action) ?? new Set()).add(resource.arn))
    byService.set(service, (byService.get(service) ?? new Set()).add(resource.arn))
  }
  for (const [action, arns] of used) {
    if (anywhere.has(action)) continue
    const known = actionOf(action, reference)
    for (const arn of byService.get(serviceOfAction(action)) ?? []) {
      if (arns.has(arn) || patterns.get(action)?.some((pattern) => matchWildcard(pattern, arn))) continue
      if (known === null || typesMatching(known, arn).length > 0) yield [action, arn]
    }
  }
}

/**
 * Evaluates every call against the policy, and every action of the reference that was not used: on any resource, and on
 * the resources that were used in its service. `isExact`: the resources were not widened, so that pairs count too.
 */
export function provePolicy(
  documents: readonly AllowDocument[],
  calls: readonly UsedCall[],
  reference: Reference,
  index: ActionIndex,
  isExact: boolean,
): PolicyProof {
  const isAllowed = asksIdentity(documents)
  const missing = calls.filter((call) => !isAllowed(requestOfCall(call)))
  const used = new Set(calls.map(({ action }) => action.toLowerCase()))
  const [first] = calls
  const ask = (
    action: string,
    resource: string,
    { context, principal } = first ?? { context: {}, principal: NOBODY },
  ) => isAllowed({ principal, action, resource, context, otherContext: 'absent' })
  const extra: string[] = []
  let others = 0
  for (const [prefix, { names }] of index.services) {
    const near = calls.find(({ action, resource }) => resource.kind === 'named' && action.startsWith(`${prefix}:`))
    const arn = near?.resource.kind === 'named' ? near.resource.arn : null
    for (const name of names) {
      const action = `${prefix}:${name}`
      if (used.has(action.toLowerCase())) continue
      others += 1
      if (ask(action, '*') || (arn !== null && ask(action, arn, near))) extra.push(action)
    }
  }
  const extraPairs: (readonly [string, string])[] = []
  let pairs = 0
  for (const [action, arn] of isExact ? unusedPairs(calls, reference) : []) {
    if (pairs >= MOST_PAIRS) break
    pairs += 1
    if (ask(action, arn)) extraPairs.push([action, arn])
  }
  return { asked: calls.length, missing, others, extra, pairs, extraPairs }
}
