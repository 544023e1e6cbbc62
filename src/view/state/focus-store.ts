import { gateSteps } from '../shared/gate-steps'
import { tabOfEvaluated } from '../shared/policy-tabs'
import type { Diagnosis } from '../../diagnosis/diagnosis'
import type { Arrival } from './work'
import type { Focus } from './workbench'
import type { CaseLayer } from '../../iam/layers'
import { createListeners } from '../ui/listeners'

/** What the panes look at. */
export type Look = Pick<Focus, 'layer' | 'revealed' | 'step' | 'isLayerChosen'>

/** Keeps what the panes look at together. */
export interface FocusStore extends Pick<Focus, 'showLayer' | 'reveal' | 'showStep'> {
  readonly get: () => Look
  readonly subscribe: (listener: () => void) => () => void
  /** Something comes in, and is not judged yet. */
  readonly noteArrival: () => void
  /** Turns to what came in, once it is judged; a layer that was chosen meanwhile stays. */
  readonly turnTo: (arrival: Arrival, diagnosis: Diagnosis) => void
  /** Looks where an empty page does. */
  readonly forget: () => void
}

const NOWHERE: Look = { layer: 'identity', revealed: null, step: null, isLayerChosen: false }

/** The layer that the answer names, however it is known, else the one that AWS names, whose policies are wanted then. */
function layerToLookAt({ explanation, built }: Diagnosis): CaseLayer | null {
  const named = explanation?.answer.layer ?? 'none'
  if (named !== 'none') return tabOfEvaluated(named).layer
  const claimed = built?.denial?.layer ?? 'unknown'
  return claimed === 'unknown' ? null : tabOfEvaluated(claimed).layer
}

/** `isBeside`: do the policies stand beside the diagnosis, so that a step may show its place there? */
export function createFocusStore(isBeside: () => boolean): FocusStore {
  let look = NOWHERE
  let turns = 0
  let isChosen = false
  const listeners = createListeners()
  const change = (next: Partial<Look>) => {
    const changed = { ...look, ...next }
    const keys = ['layer', 'revealed', 'step', 'isLayerChosen'] as const
    if (keys.every((key) => changed[key] === look[key])) return
    look = changed
    listeners.tell()
  }
  const showLayer: FocusStore['showLayer'] = (layer) => {
    isChosen = true
    change({ layer, isLayerChosen: true })
  }
  const reveal: FocusStore['reveal'] = (evidence) => {
    isChosen = true
    turns += 1
    change({ layer: evidence.layer, revealed: { evidence, turn: turns }, isLayerChosen: true })
  }
  const showStep: FocusStore['showStep'] = (step, evidence) => {
    change({ step })
    if (evidence && isBeside()) reveal(evidence)
  }
  return {
    get: () => look,
    subscribe: listeners.subscribe,
    showLayer,
    reveal,
    showStep,
    noteArrival() {
      isChosen = false
    },
    turnTo({ layer, step }, diagnosis) {
      if (!isChosen)
        change({ layer: layer ?? layerToLookAt(diagnosis) ?? look.layer, revealed: null, isLayerChosen: false })
      if (step === undefined) return
      const at = (step ?? 0) - 1
      const gate = diagnosis.explanation === null ? undefined : gateSteps(diagnosis.explanation.diagram)[at]
      showStep(gate ? at : null, gate?.evidence)
    },
    forget() {
      isChosen = false
      change(NOWHERE)
    },
  }
}
