import type { Draft, DraftLayer, DraftPolicy } from '../draft/draft'
import type { ImportedPolicy, ImportedPrincipal, ImportFailure } from './import-principal'

/** The operations whose failure leaves an identity-based policy unread. */
const IDENTITY_OPERATIONS = new Set([
  'ListUserPolicies',
  'ListRolePolicies',
  'ListGroupPolicies',
  'ListAttachedUserPolicies',
  'ListAttachedRolePolicies',
  'ListAttachedGroupPolicies',
  'ListGroupsForUser',
  'GetUserPolicy',
  'GetRolePolicy',
  'GetGroupPolicy',
  'GetPolicy',
  'GetPolicyVersion',
])

/**
 * What could not be read stands as an empty policy: unreadable, so that its layer depends instead of being judged
 * without it.
 */
const unread = ({ what }: ImportFailure): DraftPolicy => ({ name: `Not read: ${what}`, text: '' })

const draftPolicy = ({ name, text, source }: ImportedPolicy): DraftPolicy => ({ name, text, source })

/** A policy that hangs in several places counts once. */
function once(policies: readonly ImportedPolicy[]): readonly ImportedPolicy[] {
  const seen = new Set<string>()
  return policies.filter(({ name, text }) => {
    const key = JSON.stringify([name, text])
    return seen.has(key) ? false : seen.add(key)
  })
}

const layer = (policies: readonly DraftPolicy[]): DraftLayer => ({
  state: policies.length > 0 ? 'given' : 'none',
  policies,
})

/** A boundary that could not be read stays as it was: nobody said that there is none. */
const boundaryLayer = (before: DraftLayer, boundary: ImportedPrincipal['boundary']): DraftLayer =>
  boundary === undefined ? before : layer(boundary === null ? [] : [draftPolicy(boundary)])

/**
 * Puts an imported principal into a draft: its identity-based policies and its boundary take the place of what stood
 * there. The trust policy goes into the resource layer only where the request is about that very role.
 */
export function applyImport(draft: Draft, principal: ImportedPrincipal, resource: string): Draft {
  const missing = principal.failures.filter(({ operation }) => IDENTITY_OPERATIONS.has(operation))
  const cut: DraftPolicy[] = principal.cancelled ? [{ name: 'Not read: the import was cancelled', text: '' }] : []
  const { trust } = principal
  return {
    ...draft,
    layers: {
      ...draft.layers,
      identity: layer([...once(principal.identity).map(draftPolicy), ...missing.map(unread), ...cut]),
      boundary: boundaryLayer(draft.layers.boundary, principal.boundary),
      ...(trust !== null && resource === principal.arn
        ? { resource: layer([{ name: 'Trust policy', text: trust }]) }
        : {}),
    },
  }
}
