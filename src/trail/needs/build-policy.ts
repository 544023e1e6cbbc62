import { serviceOfAction } from '../../iam/action'
import { actionOf } from '../../reference/action-name'
import type { Reference } from '../../reference/reference'
import { conditionHints } from './condition-hints'
import type { AllowStatement } from './policy-quota'
import type { UsedCall } from './used-call'
import type { ResourceReach } from './resource-reach'
import { asLiteral, widenResources } from './widen-resource'

/** What the reader chooses of a policy. */
export interface PolicyChoice {
  /** Does it allow what was refused as well? */
  readonly withDenied: boolean
  /** How far the resources reach, by IAM prefix; exact where a service is not listed. */
  readonly reach: ReadonlyMap<string, ResourceReach>
  /** The context keys that become conditions. */
  readonly keys: readonly string[]
}

/** Why a statement allows any resource. */
const ANY_SIDS = { none: 'NoResourceLevel', notInTrail: 'ResourceNotInTrail' } as const

type ResourceKind = UsedCall['resource']['kind']

/** An action on some resources under some conditions. */
interface Grant {
  readonly action: string
  readonly resource: string
  readonly kind: ResourceKind
  readonly keys: readonly string[]
}

/** The calls that a policy is made of. */
export const callsToAllow = (calls: readonly UsedCall[], { withDenied }: PolicyChoice): readonly UsedCall[] =>
  withDenied ? calls : calls.filter(({ outcome }) => outcome !== 'denied')

/** By a text, in the order of their first. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups.values()]
}

/** The keys that all of these calls carry. */
const sharedKeys = (calls: readonly UsedCall[], keys: readonly string[]): readonly string[] =>
  keys.filter((key) => calls.every(({ context }) => Object.hasOwn(context, key)))

function namedGrants(calls: readonly UsedCall[], choice: PolicyChoice, reference: Reference): readonly Grant[] {
  const [first] = calls
  if (first === undefined) return []
  const { action } = first
  const keys = sharedKeys(calls, choice.keys)
  const named = calls.flatMap(({ resource }) => (resource.kind === 'named' ? resource : []))
  const reach = choice.reach.get(serviceOfAction(action)) ?? 'exact'
  const arns = [...new Set(named.filter(({ isPattern }) => !isPattern).map(({ arn }) => arn))]
  const patterns = named.filter(({ isPattern }) => isPattern).map(({ arn }) => `${asLiteral(arn.slice(0, -1))}*`)
  return [...widenResources(arns, reach, actionOf(action, reference)), ...new Set(patterns)].map((resource) => ({
    action,
    resource,
    kind: 'named',
    keys,
  }))
}

/** What is to be allowed. Calls that carry other keys are granted apart, so that a condition never stops one of them. */
function grantsOf(calls: readonly UsedCall[], choice: PolicyChoice, reference: Reference): readonly Grant[] {
  return grouped(calls, ({ action, resource, context }) =>
    JSON.stringify([action, resource.kind, choice.keys.filter((key) => Object.hasOwn(context, key))]),
  ).flatMap((alike): readonly Grant[] => {
    const [first] = alike
    if (first === undefined) return []
    const { action, resource } = first
    if (resource.kind === 'named') return namedGrants(alike, choice, reference)
    return [{ action, resource: '*', kind: resource.kind, keys: sharedKeys(alike, choice.keys) }]
  })
}

/** Grants of one kind under the same conditions, as statements that allow these pairs and no others. */
function pack(
  grants: readonly Grant[],
  by: (grant: Grant) => string,
  other: (grant: Grant) => string,
): readonly (readonly [readonly string[], readonly string[]])[] {
  const sets = grouped(grants, by).map((group) => [...new Set(group.map(other))].sort())
  const names = grouped(grants, by).flatMap(([first]) => (first === undefined ? [] : [by(first)]))
  const rows = names.map((name, at) => ({ name, set: sets[at] ?? [] }))
  return grouped(rows, ({ set }) => JSON.stringify(set)).map((same) => [
    same.map(({ name }) => name).sort(),
    same[0]?.set ?? [],
  ])
}

const lengthOf = (statements: readonly AllowStatement[]): number => JSON.stringify(statements).length

function conditionOf(
  keys: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
): Pick<AllowStatement, 'Condition'> {
  if (keys.length === 0) return {}
  return { Condition: { StringEquals: Object.fromEntries(keys.map((key) => [key, values.get(key) ?? []])) } }
}

/** Statements of the grants that share their kind and conditions, grouped by action or by resource: what is shorter. */
function statementsOf(
  grants: readonly Grant[],
  values: ReadonlyMap<string, readonly string[]>,
  conditions: number,
): readonly AllowStatement[] {
  const [first] = grants
  if (first === undefined) return []
  const { kind, keys } = first
  const make = (Action: readonly string[], Resource: readonly string[]): AllowStatement => ({
    ...(kind === 'named' ? {} : { Sid: `${ANY_SIDS[kind]}${conditions === 0 ? '' : conditions + 1}` }),
    Effect: 'Allow',
    Action,
    Resource,
    ...conditionOf(keys, values),
  })
  const byAction = pack(
    grants,
    ({ action }) => action,
    ({ resource }) => resource,
  ).map(([actions, resources]) => make(actions, resources))
  const byResource = pack(
    grants,
    ({ resource }) => resource,
    ({ action }) => action,
  ).map(([resources, actions]) => make(actions, resources))
  return lengthOf(byResource) < lengthOf(byAction) ? byResource : byAction
}

/**
 * The statements that allow these calls and nothing else: each action on the resources that it was used on, as far as the
 * reader lets them reach. Actions without resource-level permissions, and calls whose resource the trail does not say,
 * stand in statements of their own.
 */
export function buildStatements(
  calls: readonly UsedCall[],
  choice: PolicyChoice,
  reference: Reference,
): readonly AllowStatement[] {
  const wanted = callsToAllow(calls, choice)
  const values = new Map(
    conditionHints(wanted).map(({ key, values: found }) => [key, found.map(({ value }) => asLiteral(value))]),
  )
  const asked = { ...choice, keys: choice.keys.filter((key) => values.has(key)) }
  const groups = grouped(grantsOf(wanted, asked, reference), ({ kind, keys }) => JSON.stringify([kind, keys]))
  const counts = new Map<ResourceKind, number>()
  return groups.flatMap((grants) => {
    const kind = grants[0]?.kind ?? 'named'
    const before = counts.get(kind) ?? 0
    counts.set(kind, before + 1)
    return statementsOf(grants, values, before)
  })
}
