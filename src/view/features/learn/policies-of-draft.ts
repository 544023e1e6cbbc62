import type { Draft, DraftPolicy } from '../../../draft/draft'
import { policiesOn, containersOf } from '../../../draft/edit/edit-layers'
import { POLICY_TABS } from '../../shared/policy-tabs'
import { hasLevels, type CaseLayer } from '../../../iam/layers'
import type { PolicyRef } from '../../../case/policy-ref'

/** One policy of a case on a page that shows all of them. */
export interface ShownPolicy {
  readonly spot: PolicyRef
  readonly policy: DraftPolicy
  /** The layer's name, and for SCPs and RCPs the level. */
  readonly where: string
}

/** Every policy of a draft, layer by layer; with `layers`, of these only. */
export function policiesOfDraft({ layers }: Draft, only?: readonly CaseLayer[]): readonly ShownPolicy[] {
  return POLICY_TABS.filter(({ layer }) => only?.includes(layer) ?? true).flatMap(({ layer, name }) =>
    containersOf(layers, layer).flatMap((shelf) =>
      policiesOn(layers, shelf).map((policy, index) => {
        const level = hasLevels(layer) ? layers[layer].levels[shelf.level ?? 0]?.target : undefined
        return {
          spot: { ...shelf, policy: index },
          policy,
          where: level === undefined ? name : `${name}, ${level}`,
        }
      }),
    ),
  )
}
