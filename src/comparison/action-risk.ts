import { ESCALATIONS } from '../facts/escalations'
import type { AccessLevel } from '../reference/service-reference'
import { own } from '../text/own'

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

/** How much harm an action of an access level can do: the least number is the most. */
export function riskOf(action: string, level: AccessLevel): number {
  const ofLevel = own(RISK, level) ?? RISK.Write
  return Math.min(ESCALATING.get(action) ?? ofLevel, ofLevel)
}
