import type { RequestAccounts } from '../../../draft/paste/fill-found-policy'
import { applyFoundPolicy, defaultLevels } from '../../../draft/paste/apply-found-policy'
import { editLayers } from '../../../draft/edit/edit-draft'
import type { Draft, DraftPolicy } from '../../../draft/draft'
import { addPolicy, policiesOn } from '../../../draft/edit/edit-layers'
import { changedText } from '../../../policy/change-signs'
import { findPolicies } from '../../../policy/find-policies'
import { policyNeeds } from '../../../policy/policy-signs'
import type { PolicyNeeds, PolicyReaders } from '../../../policy/policy-readers'
import { POLICY_TEMPLATES } from './policy-templates'
import type { PolicyContainer } from '../../../case/policy-ref'
import { hasLevels, namesPrincipals, type CaseLayer } from '../../../iam/layers'

/** What has to be loaded before the policies of a text can be read. */
export function needsOf(text: string): PolicyNeeds {
  const changed = changedText(text)
  return policyNeeds(changed?.text ?? text, findPolicies(text, undefined, changed))
}

/** Adds one policy to a shelf. Where a layer has no levels yet it gets the root and the account. */
export function takePolicy(draft: Draft, shelf: PolicyContainer, policy: DraftPolicy): Draft {
  return editLayers(draft, (layers) => {
    const { layer } = shelf
    if (!hasLevels(layer) || layers[layer].levels.length > 0) return addPolicy(layers, shelf, policy)
    const tree = { ...layers, [layer]: { state: 'given' as const, levels: defaultLevels(layer, 'Account') } }
    const same = policiesOn(tree, { layer, level: 1 }).some(({ name }) => name === policy.name)
    return same ? tree : addPolicy(tree, { layer, level: 1 }, policy)
  })
}

/** What AWS's command line prints of a call that failed. */
const FAILED_CALL = 'An error occurred ('

/**
 * Does a text say of its policies where they belong, and of some that it is not the open layer: because they are of
 * several, or because only one of the two names principals? What tells of calls that failed, with such policies or with
 * none, is for the whole case too.
 */
export function namesLayers(text: string, open: CaseLayer, readers?: PolicyReaders): boolean {
  const found = findPolicies(text, readers)
  const layers = found.flatMap(({ layer }) => layer ?? [])
  const isSure = layers.length === found.length
  const isOther = layers.some((layer) => namesPrincipals(layer) !== namesPrincipals(open))
  return isSure && (isOther || new Set(layers).size > 1 || text.includes(FAILED_CALL))
}

/**
 * Adds what a pasted text holds to the layer whose tab is open, whatever the text says of where it belongs. A text in
 * which no policy is found is kept as it is, so that the editor can say what is wrong with it.
 */
export function takePolicyText(
  draft: Draft,
  shelf: PolicyContainer,
  text: string,
  accounts: RequestAccounts,
  readers?: PolicyReaders,
): Draft {
  const found = findPolicies(text, readers).filter((policy) => policy.text !== '')
  if (found.length === 0) return takePolicy(draft, shelf, { name: POLICY_TEMPLATES[shelf.layer].name, text })
  return found.reduce((before, policy) => applyFoundPolicy(before, policy, shelf.layer, accounts), draft)
}
