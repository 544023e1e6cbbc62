import { useEffect, useMemo, useState } from 'react'
import type { Answer } from '../../../explanation/answer/answer'
import type { OwnerMessage } from '../../../explanation/answer/owner-message'
import type { ChecklistItem, Fix, NextStep } from '../../../explanation/explanation'
import type { ShellCommand } from '../../../text/shell-quote'
import type { Situation } from '../../../explanation/situation'
import { useDebounced } from '../../ui/use-debounced'
import type { PrimaryAction } from '../../../explanation/answer/primary-action'
import type * as remediesModule from './remedies'

type Module = typeof remediesModule

/** Fixes and next steps of a case, and the parts of the page that show them. */
export interface Remedies extends Pick<Module, 'FixList' | 'NextStepList'> {
  /** What they are of. */
  readonly situation: Situation
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

/** What there is to repair: a situation, and what is answered of it. */
export interface Ailment {
  readonly situation: Situation
  readonly answer: Answer
}

/** Fixes and next steps, or the way to try again where their code did not come. */
export interface RemediesHold {
  /** Null while their code is on its way, or where there is nothing to judge. */
  readonly remedies: Remedies | null
  readonly retry: (() => void) | null
}

/** The remedies of a situation. */
export function useRemedies(ailment: Ailment | null): RemediesHold {
  const [module, setModule] = useState<Module | null>(null)
  const [failures, setFailures] = useState(0)
  const [tries, setTries] = useState(0)
  const isWanted = ailment !== null
  useEffect(() => {
    if (!isWanted) return
    let isHere = true
    import('./remedies').then(
      (loaded) => isHere && setModule(loaded),
      () => isHere && setFailures(tries + 1),
    )
    return () => {
      isHere = false
    }
  }, [isWanted, tries])
  const settled = useDebounced(ailment, ailment === null ? 'none' : 'one')
  const remedies = useMemo(() => {
    if (module === null || settled === null) return null
    const { FixList, NextStepList, answerFixes, explainChecklist, explainNextSteps } = module
    const { situation, answer } = settled
    const fixes = answerFixes(situation, answer)
    const told = {
      fixes,
      message: module.ownerMessage(situation, answer, fixes),
      steps: explainNextSteps(situation),
      script: module.oneScript(situation),
    }
    const primary = module.primaryAction({ answer, ...told })
    return { FixList, NextStepList, situation, ...told, primary, checklist: explainChecklist(situation) }
  }, [module, settled])
  const isFailed = module === null && failures > tries
  return { remedies, retry: isFailed ? () => setTries(failures) : null }
}
