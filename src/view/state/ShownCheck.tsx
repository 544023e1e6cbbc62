import { serviceOfAction } from '../../iam/action'
import { useMemo, useState, type ReactNode } from 'react'
import type { Draft } from '../../draft/draft'
import { draftOfCheck, editOfCheck } from '../../draft/checks/edit-checks'
import type { CallCheck } from '../../diagnosis/call-checks'
import type { Diagnosis } from '../../diagnosis/diagnosis'
import type { PageDiagnosis } from './page-diagnosis'
import { useEngine } from './engine'
import { ShownCheckContext, useShownCheck, type ShownCheck } from './shown-check'
import { useLoadedReference } from './use-loaded-reference'
import { DiagnosisContext, DraftContext, useDiagnosis, useDraftHold, useJudging, type DraftHold } from './workbench'

const NO_CHECKS: readonly CallCheck[] = []

function requestName({ built }: Diagnosis): string {
  if (built === null) return ''
  const { principal, action, resource } = built.accessCase.request
  return JSON.stringify([principal, action, resource])
}

/** The draft as a further check sees it; `at` counts them from 0. */
function holdOfCheck(hold: DraftHold, at: number): DraftHold {
  let last: { readonly of: Draft; readonly seen: Draft } | null = null
  return {
    ...hold,
    get: () => {
      const draft = hold.get()
      if (last?.of !== draft) last = { of: draft, seen: draftOfCheck(draft, at) }
      return last.seen
    },
    edit: (change, group) => hold.edit((draft) => editOfCheck(draft, at, change), group),
  }
}

/** Judges the further checks of the call, and holds which check the page looks at: the worst, or the one that was chosen. */
export function ShownCheckProvider({ children }: { readonly children: ReactNode }) {
  const hold = useDraftHold()
  const diagnosis = useDiagnosis()
  const engine = useEngine()
  const { ofCheck } = useJudging()
  const { linked } = diagnosis
  const checks = useMemo(() => engine?.callChecks(diagnosis) ?? NO_CHECKS, [diagnosis, engine])
  const [chosen, choose] = useState<{ readonly check: number; readonly request: string } | null>(null)
  const request = requestName(diagnosis)
  const worst = engine?.worstOf(checks) ?? 0
  // A choice holds for the request that it was made for.
  const wanted = chosen?.request === request ? chosen.check : worst
  const shown = wanted < checks.length ? wanted : 0

  const judged = shown > 0 && checks[shown]?.decision !== null ? linked[shown] : undefined
  const reference = useLoadedReference(judged ? serviceOfAction(checks[shown]?.action ?? '') : '')
  const seenDiagnosis = useMemo(
    (): PageDiagnosis => (judged === undefined ? diagnosis : { ...diagnosis, ...ofCheck(diagnosis, shown, reference) }),
    [ofCheck, judged, diagnosis, shown, reference],
  )
  const isSeen = judged !== undefined
  const seenHold = useMemo(() => (isSeen ? holdOfCheck(hold, shown - 1) : hold), [hold, isSeen, shown])
  const value = useMemo(
    (): ShownCheck => ({
      checks,
      outcome: checks[worst]?.outcome ?? 'depends',
      shown,
      show: (check) => choose({ check, request }),
      whole: { hold, diagnosis },
      seen: { hold: seenHold, diagnosis: seenDiagnosis },
    }),
    [checks, worst, shown, request, hold, diagnosis, seenHold, seenDiagnosis],
  )
  return <ShownCheckContext value={value}>{children}</ShownCheckContext>
}

/** A part of the page that looks at one check of the call: it sees and changes the draft as that check does. */
export function CheckScope({ children }: { readonly children: ReactNode }) {
  const check = useShownCheck()
  if (check === null) return children
  const { hold, diagnosis } = check.seen
  return (
    <DraftContext value={hold}>
      <DiagnosisContext value={diagnosis}>{children}</DiagnosisContext>
    </DraftContext>
  )
}
