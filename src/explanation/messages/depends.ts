import type { RequestPart } from '../../case/holes'
import type { Evaluation, LayerResult } from '../../evaluation/evaluation'
import { code, layerWord, list, say, type Phrase } from '../../text/phrase'
import { LAYER_PHRASES } from './layers'

/** The parts of a request that may be missing. */
const PARTS: Readonly<Record<RequestPart, string>> = {
  principal: 'the caller',
  action: 'the action',
  resource: 'the resource',
}

/** What an answer hangs on: "aws:SourceIp and the service control policies". */
export const dependsPhrase = ({ keys, layers, holes = [], parts = [] }: Evaluation['dependsOn']): Phrase => {
  const names = [
    ...parts.map((part) => say`${PARTS[part]}`),
    ...holes.map((hole) => say`what ${code(hole)} stands for`),
    ...keys.map((key) => code(key)),
    ...layers.map((layer) => layerWord(LAYER_PHRASES[layer].all, 'depends')),
  ]
  return names.length === 0 ? say`something unknown` : list(names, 'and', 6)
}

/** What one layer's answer hangs on: the keys that its statements test and nobody knows. */
export const layerDependsPhrase = ({ statements, reason }: LayerResult, all: Evaluation['dependsOn']): Phrase => {
  const keys = statements.flatMap(({ elements }) =>
    elements.flatMap(({ key, matches }) => (matches === 'unknown' && key !== undefined ? [key] : [])),
  )
  if (reason === 'layer-unreadable') return say`a policy that can’t be read`
  return keys.length === 0 ? dependsPhrase(all) : dependsPhrase({ keys: [...new Set(keys)], layers: [] })
}
