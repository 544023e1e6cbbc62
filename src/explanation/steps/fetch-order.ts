import { claimedLayer } from '../../denial/denial'
import { layerResult, notGivenLayers, type JudgedCase } from '../judged-case'
import type { Layer, LayerThat } from '../../iam/layers'
import { eachOf } from '../../iam/each-of'

const isUnknown = (judged: JudgedCase, layer: Layer): boolean => notGivenLayers(judged).includes(layer)

/** Layers whose Allow a request cannot do without: seen first, they settle most. A key policy is one. */
const FIRST: readonly Layer[] = eachOf<LayerThat<'grants'>>()(['trust', 'identity', 'resource'])
const FIRST_OF_KMS = FIRST.toSorted((one, other) => Number(other === 'resource') - Number(one === 'resource'))

/** What can only limit, in the order of how often it denies. */
const THEN: readonly Layer[] = eachOf<LayerThat<'bounds' | 'limits'>>()([
  'boundary',
  'scp',
  'session',
  'endpoint',
  'rcp',
])

const firstLayers = ({ accessCase }: JudgedCase): readonly Layer[] =>
  accessCase.request.action.toLowerCase().startsWith('kms:') ? FIRST_OF_KMS : FIRST

/** The layers that have to be known, in the order in which it pays to look: the one that AWS names settles it alone. */
export const wantedLayers = (judged: JudgedCase): readonly Layer[] => {
  const { evaluation, denial } = judged
  const claimed = claimedLayer(denial)
  if (claimed !== null && isUnknown(judged, claimed)) return [claimed]
  // What AWS names is given, and hangs on keys alone.
  if (claimed !== null && layerResult(evaluation, claimed)?.status === 'depends') return []
  const { decision, layers, dependsOn } = evaluation
  const open = decision === 'allowed' ? layers.map(({ layer }) => layer) : dependsOn.layers
  return [...firstLayers(judged), ...THEN].filter((layer) => open.includes(layer) && isUnknown(judged, layer))
}
