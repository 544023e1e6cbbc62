import type { LayerResult } from '../../evaluation/evaluation'
import { layersWhere, type Layer } from '../../iam/layers'
import { layerResult, type JudgedCase } from '../judged-case'
import type { FurtherCheck } from '../answer'
import type { StatementJson } from './least-statement'
import { firstLacking, type CheckTest } from './tested-check'

/** Layers that leave of what the caller's own policies allow only what they allow too. */
const LIMITS: readonly Layer[] = layersWhere({
  identity: false,
  resource: false,
  trust: false,
  boundary: true,
  session: true,
  scp: true,
  rcp: false,
  endpoint: false,
})

/** The resources on which the caller's own policies allow an action, as they name them. */
const resourcesFor = (result: LayerResult | null): readonly string[] =>
  (result?.statements ?? [])
    .filter(({ effect, matches }) => effect === 'Allow' && matches !== 'no')
    .flatMap(({ elements }) => elements.filter(({ element }) => element === 'Resource'))
    .flatMap(({ values }) => values.map(({ text }) => text))

/** Checks that the caller's own policies let through, and a policy given here that limits them does not. */
export interface CutOff {
  /** The first of them. */
  readonly first: CheckTest
  readonly layer: Layer
  /** What would let them through there: on what the caller's own policies name. */
  readonly statements: readonly StatementJson[]
}

/**
 * What a limit cuts off of the further checks of a call. Nobody gives a role an action that it has no use for, so that a limit
 * that leaves it out says more than any guess. Null: none does.
 */
export function cutOffOf(judged: JudgedCase, checks: readonly FurtherCheck[]): CutOff | null {
  const lacking = checks.flatMap((check) => {
    const found = firstLacking(judged, [check])
    const layer = found?.result?.layer
    if (found === null || layer === undefined || !LIMITS.includes(layer) || found.result?.statements.length === 0)
      return []
    const resources = resourcesFor(layerResult(found.judged.evaluation, 'identity'))
    return resources.length === 0 ? [] : [{ found, layer, resources }]
  })
  const [first] = lacking
  if (first === undefined) return null
  const actions = lacking.map(({ found }) => found.check.action)
  const resources = [...new Set(lacking.flatMap((one) => one.resources))]
  const one = <T>(all: readonly T[]) => (all.length === 1 ? all[0] : all)
  return {
    first: first.found,
    layer: first.layer,
    statements: [{ Effect: 'Allow', Action: one(actions), Resource: one(resources) }],
  }
}
