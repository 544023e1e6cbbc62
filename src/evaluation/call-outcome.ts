import type { Decision, Evaluation } from './evaluation'

/** What a check, or the whole call, comes to. */
export type CallOutcome = 'allowed' | 'denied' | 'depends'

/** What one check of a call comes to, with what it was judged by. */
export interface JudgedCheck {
  readonly action: string
  readonly evaluation: Evaluation
  /** As the page says it: what AWS says can settle what the policies leave open. Null: not whole, so nothing is judged. */
  readonly decision: Decision | null
  /** Where only the denying policy is open, the check is denied all the same. */
  readonly outcome: CallOutcome
}

/** The answer is open, and yet every way in which it can turn out is a denial. */
const isDeniedEitherWay = ({ sufficientConditions }: Evaluation): boolean =>
  sufficientConditions.length > 0 && sufficientConditions.every(({ decision }) => decision !== 'allowed')

/** What a check comes to. */
export function outcomeOf(decision: JudgedCheck['decision'], evaluation: Evaluation): CallOutcome {
  if (decision === 'allowed') return 'allowed'
  const isOpen = decision === null || (decision === 'depends' && !isDeniedEitherWay(evaluation))
  return isOpen ? 'depends' : 'denied'
}

/** What ends a call comes first. */
const RANKS: readonly ((check: Pick<JudgedCheck, 'decision' | 'outcome'>) => boolean)[] = [
  ({ decision }) => decision === 'explicitDeny',
  ({ decision }) => decision === 'implicitDeny',
  ({ outcome }) => outcome === 'denied',
  ({ outcome }) => outcome === 'depends',
]

/** Where the call ends: the first check of the worst decision. */
export function worstOf(checks: readonly Pick<JudgedCheck, 'decision' | 'outcome'>[]): number {
  for (const isWorst of RANKS) {
    const at = checks.findIndex(isWorst)
    if (at >= 0) return at
  }
  return 0
}
