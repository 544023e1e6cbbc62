import type { Answer } from './answer/answer'
import { answerFixes } from './answer/answer-fixes'
import { ownerMessage, type OwnerMessage } from './answer/owner-message'
import { primaryAction, type PrimaryAction } from './answer/primary-action'
import { explainChecklist } from './checklist'
import type { ShellCommand } from '../text/shell-quote'
import type { ChecklistItem, Fix, NextStep } from './explanation'
import type { Situation } from './situation'
import { explainNextSteps } from './steps/next-steps'
import { oneScript } from './steps/one-script'

/** What there is to repair: a situation, and what is answered of it. */
export interface Ailment {
  readonly situation: Situation
  readonly answer: Answer
}

/** What can be done about a denial. */
export interface Remedy {
  readonly fixes: readonly Fix[]
  /** What to send to whoever owns the policy in the way. */
  readonly message: OwnerMessage | null
  readonly steps: readonly NextStep[]
  /** One script in place of the steps that fetch policies. */
  readonly script: ShellCommand | null
  readonly checklist: readonly ChecklistItem[]
  /** The one thing to do first. */
  readonly primary: PrimaryAction
}

/** Fixes and next steps. Each fix is judged again, so this is worth its time only once the hand rests. */
export function explainRemedies({ situation, answer }: Ailment): Remedy {
  const fixes = answerFixes(situation, answer)
  const told = {
    fixes,
    message: ownerMessage(situation, answer, fixes),
    steps: explainNextSteps(situation),
    script: oneScript(situation),
  }
  return { ...told, primary: primaryAction({ answer, ...told }), checklist: explainChecklist(situation) }
}
