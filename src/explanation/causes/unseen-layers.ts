import type { HowDenied } from '../../iam/how-denied'
import type { AccessCase, CasePolicy } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { LAYERS, type Layer } from '../../iam/layers'
import { judgedWith, layerResult, type JudgedCase } from '../judged-case'
import { heldBy, isMissing, supposeLacking } from './hypothetical-case'

/** That a layer which is not given denies, or does not allow. */
export interface LayerHypothesis {
  readonly layer: Layer
  readonly how: HowDenied
}

const documentOf = (effect: 'Allow' | 'Deny', layer: Layer): CasePolicy => ({
  name: LAYERS[layer].policy,
  document: JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: effect,
      ...(LAYERS[layer].principal === 'required' && { Principal: '*' }),
      Action: layer === 'trust' ? 'sts:*' : '*',
      ...(LAYERS[layer].resource !== 'forbidden' && { Resource: '*' }),
    },
  }),
})

const supposing = (accessCase: AccessCase, layer: Layer, effect: 'Allow' | 'Deny'): AccessCase => {
  const row = LAYERS[layer]
  const { noneAttached = [] } = accessCase.policies
  return {
    ...accessCase,
    policies: {
      ...accessCase.policies,
      noneAttached: noneAttached.filter((key) => key !== row.key),
      [row.key]: heldBy(accessCase, layer, documentOf(effect, layer)),
    },
  }
}

/** Nothing of a layer is attached. */
const none = (accessCase: AccessCase, layer: Layer): AccessCase => ({
  ...accessCase,
  policies: {
    ...accessCase.policies,
    noneAttached: [...(accessCase.policies.noneAttached ?? []), LAYERS[layer].key],
  },
})

/** The case in which only the layer in question stands in the way, of those that are not given; the resource may have a policy of its own or none. */
const onlyBy = (judged: JudgedCase, { layer, how }: LayerHypothesis, isResourceOpen: boolean): AccessCase => {
  const { accessCase, evaluation } = judged
  const others = evaluation.layers.map((one) => one.layer).filter((one) => one !== layer && isMissing(accessCase, one))
  const open = others.reduce((given, other) => {
    const grants = LAYERS[other].role === 'grants' && (other === 'identity' || isResourceOpen)
    return grants ? supposing(given, other, 'Allow') : none(given, other)
  }, accessCase)
  return how === 'explicitDeny' ? supposing(open, layer, 'Deny') : supposeLacking(open, [layer])
}

const denies = (judged: JudgedCase, { layer, how }: LayerHypothesis, supposed: AccessCase): boolean => {
  const evaluation = evaluate(supposed, judgedWith(judged))
  const result = layerResult(evaluation, layer)
  if (result === null || result.status === 'notApplicable' || evaluation.decision === 'allowed') return false
  // What hangs on something else is open, and refuted by nothing.
  if (evaluation.decision === 'depends') return true
  // Whoever calls can be one whom the layer stops.
  if (judged.accessCase.request.principal === '') return true
  if (how === 'explicitDeny') return result.status === 'explicitDeny'
  return (result.status === 'implicitDeny' || result.status === 'none') && (result.needed || result.blocking)
}

/** Would the request be denied as supposed, in that layer? Where nothing else stands in the way and it would pass, it is refuted. */
export const isPossible = (judged: JudgedCase, hypothesis: LayerHypothesis): boolean =>
  [false, true].some((isResourceOpen) => denies(judged, hypothesis, onlyBy(judged, hypothesis, isResourceOpen)))
