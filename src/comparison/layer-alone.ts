import { EMPTY_POLICY } from '../policy/empty-policy'
import type { CasePolicies } from '../case/access-case'
import { hasLevels, holdsOne, LAYERS, type CaseLayer } from '../iam/layers'

const ALL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
const ALL_FOR_ANYBODY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
}
/** What a layer comes to where nothing is attached: one that limits lets all through, one that grants grants nothing. */
function documentOfNone(layer: CaseLayer): unknown {
  if (layer === 'identity' || layer === 'resource') return EMPTY_POLICY
  return LAYERS[layer].principal === 'forbidden' ? ALL : ALL_FOR_ANYBODY
}

/** One layer of some policies, to be compared by itself. */
export function layerAlone(policies: CasePolicies, layer: CaseLayer): CasePolicies {
  const { key } = LAYERS[layer]
  const attached = policies[key]
  const isNone = attached === undefined || (Array.isArray(attached) && attached.length === 0)
  if (!isNone) return { [key]: attached, otherLayers: 'none' }
  const one = { name: 'nothing attached', document: documentOfNone(layer) }
  const held = holdsOne(layer) ? one : hasLevels(layer) ? [{ target: 'none', policies: [one] }] : [one]
  return { [key]: held, otherLayers: 'none' }
}
