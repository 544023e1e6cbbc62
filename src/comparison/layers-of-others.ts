import { CASE_LAYERS, LAYERS, namesPrincipals, type CaseLayer } from '../iam/layers'
import type { AccessComparison, AccessQuestion, BeyondCode } from './comparison'
import { layerAlone } from './layer-alone'

/** Layers that also decide for callers other than the one of a case: they name principals, or hold for whole accounts. */
const LAYERS_OF_OTHERS: readonly CaseLayer[] = CASE_LAYERS.filter((layer) => namesPrincipals(layer) || layer === 'scp')

/** Whether other callers may gain or lose by two cases, which are compared for one caller. */
export interface OfOthers {
  readonly opened: ReadonlySet<BeyondCode>
  readonly lost: ReadonlySet<BeyondCode>
}

const ONLY_ONE: ReadonlySet<BeyondCode> = new Set(['other-callers-of-case'])
const NONE: ReadonlySet<BeyondCode> = new Set()

/**
 * What another caller may do hangs on policies that a case doesn't hold. But where each layer that is about others lets
 * nothing new through by itself, nothing is new to them; so each is compared alone.
 */
export function ofOthers(
  { before, after, holes }: AccessQuestion,
  compare: (question: AccessQuestion) => AccessComparison,
): OfOthers {
  const found = LAYERS_OF_OTHERS.filter((layer) => {
    const { key } = LAYERS[layer]
    return before[key] !== undefined || after[key] !== undefined
  }).map((layer) =>
    compare({ before: layerAlone(before, layer), after: layerAlone(after, layer), layer, ...(holes && { holes }) }),
  )
  return {
    opened: found.every(({ opened }) => opened.outcome === 'nothing') ? NONE : ONLY_ONE,
    lost: found.every(({ lost }) => lost.outcome === 'nothing') ? NONE : ONLY_ONE,
  }
}
