import type { Diagnosis } from '../../../../diagnosis/diagnosis'
import { useShownCheck } from '../../../state/shown-check'

/** AWS denied, and nothing that is given here does: the message may be silent on the permission that was missing. */
export function isPuzzling({ built, evaluation }: Diagnosis): boolean {
  // Where AWS names the layer, it speaks of the action in its message, and of no other.
  if (!built?.denial || evaluation === null || built.denial.layer !== 'unknown') return false
  if (evaluation.decision === 'allowed') return true
  const identity = evaluation.layers.find(({ layer }) => layer === 'identity')
  return evaluation.decision === 'depends' && evaluation.blocking.length === 0 && identity?.status === 'allows'
}

/** How many checks this call has, and whether the cause can be one that is not among them yet. */
export function useCallChecks(): { readonly count: number; readonly isPuzzle: boolean } {
  const call = useShownCheck()
  const count = call?.checks.length ?? 0
  return { count, isPuzzle: call !== null && count === 1 && isPuzzling(call.whole.diagnosis) }
}
