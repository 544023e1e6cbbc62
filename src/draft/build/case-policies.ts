import type { CaseLevel, CasePolicies, CasePolicy } from '../../case/access-case'
import type { Draft, DraftLevels, DraftPolicy } from '../draft'
import { CASE_LAYERS, hasLevels, holdsOne, LAYERS, type LayerKey } from '../../iam/layers'

const casePolicy = ({ text, ...policy }: DraftPolicy): CasePolicy => ({ ...policy, document: text })

const caseLevels = (levels: DraftLevels): readonly CaseLevel[] =>
  levels.levels.map(({ target, policies }) => ({ target, policies: policies.map(casePolicy) }))

/**
 * The policies of a draft as a case holds them, each document as the editor's text. A layer that nobody spoke of stays
 * unknown; one that is said to have nothing attached is listed as such.
 */
export function casePoliciesOf({ layers }: Draft): CasePolicies {
  const given: { [K in LayerKey]?: unknown } = {}
  const noneAttached: LayerKey[] = []
  for (const layer of CASE_LAYERS) {
    const { key } = LAYERS[layer]
    if (hasLevels(layer)) {
      const { state, levels } = layers[layer]
      if (state === 'none') noneAttached.push(key)
      if (state === 'given' && levels.length > 0) given[key] = caseLevels(layers[layer])
      continue
    }
    const { policies, state } = layers[layer]
    if (state === 'none' || (state === 'given' && policies.length === 0)) noneAttached.push(key)
    if (state !== 'given' || policies.length === 0) continue
    given[key] = holdsOne(layer) ? casePolicy(policies[0]!) : policies.map(casePolicy)
  }
  return { ...(given as CasePolicies), otherLayers: 'unknown', noneAttached }
}
