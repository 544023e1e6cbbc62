import { isDenial } from '../iam/how-denied'
import { casePoliciesOf } from '../draft/build/case-policies'
import type { BuiltCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import { assumedIn, withAssumedIn, type AssumedPolicy } from '../draft/paste/apply-found-policy'
import { evaluate, type Known } from '../evaluation/evaluate'
import type { Evaluation, LayerStatus } from '../evaluation/evaluation'
import type { AssumedLayer } from '../explanation/judged-case'
import { caseLayerOf, holdsOne, type CaseLayer } from '../iam/layers'
import { likelyLayers } from '../policy/policy-shape'

/** The layers that a policy may belong to as well: those whose policies name principals likewise, and that have room. */
const othersOf = ({ layers }: Draft, { ref: { layer } }: AssumedPolicy): readonly CaseLayer[] =>
  likelyLayers([layer]).filter((other) => other !== layer && !(holdsOne(other) && layers[other].state === 'given'))

const statusIn = ({ layers }: Evaluation, layer: CaseLayer): LayerStatus | null =>
  layers.find((one) => caseLayerOf(one.layer) === layer)?.status ?? null

/** The policies whose layer nobody has told, each with whether they deny alike wherever they belong. */
export function placesAssumed(
  draft: Draft,
  { accessCase }: BuiltCase,
  evaluation: Evaluation,
  known: Known,
): readonly AssumedLayer[] {
  const { principal, resourceAccount = '' } = accessCase.request
  return assumedIn(draft.layers).map((assumed): AssumedLayer => {
    const { layer } = assumed.ref
    const status = statusIn(evaluation, layer)
    const isSame = (other: CaseLayer): boolean => {
      const moved = withAssumedIn(draft, assumed, other, { principal, resourceAccount })
      return statusIn(evaluate({ ...accessCase, policies: casePoliciesOf(moved) }, known), other) === status
    }
    const denies = isDenial(status)
    return { layer, name: assumed.policy.name, isSameAnywhere: denies && othersOf(draft, assumed).every(isSame) }
  })
}
