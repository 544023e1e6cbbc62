import type { DraftLayers } from '../../draft/draft'
import type { Answer } from '../../explanation/answer'
import type { Diagram, Gate } from '../../explanation/explanation'
import { caseLayerOf } from '../../iam/layers'
import { STATUS_TEXT } from '../../explanation/messages/layers'
import type { ShownGate } from './gate-look'
import { claimWords } from './claim-words'

const isUnseen = ({ status }: Gate): boolean => status === 'notGiven' || status === 'depends'

/** Does the answer take AWS's word that this layer stopped the request, where nothing that was pasted shows it? */
const isClaimed = (gate: Gate, { basis, decision, layer }: Answer): boolean =>
  basis === 'claimed' &&
  (decision === 'explicitDeny' || decision === 'implicitDeny') &&
  layer === gate.layer &&
  isUnseen(gate)

function shownGate(gate: Gate, answer: Answer, layers: DraftLayers | null): ShownGate {
  if (isClaimed(gate, answer)) {
    const statusText = claimWords(answer)
    return { ...gate, shownAs: 'claimed', statusText, label: `${gate.label}; ${statusText}` }
  }
  // What is not given and hangs on who calls is no more than not given.
  return gate.status === 'depends' && layers?.[caseLayerOf(gate.layer)].state === 'notGiven'
    ? { ...gate, shownAs: 'notGiven', statusText: STATUS_TEXT.notGiven }
    : gate
}

/** The request's way as the page draws it: it ends where AWS says that it ended, as the headline does. */
export function shownDiagram(diagram: Diagram, answer: Answer, layers: DraftLayers | null): Diagram {
  const lanes = diagram.lanes.map((lane) => ({
    ...lane,
    gates: lane.gates.map((gate) => shownGate(gate, answer, layers)),
  }))
  const isStopped = diagram.lanes.some(({ gates }) => gates.some((gate) => isClaimed(gate, answer)))
  return { lanes, end: isStopped ? 'denied' : diagram.end }
}
