import { useDeferredValue, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { browserWorkbench } from './browser-workbench'
import { DialogsContext, type DialogName } from './dialogs'
import { IntakeContext, type Intake } from './intake'
import {
  DiagnosisContext,
  DraftContext,
  FocusContext,
  JudgingContext,
  type DraftHold,
  type Focus,
  type Judging,
} from './workbench'

/** Gives the page the workbench, which lives outside of React, and draws it again when it changes. */
export function WorkbenchProvider({ children }: { readonly children: ReactNode }) {
  const [{ work, diagnosis, focus, intake }] = useState(browserWorkbench)
  const { history, notices, asked } = useSyncExternalStore(work.subscribe, work.get)
  const { draft } = history
  const canUndo = history.past.length > 0
  const canRedo = history.future.length > 0
  const hold = useMemo<DraftHold>(
    () => ({
      draft,
      dispatch: work.dispatch,
      edit: (edit, group) => work.dispatch({ kind: 'edit', edit, ...(group === undefined ? {} : { group }) }),
      canUndo,
      canRedo,
    }),
    [draft, work, canUndo, canRedo],
  )
  // What follows from the draft gives way to the next key.
  const diagnosed = useDeferredValue(useSyncExternalStore(diagnosis.subscribe, diagnosis.get))
  const look = useSyncExternalStore(focus.subscribe, focus.get)
  const looked = useMemo<Focus>(
    () => ({ ...look, showLayer: focus.showLayer, reveal: focus.reveal, showStep: focus.showStep }),
    [look, focus],
  )
  const [judging] = useState<Judging>(() => ({ stop: diagnosis.stop, again: diagnosis.refresh }))
  const [dialog, show] = useState<DialogName | null>(null)
  const dialogs = useMemo(() => ({ open: dialog, show }), [dialog])
  const isWaiting = useSyncExternalStore(work.subscribe, work.isWaiting)
  const taken = useMemo<Intake>(() => ({ ...intake, notices, asked, isWaiting }), [intake, notices, asked, isWaiting])

  return (
    <DraftContext value={hold}>
      <DiagnosisContext value={diagnosed}>
        <FocusContext value={looked}>
          <DialogsContext value={dialogs}>
            <IntakeContext value={taken}>
              <JudgingContext value={judging}>{children}</JudgingContext>
            </IntakeContext>
          </DialogsContext>
        </FocusContext>
      </DiagnosisContext>
    </DraftContext>
  )
}
