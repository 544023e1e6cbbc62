import { nameOfAction, serviceOfAction } from '../../iam/action'
import { handsRole } from '../../facts/calls/needs-of-call'
import { findPolicies } from '../../policy/find-policies'
import type { ActionIndex, Reference } from '../../reference/reference'
import { actionOf } from '../../reference/action-name'
import { buildStatements, callsToAllow, type PolicyChoice } from '../needs/build-policy'
import { conditionHints, type ConditionHint } from '../needs/condition-hints'
import { splitPolicy, type PolicyForm, type SplitPolicy } from '../needs/policy-quota'
import { provePolicy, type PolicyProof } from '../needs/prove-policy'
import { unseenCalls, type DataCalls } from '../needs/unseen-calls'
import { grantedActions, type GrantedService } from '../needs/unused-grants'
import { CallSums, callsOfEvent, type UsedCall } from '../needs/used-call'
import type { ResourceReach } from '../needs/resource-reach'
import type { EventClasses } from './event-classes'

/** The question what a principal needs. */
export interface NeedsAsk {
  /** A user or role; null: all that called. */
  readonly principal: string | null
  readonly withDenied: boolean
  /** By IAM prefix. */
  readonly reach: readonly (readonly [prefix: string, reach: ResourceReach])[]
  readonly keys: readonly string[]
  readonly form: PolicyForm
  /** What was pasted as the policies that it has; empty where nothing was. */
  readonly present: string
}

/** A service that was used. */
export interface UsedService {
  readonly prefix: string
  readonly actions: number
  /** Different resources that were named. */
  readonly resources: number
  readonly calls: number
}

/** What a principal needs. */
export interface NeedsAnswer {
  readonly split: SplitPolicy
  /** Null where the policy is far too large to be attached, and so was not evaluated. */
  readonly proof: PolicyProof | null
  readonly services: readonly UsedService[]
  readonly hints: readonly ConditionHint[]
  /** Calls that the policy is made of, and those among them that were refused or failed. */
  readonly calls: number
  readonly denied: number
  readonly failed: number
  /** Actions of which the trail does not say the resource. */
  readonly withoutResource: readonly string[]
  /** Actions that the reference does not list. */
  readonly unlisted: readonly string[]
  /** Used actions that may pass a role, which no trail records as a call. */
  readonly passingRoles: readonly string[]
  readonly unseen: readonly DataCalls[]
  /** What the pasted policies grant; null where nothing was pasted. */
  readonly granted: readonly GrantedService[] | null
  readonly presentPolicies: readonly string[]
}

function usedServices(calls: readonly UsedCall[]): readonly UsedService[] {
  const services = new Map<string, { actions: Set<string>; resources: Set<string>; calls: number }>()
  for (const { action, resource, count } of calls) {
    const prefix = serviceOfAction(action)
    const one = services.get(prefix) ?? { actions: new Set(), resources: new Set(), calls: 0 }
    services.set(prefix, one)
    one.actions.add(action)
    if (resource.kind === 'named') one.resources.add(resource.arn)
    one.calls += count
  }
  return [...services]
    .map(([prefix, one]) => ({
      prefix,
      actions: one.actions.size,
      resources: one.resources.size,
      calls: one.calls,
    }))
    .sort((a, b) => b.calls - a.calls)
}

const sumOf = (calls: readonly UsedCall[]): number => calls.reduce((sum, { count }) => sum + count, 0)

const actionsOf = (calls: readonly UsedCall[]): readonly string[] =>
  [...new Set(calls.map(({ action }) => action))].sort()

/** The prefixes of the services whose reference the answer needs. */
export const neededServices = (
  classes: EventClasses,
  { principal }: Pick<NeedsAsk, 'principal'>,
): readonly string[] => [...new Set(classes.of(principal).flatMap(({ actions }) => actions.map(serviceOfAction)))]

/** About twice what can be attached. */
const LONGEST_PROVEN = 120_000

const isAttachable = ({ lengths }: SplitPolicy): boolean =>
  lengths.reduce((sum, length) => sum + length, 0) <= LONGEST_PROVEN

/** The policy that a principal needs, proven, with what the trail cannot tell. */
export function answerNeeds(
  classes: EventClasses,
  ask: NeedsAsk,
  reference: Reference,
  index: ActionIndex,
): NeedsAnswer {
  const sums = new CallSums()
  for (const event of classes.of(ask.principal)) for (const call of callsOfEvent(event, reference)) sums.add(call)
  const choice: PolicyChoice = { withDenied: ask.withDenied, reach: new Map(ask.reach), keys: ask.keys }
  const calls = callsToAllow(sums.calls, choice)
  const split = splitPolicy(buildStatements(sums.calls, choice, reference), ask.form)
  const isExact = ask.reach.every(([, reach]) => reach === 'exact')
  const found = ask.present.trim() === '' ? [] : findPolicies(ask.present)
  const present = found.filter(({ text, candidates }) => text !== '' && candidates.includes('identity'))
  return {
    split,
    proof: isAttachable(split) ? provePolicy(split.documents, calls, reference, index, isExact) : null,
    services: usedServices(calls),
    hints: conditionHints(calls),
    calls: sumOf(calls),
    denied: sumOf(calls.filter(({ outcome }) => outcome === 'denied')),
    failed: sumOf(calls.filter(({ outcome }) => outcome === 'failed')),
    withoutResource: actionsOf(calls.filter(({ resource }) => resource.kind === 'notInTrail')),
    unlisted: actionsOf(calls).filter((action) => reference.list !== null && actionOf(action, reference) === null),
    passingRoles: actionsOf(calls).filter((action) =>
      handsRole(action, reference.detail(serviceOfAction(action))?.dependents.get(nameOfAction(action).toLowerCase())),
    ),
    unseen: unseenCalls(classes.dataServices),
    granted:
      ask.present.trim() === ''
        ? null
        : grantedActions(
            present.map(({ text }) => text),
            sums.calls,
            index,
          ),
    presentPolicies: present.map(({ name }) => name),
  }
}
