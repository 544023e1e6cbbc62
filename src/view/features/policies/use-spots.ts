import { useMemo, useState } from 'react'
import type { DraftLayers } from '../../../draft/draft'
import { isJudged } from '../../../diagnosis/diagnosis'
import { useDiagnosis, useFocus } from '../../state/workbench'
import { chooseSpot, tellingSpots } from './choose-spot'
import type { CaseLayer } from '../../../iam/layers'
import type { PolicyRef } from '../../../case/policy-ref'

type Spots = Partial<Record<CaseLayer, PolicyRef>>

interface Choice {
  /** The paste that was judged, and the evidence that was revealed, when it was made. */
  readonly judged: string | null
  readonly turn: number
  readonly spots: Spots
}

/** Which policy of each layer is in the editor, and the way to choose another. */
export interface ShownSpots {
  readonly spotOf: (layers: DraftLayers, layer: CaseLayer) => PolicyRef | null
  readonly choose: (spot: PolicyRef) => void
}

/**
 * A case opens at the policies that decide it, and turns to those that decide it when a further policy comes. From then on the reader's choice holds: a policy
 * that was picked, or evidence that was followed, whichever came last.
 */
export function useSpots(): ShownSpots {
  const diagnosis = useDiagnosis()
  const { revealed } = useFocus()
  const [choice, setChoice] = useState<Choice | null>(null)
  const { opening } = diagnosis
  const telling = useMemo(() => tellingSpots(opening), [opening])
  const judged = isJudged(diagnosis) ? diagnosis.draft.paste : null
  const chosen = choice?.judged === judged ? choice : null
  const followed: Spots = {}
  if (revealed !== null && revealed.turn > (chosen?.turn ?? 0)) {
    const { layer, place } = revealed.evidence
    followed[layer] = { layer, level: place.level, policy: place.policy }
  }
  const picked: Spots = { ...chosen?.spots, ...followed }
  const wanted: Spots = { ...telling, ...picked }
  return {
    spotOf: (layers, layer) => (layers[layer].state === 'given' ? chooseSpot(layers, layer, wanted[layer]) : null),
    choose: (spot) => setChoice({ judged, turn: revealed?.turn ?? 0, spots: { ...picked, [spot.layer]: spot } }),
  }
}
