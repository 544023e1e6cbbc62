import type { Draft } from '../draft/draft'
import { draftPoliciesOf } from '../draft/edit/edit-layers'
import { CASE_LAYERS } from '../iam/layers'
import type { FoundPolicy } from '../policy/found-policy'

const MOST = 4

/** The policies of a paste that no layer of the draft holds, as those of another resource. */
export function policiesBeside(draft: Draft, found: readonly FoundPolicy[]): readonly string[] {
  const held = new Set(CASE_LAYERS.flatMap((layer) => draftPoliciesOf(draft.layers, layer).map(({ text }) => text)))
  return found
    .map(({ text }) => text)
    .filter((text) => text !== '' && !held.has(text))
    .slice(0, MOST)
}
