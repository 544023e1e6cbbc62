import type { CaseLayer } from '../../iam/layers'

/** The layers that a change can be asked about. */
export const CHANGED_LAYERS = ['scp', 'rcp', 'identity', 'boundary', 'resource'] as const satisfies readonly CaseLayer[]

/** One of them. */
export type ChangedLayer = (typeof CHANGED_LAYERS)[number]

/** What was pasted of a layer. */
export interface ChangedTexts {
  readonly layer: ChangedLayer
  readonly before: string
  readonly after: string
}
