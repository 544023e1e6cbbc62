import { isDenial } from '../../iam/how-denied'
import type { Answer } from '../answer'
import type { Gate } from '../explanation'
import { isMissing } from '../causes/hypothetical-case'
import type { JudgedCase } from '../judged-case'
import { claimText } from '../messages/claimed-layer'
import { STATUS_TEXT } from '../messages/layers'

const isUnseen = ({ status }: Gate): boolean => status === 'notGiven' || status === 'depends'

/** Does the answer take AWS's word that this layer stopped the request, where nothing that was pasted shows it? */
const isClaimed = (gate: Gate, { basis, decision, layer }: Answer): boolean =>
  basis === 'claimed' && isDenial(decision) && layer === gate.layer && isUnseen(gate)

/** A gate as the answer tells of it: the way ends where AWS says that it ended, as the headline does. */
export function toldGate({ accessCase }: JudgedCase, answer: Answer, gate: Gate): Gate {
  if (isClaimed(gate, answer)) {
    const statusText = claimText(answer.decision)
    return { ...gate, toldAs: 'claimed', statusText, label: `${gate.label}; ${statusText}` }
  }
  // What is not given and hangs on who calls is no more than not given.
  return gate.status === 'depends' && isMissing(accessCase, gate.layer)
    ? { ...gate, toldAs: 'notGiven', statusText: STATUS_TEXT.notGiven }
    : gate
}
