import { useCallback, useDeferredValue, useMemo, useReducer, useState, type ReactNode } from 'react'
import type { PolicyLayer } from '../../case/access-case'
import type { Evidence } from '../../explanation/explanation'
import { useEngine } from './engine'
import { stepsOf } from '../shared/gate-steps'
import { EMPTY_HISTORY, reduceHistory } from './draft-history'
import { tabOfEvaluated } from '../shared/policy-tabs'
import type { Diagnosis } from './diagnose'
import { DialogsContext, type DialogName } from './dialogs'
import { IntakeContext } from './intake'
import { useLoadedReference } from './use-loaded-reference'
import { useIntakeState, type Arrived } from './use-intake-state'
import { DiagnosisContext, DraftContext, FocusContext, type DraftHold, type Focus } from './workbench'

const NOTHING_YET = { reading: null, built: null, evaluation: null, explanation: null, situation: null, failed: null }

/** From this width on, the policies stand beside the diagnosis. */
const BESIDE = '(min-width: 56.25rem)'

/** The layer that the verdict names, else the one that AWS names, whose policies are wanted then. */
function layerToLookAt({ explanation, built }: Diagnosis): PolicyLayer | null {
  const decisive = explanation?.verdict.layer ?? 'none'
  if (decisive !== 'none') return tabOfEvaluated(decisive).layer
  const claimed = built?.denial?.layer ?? 'unknown'
  return claimed === 'unknown' ? null : tabOfEvaluated(claimed).layer
}

/** The prefix of the service that the request asks. */
const serviceOf = ({ built }: Diagnosis): string => built?.accessCase.request.action.split(':')[0]?.toLowerCase() ?? ''

/** Holds the draft and gives the panes everything that follows from it. */
export function WorkbenchProvider({ children }: { readonly children: ReactNode }) {
  const [history, dispatch] = useReducer(reduceHistory, EMPTY_HISTORY)
  const { draft } = history
  const canUndo = history.past.length > 0
  const canRedo = history.future.length > 0

  const edit = useCallback<DraftHold['edit']>(
    (change, group) => dispatch({ kind: 'edit', edit: change, ...(group === undefined ? {} : { group }) }),
    [],
  )
  const hold = useMemo<DraftHold>(() => ({ draft, dispatch, edit, canUndo, canRedo }), [draft, edit, canUndo, canRedo])

  const settled = useDeferredValue(draft)
  const engine = useEngine()
  const [service, setService] = useState('')
  const reference = useLoadedReference(service)
  const diagnosis = useMemo<Diagnosis>(
    () => engine?.diagnose(settled, reference) ?? { ...NOTHING_YET, draft: settled },
    [engine, settled, reference],
  )
  const asked = serviceOf(diagnosis)
  if (asked !== service) setService(asked)

  const [layer, showLayer] = useState<PolicyLayer>('identity')
  const [revealed, setRevealed] = useState<Focus['revealed']>(null)
  const reveal = useCallback((evidence: Evidence) => {
    showLayer(evidence.layer)
    setRevealed((before) => ({ evidence, turn: (before?.turn ?? 0) + 1 }))
  }, [])
  const [step, setStep] = useState<number | null>(null)
  const showStep = useCallback<Focus['showStep']>(
    (to, evidence) => {
      setStep(to)
      if (evidence && window.matchMedia(BESIDE).matches) reveal(evidence)
    },
    [reveal],
  )
  const focus = useMemo<Focus>(
    () => ({ layer, showLayer, revealed, reveal, step, showStep }),
    [layer, revealed, reveal, step, showStep],
  )
  const [dialog, show] = useState<DialogName | null>(null)
  const dialogs = useMemo(() => ({ open: dialog, show }), [dialog])
  const [arrival, setArrival] = useState<{ readonly turn: number; readonly what: Arrived }>({
    turn: 0,
    what: { layer: null },
  })
  const [seen, setSeen] = useState(0)
  const arrive = useCallback((what: Arrived) => setArrival(({ turn }) => ({ turn: turn + 1, what })), [])
  if (arrival.turn !== seen && diagnosis.draft === draft && diagnosis.explanation !== null) {
    const { what } = arrival
    setSeen(arrival.turn)
    showLayer(what.layer ?? layerToLookAt(diagnosis) ?? layer)
    if (what.step !== undefined) {
      const at = (what.step ?? 0) - 1
      const gate = stepsOf(diagnosis.explanation.diagram)[at]
      showStep(gate ? at : null, gate?.evidence)
    }
  }
  const intake = useIntakeState(draft, dispatch, arrive)

  return (
    <DraftContext value={hold}>
      <DiagnosisContext value={diagnosis}>
        <FocusContext value={focus}>
          <DialogsContext value={dialogs}>
            <IntakeContext value={intake}>{children}</IntakeContext>
          </DialogsContext>
        </FocusContext>
      </DiagnosisContext>
    </DraftContext>
  )
}
