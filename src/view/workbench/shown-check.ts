import { createContext, use } from 'react'
import type { Decision, Evaluation } from '../../evaluation/evaluation'
import type { Diagnosis } from './diagnose'
import type { DraftHold } from './workbench'

/** One check of the call: the request itself first, then those that the user added. */
export interface CallCheck {
  readonly action: string
  /** As the user has it, also while it is not whole. */
  readonly resource: string
  readonly evaluation: Evaluation
  /** As the page says it: what AWS says can settle what the policies leave open. Null: not whole, so nothing is judged. */
  readonly decision: Decision | null
  /** What it comes to: where only the denying policy is open, the check is denied all the same. */
  readonly outcome: CallOutcome
}

/** What a check, or the whole call, comes to. */
export type CallOutcome = 'allowed' | 'denied' | 'depends'

/** The checks of the call, and the one that the page looks at. */
export interface ShownCheck {
  /** Empty while there is nothing to judge. */
  readonly checks: readonly CallCheck[]
  /** The worst of all checks. */
  readonly outcome: CallOutcome
  /** Index into `checks`. */
  readonly shown: number
  readonly show: (check: number) => void
  /** The draft and the diagnosis of the whole, as they are outside of `OfShownCheck`. */
  readonly whole: { readonly hold: DraftHold; readonly diagnosis: Diagnosis }
  /** The draft and the diagnosis as the shown check sees them: its own policy in the place of the resource's. */
  readonly seen: { readonly hold: DraftHold; readonly diagnosis: Diagnosis }
}

export const ShownCheckContext = createContext<ShownCheck | null>(null)

/** The checks of the call; null where a diagnosis stands outside of the workbench. */
export function useShownCheck(): ShownCheck | null {
  return use(ShownCheckContext)
}
