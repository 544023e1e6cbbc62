import type { Draft } from '../../draft/draft'
import { createDiagnosisStore, type DiagnosisInput, type DiagnosisStore } from './diagnosis-store'
import { createFocusStore, type FocusStore } from './focus-store'
import type { Intake } from './intake'
import { createIntake, type IntakeInput } from './intake-store'
import type { Diagnoser } from './diagnosis'
import type { Engine } from './engine'
import { createWorkLog, type WorkLog } from './work-log'

/** What the workbench needs of the page around it. */
export interface WorkbenchInput
  extends Omit<IntakeInput, 'work' | 'onAddressed' | 'engine'>, Pick<DiagnosisInput, 'loadReference' | 'later'> {
  readonly engine: IntakeInput['engine'] & { readonly subscribe: (listener: () => void) => () => void }
  readonly address: IntakeInput['address'] & {
    /** Does the address stand for a case? */
    readonly holdsCase: () => boolean
    readonly subscribe: (listener: () => void) => () => void
  }
  /** Do the policies stand beside the diagnosis? */
  readonly isBeside: () => boolean
}

/** Everything behind the workbench, outside of React: the work, what follows from it, and what is looked at. */
export interface WorkbenchStore {
  readonly work: WorkLog
  readonly diagnosis: DiagnosisStore
  readonly focus: FocusStore
  readonly intake: Omit<Intake, 'notices' | 'asked'>
}

/** One diagnoser for an engine, made when it is first asked for. */
function diagnoserOf(engine: () => Engine | null): () => Diagnoser | null {
  let made: { readonly engine: Engine; readonly diagnoser: Diagnoser } | null = null
  return () => {
    const now = engine()
    if (now === null) return null
    if (made?.engine !== now) made = { engine: now, diagnoser: now.createDiagnoser() }
    return made.diagnoser
  }
}

/** Puts the stores of the workbench together. It lives as long as the page. */
export function createWorkbench(input: WorkbenchInput): WorkbenchStore {
  const { engine, address, later, loadReference, isBeside } = input
  const work = createWorkLog()
  const draft = (): Draft => work.get().history.draft
  const focus = createFocusStore(isBeside)
  const diagnosis = createDiagnosisStore({ draft, diagnoser: diagnoserOf(engine.now), loadReference, later })

  // The draft that the address stands for; null while that is not known yet.
  let addressed: Draft | null = null
  const intake = createIntake({
    ...input,
    work,
    onAddressed: (known) => {
      addressed = known
    },
  })

  let judged = draft()
  let arrived = work.get().arrival
  work.subscribe(() => {
    // The address never holds the link of what is no longer shown.
    if (addressed !== null && draft() !== addressed && address.page() === 'workbench' && address.holdsCase())
      address.clear()
    if (draft() === judged && work.get().arrival === arrived) return
    judged = draft()
    diagnosis.refresh()
  })
  // Who puts a link into the address puts that of the draft there.
  address.subscribe(() => {
    addressed = draft()
  })
  engine.subscribe(diagnosis.refresh)
  diagnosis.subscribe(() => {
    const { arrival } = work.get()
    const now = diagnosis.get()
    if (arrival === arrived || now.draft !== draft() || now.explanation === null) return
    arrived = arrival
    focus.turnTo(arrival, now)
  })
  return { work, diagnosis, focus, intake }
}
