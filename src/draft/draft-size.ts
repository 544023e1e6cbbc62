import { CASE_LAYERS, hasLevels } from '../iam/layers'
import type { Draft, DraftPolicy } from './draft'

const lengthOf = (policies: readonly DraftPolicy[]): number =>
  policies.reduce((sum, { text, name }) => sum + text.length + name.length, 0)

/** How many characters there are to read and judge in a draft: its paste, its policies and its context keys. */
export function draftSize({ paste, context, layers, linked = [] }: Draft): number {
  const policies = CASE_LAYERS.flatMap((layer) =>
    hasLevels(layer) ? layers[layer].levels.flatMap((level) => level.policies) : layers[layer].policies,
  )
  const keys = [context, ...linked.map((check) => check.context)].flatMap((each) => Object.keys(each))
  const further = linked.flatMap(({ policy }) => policy?.policies ?? [])
  return paste.length + lengthOf(policies) + lengthOf(further) + keys.reduce((sum, key) => sum + key.length, 0)
}
