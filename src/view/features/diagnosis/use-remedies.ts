import { useEffect, useMemo, useState } from 'react'
import type { Draft } from '../../../draft/draft'
import type { RepairInput, ScopedRemedy, Treatment } from '../../../explanation/fixes/remedies'
import type { JudgedCase } from '../../../explanation/judged-case'
import { engineNow } from '../../state/engine'
import { LONGEST_HERE } from '../../state/heavy/heavy-messages'
import { startHeavyWorker } from '../../state/heavy/start-worker'
import { createWorkerLine } from '../../state/heavy/worker-line'
import { useDebounced } from '../../ui/use-debounced'
import type * as remediesModule from './remedy-parts'
import type * as triedModule from './tried-parts'

type Module = typeof remediesModule & typeof triedModule

async function load(): Promise<Module> {
  const [remedies, tried] = await Promise.all([import('./remedy-parts'), import('./tried-parts')])
  return { ...remedies, ...tried }
}

/** Fixes and next steps of a case, and the parts of the page that show them. */
export interface Remedies
  extends
    ScopedRemedy,
    Pick<
      Module,
      | 'CombinedFixes'
      | 'FixList'
      | 'NextStepList'
      | 'OwnerMessageCard'
      | 'TriedActions'
      | 'TriedChange'
      | 'FixTab'
      | 'triedChanges'
      | 'wordsOfBlank'
      | 'besideQuestion'
      | 'shownFirst'
    > {
  /** What they are of. */
  readonly judged: JudgedCase
  /** The scope that is chosen, counted from 0. */
  readonly scope: number
  readonly chooseScope: (scope: number) => void
}

/** Fixes and next steps, or the way to try again where their code did not come. */
export interface RemediesHold {
  /** Null while their code is on its way, or where there is nothing to judge. */
  readonly remedies: Remedies | null
  readonly retry: (() => void) | null
}

const line = createWorkerLine('remedy', startHeavyWorker)

/** What can be done about what is asked: of a large draft in a worker, and in the page where that fails. */
function useRemedy(module: Module | null, repairInput: RepairInput | null, isFar: boolean): Treated | null {
  const [far, setFar] = useState<Treated | null>(null)
  useEffect(() => {
    if (module === null || repairInput === null || !isFar) return
    line.ask(repairInput).then(
      (treatment) => treatment && setFar({ repairInput, treatment }),
      () => setFar({ repairInput, treatment: module.explainTreatment(repairInput) }),
    )
    return line.stop
  }, [module, repairInput, isFar])
  const near = useMemo(
    () =>
      module === null || repairInput === null || isFar
        ? null
        : { repairInput, treatment: module.explainTreatment(repairInput) },
    [module, repairInput, isFar],
  )
  return isFar ? (far?.repairInput === repairInput ? far : null) : near
}

interface Treated {
  readonly repairInput: RepairInput
  readonly treatment: Treatment
}

/** Do two of these ask the same? What repairs another request is not shown beside this one, nor applied to it. */
function asksTheSame(one: RepairInput, other: RepairInput | null): boolean {
  const [asked, now] = [one, other].map((repairInput) => repairInput?.judged.accessCase.request)
  return (['principal', 'action', 'resource'] as const).every((part) => asked?.[part] === now?.[part])
}

/** The remedies of what ails a draft. `isTogether`: whether the reader looks at all denials of the paste, or at one. */
export function useRemedies(repairInput: RepairInput | null, draft: Draft, isTogether: boolean | null): RemediesHold {
  const [module, setModule] = useState<Module | null>(null)
  const [failures, setFailures] = useState(0)
  const [tries, setTries] = useState(0)
  const isWanted = repairInput !== null
  useEffect(() => {
    if (!isWanted) return
    let isHere = true
    load().then(
      (loaded) => isHere && setModule(loaded),
      () => isHere && setFailures(tries + 1),
    )
    return () => {
      isHere = false
    }
  }, [isWanted, tries])
  const current = useMemo(() => (repairInput === null ? null : { repairInput, draft }), [repairInput, draft])
  const settled = useDebounced(current, current === null ? 'none' : 'one')
  const isFar = settled !== null && (engineNow()?.draftSize(settled.draft) ?? 0) > LONGEST_HERE
  const treated = useRemedy(module, settled?.repairInput ?? null, isFar)
  const done = treated !== null && asksTheSame(treated.repairInput, repairInput) ? treated : null
  // A scope is chosen for one resource.
  const [choice, setChoice] = useState<{ readonly scope: number; readonly resource: string } | null>(null)
  const resource = done?.repairInput.judged.accessCase.request.resource ?? ''
  const scope = choice?.resource === resource ? choice.scope : 0
  const remedies = useMemo(() => {
    if (module === null || done === null) return null
    const { CombinedFixes, FixList, NextStepList, OwnerMessageCard, scopeRemedy } = module
    const { FixTab, TriedActions, TriedChange, triedChanges, wordsOfBlank, besideQuestion, shownFirst } = module
    const { repairInput, treatment } = done
    const chooseScope = (next: number) => setChoice({ scope: next, resource })
    const scoped = scopeRemedy(treatment, repairInput, scope, isTogether)
    const parts = {
      CombinedFixes,
      FixList,
      NextStepList,
      OwnerMessageCard,
      TriedActions,
      TriedChange,
      triedChanges,
      wordsOfBlank,
      besideQuestion,
      shownFirst,
      FixTab,
    }
    return { ...parts, judged: repairInput.judged, ...scoped, scope, chooseScope }
  }, [module, done, scope, resource, isTogether])
  const isFailed = module === null && failures > tries
  return { remedies, retry: isFailed ? () => setTries(failures) : null }
}
