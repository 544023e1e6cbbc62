import { useEffect, useMemo, useState } from 'react'
import type { ChecklistItem, Fix, NextStep } from '../../../explanation/explanation'
import type { Situation } from '../../../explanation/situation'
import { useRested } from '../../ui/use-rested'
import type * as remediesModule from './remedies'

type Module = typeof remediesModule

/** Fixes and next steps of a case, and the parts of the page that show them. */
export interface Remedies extends Pick<Module, 'FixList' | 'NextStepList'> {
  /** What they are of. */
  readonly situation: Situation
  readonly fixes: readonly Fix[]
  readonly steps: readonly NextStep[]
  readonly checklist: readonly ChecklistItem[]
}

/** Fixes and next steps, or the way to try again where their code did not come. */
export interface RemediesHold {
  /** Null while their code is on its way, or where there is nothing to judge. */
  readonly remedies: Remedies | null
  readonly retry: (() => void) | null
}

/** The remedies of a situation. */
export function useRemedies(situation: Situation | null): RemediesHold {
  const [module, setModule] = useState<Module | null>(null)
  const [failures, setFailures] = useState(0)
  const [tries, setTries] = useState(0)
  const isWanted = situation !== null
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
  const settled = useRested(situation, situation === null ? 'none' : 'one')
  const remedies = useMemo(() => {
    if (module === null || settled === null) return null
    const { FixList, NextStepList, explainChecklist, explainFixes, explainNextSteps } = module
    return {
      FixList,
      NextStepList,
      situation: settled,
      fixes: explainFixes(settled),
      steps: explainNextSteps(settled),
      checklist: explainChecklist(settled),
    }
  }, [module, settled])
  const isFailed = module === null && failures > tries
  return { remedies, retry: isFailed ? () => setTries(failures) : null }
}
