import { useDeferredValue, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { browserWorkbench } from './browser-workbench'
import { DialogsContext, type DialogName } from './dialogs'
import { IntakeContext, type IntakeHold } from './intake'
import type { WorkbenchStore } from './workbench-store'
import {
  DiagnosisContext,
  DraftContext,
  FocusContext,
  JudgingContext,
  type DraftHold,
  type Focus,
  type Judging,
} from './workbench'

/** What parts of the page ask and do, as what never changes: each of them listens to what it draws, and to no more. */
const holdsOf = ({ work, intake, diagnosis }: WorkbenchStore) => ({
  draft: {
    get: () => work.get().history.draft,
    subscribe: work.subscribe,
    dispatch: work.dispatch,
    edit: (edit, group) => work.dispatch({ kind: 'edit', edit, ...(group === undefined ? {} : { group }) }),
    canUndo: () => work.get().history.past.length > 0,
    canRedo: () => work.get().history.future.length > 0,
  } satisfies DraftHold,
  intake: { intake, work } satisfies IntakeHold,
  judging: {
    now: diagnosis.settle,
    stop: diagnosis.stop,
    again: diagnosis.refresh,
    ofCheck: diagnosis.ofCheck,
  } satisfies Judging,
})

/** Gives the page the workbench, which lives outside of React. */
export function WorkbenchProvider({ children }: { readonly children: ReactNode }) {
  const [{ diagnosis, focus }] = useState(browserWorkbench)
  const [holds] = useState(() => holdsOf(browserWorkbench()))
  // What follows from the draft gives way to the next key.
  const diagnosed = useDeferredValue(useSyncExternalStore(diagnosis.subscribe, diagnosis.get))
  const look = useSyncExternalStore(focus.subscribe, focus.get)
  const looked = useMemo<Focus>(
    () => ({ ...look, showLayer: focus.showLayer, reveal: focus.reveal, showStep: focus.showStep }),
    [look, focus],
  )
  const [dialog, show] = useState<DialogName | null>(null)
  const dialogs = useMemo(() => ({ open: dialog, show }), [dialog])

  return (
    <DraftContext value={holds.draft}>
      <DiagnosisContext value={diagnosed}>
        <FocusContext value={looked}>
          <DialogsContext value={dialogs}>
            <IntakeContext value={holds.intake}>
              <JudgingContext value={holds.judging}>{children}</JudgingContext>
            </IntakeContext>
          </DialogsContext>
        </FocusContext>
      </DiagnosisContext>
    </DraftContext>
  )
}
