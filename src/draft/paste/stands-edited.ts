import { CASE_LAYERS } from '../../iam/layers'
import type { FoundPolicy } from '../../policy/found-policy'
import { documentKey } from './apply-found-policy'
import type { DraftLayers } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'

/** What every policy says, and so tells none from another. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'Version 2012-10-17 2008-10-17 Statement Sid Effect Allow Deny AWS Service Federated Principal NotPrincipal Action NotAction Resource ' +
    'NotResource Condition StringEquals StringLike'
  ).split(' '),
)

/** The words that tell a policy from others. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.match(/[\w:*./@-]{3,}/g) ?? []).filter((word) => !COMMON.has(word)))

/** So much of a policy is still there after an edit. */
const KEPT = 0.5

/**
 * Does a policy of a paste stand in a layer in an edited form? One that says most of what it says, and is none of the
 * paste’s own.
 */
export function standsEdited(layers: DraftLayers, policy: FoundPolicy, found: readonly FoundPolicy[]): boolean {
  const words = wordsOf(policy.text)
  if (words.size === 0) return false
  const asTheyCame = new Set(found.map(({ text }) => documentKey(text)))
  return CASE_LAYERS.flatMap((layer) => draftPoliciesOf(layers, layer)).some(({ text }) => {
    if (asTheyCame.has(documentKey(text))) return false
    const now = wordsOf(text)
    return [...words].filter((word) => now.has(word)).length >= words.size * KEPT
  })
}
