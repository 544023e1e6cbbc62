import { claimedLayer } from '../denial/denial'
import { isOneOf } from '../iam/call-patterns'
import type { Circumstance } from './circumstances'
import { namesAction } from '../policy/statement-names'
import { mayCoverResource } from './given-policies'
import type { Observation } from './knowledge'

/**
 * What is known of the guard that denied: that it tests one of the row's keys ("shown"), that it is another one, or nothing.
 * AWS lists the Deny that matched; else the Denies for the action tell that are given of the layer. Of a layer that can have
 * others beside those given here, only a Deny that is there tells.
 */
export function guardOf({ guards = [], layer, denies }: Circumstance, seen: Observation): 'shown' | 'other' | 'open' {
  if (guards.length === 0) return 'open'
  const isOfRow = (keys: readonly string[]) => keys.some((key) => isOneOf(guards, key))
  const listed = (seen.denial?.matchedStatements ?? []).filter(({ effect }) => effect === 'Deny')
  const tested = listed.flatMap(({ conditions = {} }) => Object.keys(conditions))
  if (tested.length > 0) return isOfRow(tested) ? 'shown' : 'other'
  const at = claimedLayer(seen.denial) ?? layer
  const given = seen.policies.filter((one) => one.layer === at)
  const denying = given
    .flatMap(({ policy }) => policy.statements)
    .filter(({ effect }) => effect === 'Deny')
    .filter((statement) => seen.action === null || namesAction(statement, seen.action))
    .filter((statement) => mayCoverResource(statement, seen.resource))
  if (denying.length === 0) return given.length > 0 && denies === 'explicitDeny' && at === 'resource' ? 'other' : 'open'
  return denying.some(({ conditions }) => isOfRow(conditions.map(({ lowerKey }) => lowerKey))) ? 'shown' : 'other'
}
