import type { CallOutcome } from '../../../../evaluation/call-outcome'
import type { CallCheck } from '../../../../diagnosis/call-checks'
import type { SignName } from '../../../shared/sign-shapes'
import type { Tone } from '../../../ui/tone'

/** The tone of each outcome. */
export const OUTCOME_TONES: Readonly<Record<CallOutcome, Tone>> = {
  allowed: 'allow',
  denied: 'deny',
  depends: 'depends',
}

/** The sign of a check. */
export function checkSign({ decision, outcome }: CallCheck): SignName {
  if (decision === null) return 'notGiven'
  if (outcome === 'allowed') return 'allows'
  if (outcome === 'depends') return 'depends'
  return decision === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny'
}
