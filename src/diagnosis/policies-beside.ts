import type { Draft } from '../draft/draft'
import { draftPoliciesOf } from '../draft/edit/edit-layers'
import { hangsOn } from '../draft/paste/placement-rules'
import type { UncountedPolicy } from '../explanation/judged-case'
import { CASE_LAYERS } from '../iam/layers'
import type { FoundPolicy } from '../policy/found-policy'

const MOST = 4

/** The policies of a paste that no layer of the draft holds, as those of another resource, role or user. */
export function policiesBeside(
  draft: Draft,
  found: readonly FoundPolicy[],
  principal: string,
): readonly UncountedPolicy[] {
  const held = new Set(CASE_LAYERS.flatMap((layer) => draftPoliciesOf(draft.layers, layer).map(({ text }) => text)))
  return found
    .filter(({ text }) => text !== '' && !held.has(text))
    .slice(0, MOST)
    .map((policy) => ({
      name: policy.name,
      text: policy.text,
      holder:
        policy.layer === 'identity' && hangsOn(policy, principal) === 'no'
          ? { kind: policy.source, name: policy.owner ?? policy.madeFor ?? null }
          : null,
    }))
}
