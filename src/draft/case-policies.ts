import type { CaseLevel, CasePolicies, CasePolicy, PolicyLayer } from '../case/access-case'
import type { Draft, DraftLevels, DraftPolicy } from './draft'

const casePolicy = ({ name, text, source }: DraftPolicy): CasePolicy => ({
  name,
  document: text,
  ...(source === undefined ? {} : { source }),
})

const caseLevels = (levels: DraftLevels): readonly CaseLevel[] =>
  levels.levels.map(({ target, policies }) => ({ target, policies: policies.map(casePolicy) }))

type ListLayer = Exclude<PolicyLayer, 'scps' | 'rcps'>

const LIST_LAYERS: readonly ListLayer[] = ['identity', 'resource', 'boundary', 'session', 'endpoint']

/** The layers of which a request meets at most one policy. */
export const SINGLE_POLICY_LAYERS: ReadonlySet<PolicyLayer> = new Set(['resource', 'boundary', 'endpoint'])

/**
 * The policies of a draft as a case holds them, each document as the editor's text. A layer that nobody spoke of stays
 * unknown; one that is said to have nothing attached is listed as such.
 */
export function casePoliciesOf({ layers }: Draft): CasePolicies {
  const given: { [L in PolicyLayer]?: readonly CasePolicy[] | CasePolicy | readonly CaseLevel[] } = {}
  const noneAttached: PolicyLayer[] = []
  for (const layer of LIST_LAYERS) {
    const { policies, state } = layers[layer]
    if (state === 'none' || (state === 'given' && policies.length === 0)) noneAttached.push(layer)
    if (state !== 'given' || policies.length === 0) continue
    given[layer] = SINGLE_POLICY_LAYERS.has(layer) ? casePolicy(policies[0]!) : policies.map(casePolicy)
  }
  for (const layer of ['scps', 'rcps'] as const) {
    const { state, levels } = layers[layer]
    if (state === 'none') noneAttached.push(layer)
    if (state === 'given' && levels.length > 0) given[layer] = caseLevels(layers[layer])
  }
  return { ...(given as CasePolicies), otherLayers: 'unknown', noneAttached }
}
