import type { CaseLayer } from '../iam/layers'

/** Where policies stand in a case and a draft: a layer, and one level of it; null where the layer has no levels. */
export interface PolicyContainer {
  readonly layer: CaseLayer
  readonly level: number | null
}

/** One policy in its container, counted from 0. */
export interface PolicyRef extends PolicyContainer {
  readonly policy: number
}

/** A policy to change: one that is there, or null for one that is to be added. */
export interface PolicyTarget extends PolicyContainer {
  readonly policy: number | null
}

/** A statement in its layer: the level as in a container, the policy, and the index into `Statement`, all from 0. */
export interface StatementRef extends Omit<PolicyRef, 'layer'> {
  readonly statement: number
}
