import type { Draft, DraftLayer, DraftPolicy } from '../draft/draft'
import { takePrincipal } from '../draft/paste/take-principal'
import type { ImportedPolicy, ImportedPrincipal } from './import-principal'
import { capital } from '../text/letter-case'

/** What is read beside policies: the user or role itself. Every other failure leaves an identity-based policy unread. */
const OF_THE_PRINCIPAL = ['GetUser', 'GetRole']

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

/** What tells two policies of one layer apart. */
const policyIdentity = ({ name, source }: DraftPolicy): string => JSON.stringify([name, source])

/** Were all identity-based policies read? */
export const isWholeImport = ({ failures, cancelled }: ImportedPrincipal): boolean =>
  !cancelled && failures.every(({ operation }) => OF_THE_PRINCIPAL.includes(operation))

/** What was read takes the place of what stood there. A part of the policies proves nothing: then all stays as it was. */
const identityLayer = (before: DraftLayer, principal: ImportedPrincipal): DraftLayer =>
  isWholeImport(principal) ? layer(once(principal.identity).map(draftPolicy)) : before

/** A boundary that could not be read stays as it was: nobody said that there is none. */
const boundaryLayer = (before: DraftLayer, boundary: ImportedPrincipal['boundary']): DraftLayer =>
  boundary === undefined ? before : layer(boundary === null ? [] : [draftPolicy(boundary)])

/**
 * Puts an imported principal into a draft: its identity-based policies and its boundary take the place of what stood
 * there, and its path and tags become context keys. A trust policy goes into the resource layer only where the request is
 * about that very role.
 */
export function applyImport(draft: Draft, principal: ImportedPrincipal, resource: string): Draft {
  const { arn, tags, trusts } = principal
  const { layers } = draft
  const trust = trusts.find(({ role }) => role === resource)
  const imported: Draft = {
    ...draft,
    layers: {
      ...layers,
      identity: identityLayer(layers.identity, principal),
      boundary: boundaryLayer(layers.boundary, principal.boundary),
      ...(trust ? { resource: layer([{ name: 'Trust policy', text: trust.text }]) } : {}),
    },
  }
  // Where the user or role itself could not be read its path is not known either.
  return tags === null ? imported : takePrincipal(imported, [{ arn, tags, hasNoBoundary: false }])
}

const isSameDocument = (one: string, other: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other))
  } catch {
    return one === other
  }
}

/**
 * Puts the policy of the request's resource, or that there is none, into a draft in the place of what stood there. What
 * says the same already stays, under its name.
 */
export function applyResourcePolicy(draft: Draft, called: string, text: string | null): Draft {
  const { resource } = draft.layers
  const [only, ...others] = resource.policies
  if (text !== null && only !== undefined && others.length === 0 && isSameDocument(only.text, text)) return draft
  const name = capital(called)
  return { ...draft, layers: { ...draft.layers, resource: layer(text === null ? [] : [{ name, text }]) } }
}

/** The layers that an import can change. */
const IMPORTED_LAYERS = ['identity', 'boundary', 'resource'] as const

/** What an import does to one layer, by the names of its policies. */
export interface ImportChange {
  readonly layer: (typeof IMPORTED_LAYERS)[number]
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  /** It then says that nothing is attached, which it did not before. */
  readonly becomesNone: boolean
}

/** What differs between two drafts in the layers that an import can change; a layer that stays is left out. */
export function importChanges(before: Draft, after: Draft): readonly ImportChange[] {
  return IMPORTED_LAYERS.map((id): ImportChange => {
    const [old, next] = [before.layers[id], after.layers[id]]
    const texts = new Map(old.policies.map((policy) => [policyIdentity(policy), policy.text]))
    const kept = new Set(next.policies.map(policyIdentity))
    const named = (policies: readonly DraftPolicy[]) => policies.map(({ name }) => name)
    return {
      layer: id,
      added: named(next.policies.filter((policy) => !texts.has(policyIdentity(policy)))),
      changed: named(
        next.policies.filter((policy) => (texts.get(policyIdentity(policy)) ?? policy.text) !== policy.text),
      ),
      removed: named(old.policies.filter((policy) => !kept.has(policyIdentity(policy)))),
      becomesNone: next.state === 'none' && old.state !== 'none',
    }
  }).filter(
    ({ added, changed, removed, becomesNone }) => becomesNone || added.length + changed.length + removed.length > 0,
  )
}
