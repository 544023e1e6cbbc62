import type { CaseRequest } from '../../case/access-case'
import type { RequestPart } from '../../case/holes'
import type { Evaluation, LayerResult } from '../../evaluation/evaluation'
import { findHoles } from '../../iam/find-holes'
import { code, layerWord, list, say, type Phrase } from '../../text/phrase'
import { LAYER_PHRASES } from './layers'

/** The parts of a request that may be missing. */
const PARTS: Readonly<Record<RequestPart, string>> = {
  principal: 'the caller',
  action: 'the action',
  resource: 'the resource',
}

/** What an answer hangs on: "aws:SourceIp and the SCPs". */
export const dependsPhrase = ({ keys, layers, holes = [], parts = [] }: Evaluation['dependsOn']): Phrase => {
  const names = [
    ...parts.map((part) => say`${PARTS[part]}`),
    ...holes.map((hole) => say`what ${code(hole)} stands for`),
    ...keys.map((key) => code(key)),
    ...layers.map((layer) => layerWord(LAYER_PHRASES[layer].all, 'depends')),
  ]
  return names.length === 0 ? say`something unknown` : list(names, 'and', 6)
}

/** The keys that a layer's statements test and nobody knows. */
const unknownKeys = ({ statements }: LayerResult): readonly string[] => [
  ...new Set(
    statements.flatMap(({ elements }) =>
      elements.flatMap(({ key, matches }) => (matches === 'unknown' && key !== undefined ? [key] : [])),
    ),
  ),
]

/** What one layer's answer hangs on: the keys that its statements test and nobody knows. */
export const layerDependsPhrase = (result: LayerResult, all: Evaluation['dependsOn']): Phrase => {
  if (result.reason === 'layer-unreadable') return say`a policy that can’t be read`
  const keys = unknownKeys(result)
  return keys.length === 0 ? dependsPhrase(all) : dependsPhrase({ keys, layers: [] })
}

/** What may have any value, and the layer denies: the same, or the masks of the request. */
export function whateverPhrase(result: LayerResult, { dependsOn }: Evaluation, request: CaseRequest): Phrase {
  const holes = [request.principal, request.resource].flatMap((text) => findHoles(text, 'request'))
  return holes.length === 0 || unknownKeys(result).length > 0
    ? layerDependsPhrase(result, dependsOn)
    : list([...new Set(holes)].map(code), 'and', 3)
}
