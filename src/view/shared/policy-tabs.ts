import type { Denial } from '../../denial/denial'
import { CASE_LAYERS, caseLayerOf, LAYERS, READING_ORDER, type CaseLayer, type Layer } from '../../iam/layers'

/** What the policy pane shows of one layer. */
export interface PolicyTab {
  readonly layer: CaseLayer
  /** The tab's accessible name. */
  readonly name: string
  /** How the layer is called in a narrow pane. */
  readonly short: string
  /** The layers of an evaluation that this tab holds the policies of. */
  readonly evaluated: readonly Layer[]
}

/** The tab of a layer. */
export const tabOf = (layer: CaseLayer): PolicyTab => ({
  layer,
  name: LAYERS[layer].tab,
  short: LAYERS[layer].short,
  evaluated: READING_ORDER.filter((one) => caseLayerOf(one) === layer),
})

/** The tab that holds the policies of a layer of the evaluation. */
export const tabOfEvaluated = (layer: Layer): PolicyTab => tabOf(caseLayerOf(layer))

/** The layer of a case that AWS's message names; null where it names none. */
export const layerThatAwsNames = (denial: Pick<Denial, 'layer'> | null): CaseLayer | null =>
  denial === null || denial.layer === 'unknown' ? null : caseLayerOf(denial.layer)

/** One tab a layer of a case, in the order of the tablist. */
export const POLICY_TABS: readonly PolicyTab[] = CASE_LAYERS.map(tabOf)
