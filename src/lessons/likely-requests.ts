import { riskOf } from '../comparison/action-risk'
import type { AccessChange, Witness } from '../comparison/comparison'
import { describeChanges } from '../comparison/describe-comparison'
import { isNamedAction } from '../comparison/named-actions'
import { nameOfAction, serviceOfAction } from '../iam/action'
import { hasWildcard } from '../iam/wildcard'
import type { TriedCaller } from '../comparison/tried-callers'
import type { CaseLayer } from '../iam/layers'
import type { Reference } from '../reference/reference'
import { typesMatching } from '../reference/arn-template'
import type { Phrase } from '../text/phrase'

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

/** How much harm an action can do, as far as AWS's reference tells. */
function knownRisk(action: string, reference: Reference): number {
  const service = reference.actions?.services.get(serviceOfAction(action))
  return riskOf(action, service?.levels[service.names.indexOf(nameOfAction(action))] ?? 'Write')
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

/** The requests of some changes that somebody can make: actions that AWS has, the riskiest first. */
export function likelyRequests(
  changes: readonly AccessChange[],
  layer: CaseLayer | null,
  reference: Reference,
  kind: 'new' | 'lost' = 'new',
): readonly Opening[] {
  const possible = changes.flatMap((change): readonly AccessChange[] => {
    const { request } = change.witness
    const actions = change.actions
      .filter((action) => isNamedAction(action) && !hasWildcard(action))
      .toSorted((one, other) => knownRisk(one, reference) - knownRisk(other, reference))
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
    .toSorted((one, other) => knownRisk(one.actions[0] ?? '', reference) - knownRisk(other.actions[0] ?? '', reference))
}
