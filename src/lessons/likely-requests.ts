import type { AccessChange, Witness } from '../comparison/comparison'
import { describeChanges } from '../comparison/describe-comparison'
import { isNamedAction } from '../comparison/named-actions'
import { serviceOfAction } from '../iam/action'
import { hasWildcard } from '../iam/wildcard'
import { parseArn } from '../iam/arn'
import type { TriedCaller } from '../comparison/tried-callers'
import type { CaseLayer } from '../iam/layers'
import type { Reference } from '../reference/reference'
import { typesMatching } from '../reference/arn-template'
import type { AccessLevel } from '../reference/service-reference'
import { own } from '../text/own'
import type { Phrase } from '../text/phrase'
import { ESCALATIONS } from '../facts/escalations'

/** Requests that a change lets through or stops, as one. */
export interface Opening {
  /** Null: such a request passes. Else this layer lets it through. */
  readonly layer: CaseLayer | null
  /** Actions that can be asked of such a resource, the riskiest first. */
  readonly actions: readonly string[]
  /** Null: the caller of the case, or whoever has the policy. */
  readonly caller: TriedCaller | null
  /** The resources that a policy of the caller, or of the way, lists around it; none where another policy lets it through. */
  readonly listed: readonly string[]
  /** A test that held them back before is gone, and no other stands in its place. */
  readonly isUntested?: true
  readonly sentence: Phrase
  /** One of these requests. */
  readonly witness: Witness
}

const RISK: Readonly<Record<AccessLevel, number>> = {
  'Permissions management': 1,
  Write: 3,
  Tagging: 4,
  Read: 5,
  List: 6,
}

/** What leads to more permissions: by itself it is the most risky, with another action it comes after those that set permissions. */
const ESCALATING: ReadonlyMap<string, number> = new Map(
  ESCALATIONS.filter(({ to }) => to === 'permissions')
    .toSorted((one, other) => other.actions.length - one.actions.length)
    .flatMap(({ actions }) => actions.map((action) => [action, actions.length === 1 ? 0 : 2] as const)),
)

/** How much harm an action can do: the least number is the most. */
function riskOf(action: string, reference: Reference): number {
  const service = reference.actions?.services.get(serviceOfAction(action))
  const at = service?.names.indexOf(action.slice(action.indexOf(':') + 1)) ?? -1
  const level = service?.levels[at]
  const ofLevel = level === undefined ? RISK.Write : (own(RISK, level) ?? RISK.Write)
  return Math.min(ESCALATING.get(action) ?? ofLevel, ofLevel)
}

/** Of the resources that statements name, those that one of the actions can be asked of; all where that is not known. */
function takenResources(actions: readonly string[], resources: readonly string[], reference: Reference) {
  const known = actions.flatMap((action) => {
    const [service = '', name = ''] = action.split(':')
    return reference.service(service)?.byName.get(name.toLowerCase()) ?? []
  })
  const taken = resources.filter((arn) => known.some((action) => typesMatching(action, arn).length > 0))
  return known.length < actions.length || taken.length === 0 ? resources : taken
}

/**
 * Can the action be asked of what the change opens? Of a service that is not loaded: where the ARN is one of its own, or
 * every resource is open.
 */
function isPossible(action: string, { witness, grounds }: AccessChange, reference: Reference): boolean {
  if (!isNamedAction(action) || hasWildcard(action)) return false
  const service = serviceOfAction(action)
  const arn = parseArn(witness.request.resource)
  const isOfAny = grounds.resources.includes('*')
  return arn === null || isOfAny || reference.service(service) !== null || arn.service === service
}

/** The requests of some changes that somebody can make: actions that AWS has, on resources that they take, by risk. */
export function likelyRequests(
  changes: readonly AccessChange[],
  layer: CaseLayer | null,
  reference: Reference,
  kind: 'new' | 'lost' = 'new',
): readonly Opening[] {
  const possible = changes.flatMap((change): readonly AccessChange[] => {
    const { request } = change.witness
    const actions = change.actions
      .filter((action) => isPossible(action, change, reference))
      .toSorted((one, other) => riskOf(one, reference) - riskOf(other, reference))
    const [action] = actions
    return action === undefined
      ? []
      : [
          {
            ...change,
            actions,
            grounds: { ...change.grounds, resources: takenResources(actions, change.grounds.resources, reference) },
            witness: { ...change.witness, request: { ...request, action } },
          },
        ]
  })
  return describeChanges(possible, kind)
    .map(({ change: { actions, callers, witness, because, grounds }, sentence }): Opening => {
      const [caller] = callers
      const isOther = caller !== undefined && caller.is !== 'holder' && layer !== null
      const listed = because.some(({ layer: of }) => of === 'identity' || of === 'endpoint') ? grounds.resources : []
      const { heldBackBy, onlyIf } = grounds
      const isUntested =
        heldBackBy.some((key) => !onlyIf.includes(key)) && onlyIf.every((key) => heldBackBy.includes(key))
      return {
        layer,
        actions,
        caller: isOther ? caller : null,
        listed,
        ...(isUntested && { isUntested }),
        sentence,
        witness,
      }
    })
    .toSorted((one, other) => riskOf(one.actions[0] ?? '', reference) - riskOf(other.actions[0] ?? '', reference))
}
