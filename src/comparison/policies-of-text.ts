import type { CasePolicies, CasePolicy } from '../case/access-case'
import { policiesOfLayer } from '../case/layer-policies'
import { serviceOfAction } from '../iam/action'
import { CASE_LAYERS, hasLevels, holdsOne, LAYERS, type CaseLayer } from '../iam/layers'
import { parsePolicy } from '../policy/parse-policy'

/** One policy as the policies of a layer; a text of none as a layer that holds nothing. */
export function policiesOfText(text: string, layer: CaseLayer): CasePolicies {
  const policies: readonly CasePolicy[] = [{ name: 'policy', document: text }]
  const held = hasLevels(layer) ? [{ target: 'level', policies }] : holdsOne(layer) ? policies[0] : policies
  return { [LAYERS[layer].key]: held, otherLayers: 'none' }
}

/** The layer that a policy looks like: one that names principals is a resource's. */
export function likelyLayer(text: string): CaseLayer {
  const { statements } = parsePolicy(text, 'resource')
  return statements.some(({ principal }) => principal !== null) ? 'resource' : 'identity'
}

/** The services that policies name plainly, for the reference to be loaded. */
export const servicesInTexts = (texts: readonly string[]): readonly string[] => [
  ...new Set(
    texts
      .flatMap((text) => parsePolicy(text).statements.flatMap(({ action }) => action.values))
      .map(({ text }) => serviceOfAction(text))
      .filter((service) => /^[a-z\d-]+$/.test(service)),
  ),
]

/** The services that some policies name plainly, for the reference to be loaded. */
export const servicesInPolicies = (...sides: readonly CasePolicies[]): readonly string[] =>
  servicesInTexts(
    sides.flatMap((policies) =>
      CASE_LAYERS.flatMap((layer) => policiesOfLayer(policies, layer)).map(({ document }) =>
        typeof document === 'string' ? document : JSON.stringify(document),
      ),
    ),
  )

/** Is a text a policy that AWS would accept in this layer? */
export const isPolicyText = (text: string, layer: CaseLayer): boolean => parsePolicy(text, layer).valid
