import type { Circumstance } from './circumstances'
import type { Facts, NeededStatement } from './knowledge'
import { fill } from './observe'

/** What the policy has to allow, where the row knows it. */
export function statementsOfRow(
  { grant, lacksAtEndpoint: lacks }: Circumstance,
  facts: Facts,
): readonly NeededStatement[] {
  if (lacks) return [{ effect: 'Allow', actions: [lacks.action], resource: fill(lacks.resource, facts) }]
  if (!grant) return []
  const { service, actions, resource, condition } = grant
  return [
    {
      effect: 'Allow',
      principal: { Service: service },
      actions,
      resource: fill(resource, facts),
      ...(condition && { condition }),
    },
  ]
}
