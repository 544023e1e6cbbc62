import { takesActionIn } from '../evaluation/match/match-action'
import { ESCALATIONS } from '../facts/escalations'
import type { CaseLayer } from '../iam/layers'
import type { GroundCompared } from './ground-compared'
import { namesAll } from '../policy/statement-names'

const LEADING: readonly string[] = [...new Set(ESCALATIONS.flatMap(({ actions }) => actions))]

const isWhole = ({ statement: { resource, conditions } }: GroundCompared): boolean =>
  conditions.length === 0 && namesAll(resource)

/**
 * Actions that lead to more together with others, which a statement of both sides of a layer allows on something, and which
 * the new side does not deny whole.
 */
export function keptActions(all: readonly GroundCompared[], layer: CaseLayer): readonly string[] {
  const of = all.filter((one) => one.layer === layer)
  const allows = of.filter(({ side, statement }) => side === 'both' && statement.effect === 'Allow')
  const denies = of.filter((one) => one.side !== 'before' && one.statement.effect === 'Deny' && isWhole(one))
  const takes = (some: readonly GroundCompared[], action: string): boolean =>
    some.some(({ statement }) => takesActionIn(statement.action, action.toLowerCase()))
  return LEADING.filter((action) => takes(allows, action) && !takes(denies, action))
}
