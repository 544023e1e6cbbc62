import type { Draft } from '../../draft/draft'
import type { DiagnoserInput } from './diagnoser'
import type { CleanDraft } from './draft-history'
import { createDiagnosisStore, type DiagnosisInput, type DiagnosisStore } from './diagnosis-store'
import { createFocusStore, type FocusStore } from './focus-store'
import type { Intake } from './intake'
import type { IntakeInput } from './intake-input'
import { createIntake } from './intake-store'
import type { Engine } from './engine'
import { createCaseKeeper, type CaseKeeperInput } from './keep/case-keeper'
import type * as StoredCases from './keep/stored-case'
import { createWorkerDiagnosis } from './heavy/worker-diagnosis'
import { createLookedTexts } from './looked-texts'
import { createWorkLog, type WorkLog } from './work-log'

/** What the workbench needs of the page around it. */
export interface WorkbenchInput
  extends
    Omit<IntakeInput, 'work' | 'onAddressed' | 'engine' | 'memo' | 'looked'>,
    Pick<DiagnosisInput, 'loadReference' | 'later' | 'whenSlow'>,
    Pick<DiagnoserInput, 'loadDocumentMistake'> {
  readonly engine: IntakeInput['engine'] & { readonly subscribe: (listener: () => void) => () => void }
  readonly address: IntakeInput['address'] & {
    /** Does the address stand for a case? */
    readonly holdsCase: () => boolean
    /** The query and the fragment. */
    readonly text: () => string
    readonly subscribe: (listener: () => void) => () => void
  }
  readonly storage: CaseKeeperInput['storage']
  /** Runs a task when the hand rests. */
  readonly soon: CaseKeeperInput['soon']
  /** Do the policies stand beside the diagnosis? */
  readonly isBeside: () => boolean
}

/** Everything behind the workbench, outside of React: the work, what follows from it, and what is looked at. */
export interface WorkbenchStore {
  readonly work: WorkLog
  readonly diagnosis: DiagnosisStore
  readonly focus: FocusStore
  readonly intake: Intake
  /** Keeps the case now, as when the page is about to go. */
  readonly keepNow: () => void
}

/** What an engine makes, made once when it is first asked for; null while there is no engine. */
function madeBy<Made>(engine: () => Engine | null, make: (engine: Engine) => Made): () => Made | null {
  let made: { readonly by: Engine; readonly it: Made } | null = null
  return () => {
    const now = engine()
    if (now === null) return null
    if (made?.by !== now) made = { by: now, it: make(now) }
    return made.it
  }
}

/** Puts the stores of the workbench together. It lives as long as the page. */
export function createWorkbench(input: WorkbenchInput): WorkbenchStore {
  const { engine, address, later, whenSlow, loadReference, loadDocumentMistake, isBeside } = input
  const looked = createLookedTexts()
  const cleaner = madeBy(engine.now, ({ withoutCredentials }): CleanDraft => {
    return (next, before) => withoutCredentials(next, before, looked.isClean)
  })
  const work = createWorkLog(cleaner)
  // Before anything else has what the second stage brings.
  engine.subscribe(work.clean)
  const draft = (): Draft => work.get().history.draft
  const focus = createFocusStore(isBeside)
  const diagnoser = madeBy(engine.now, ({ createDiagnoser, LOAD_SITUATIONS }) =>
    createDiagnoser({ loadSituations: LOAD_SITUATIONS, loadDocumentMistake, onSettled: () => diagnosis.refresh() }),
  )
  const memo = () => diagnoser()?.memo ?? null
  const diagnosis = createDiagnosisStore({
    draft,
    diagnoser,
    loadReference,
    later,
    whenSlow,
    far: createWorkerDiagnosis(engine.now, memo, input.startWorker),
  })

  // The draft that the address stands for; null while that is not known yet.
  let addressed: Draft | null = null
  const intake = createIntake({
    ...input,
    looked,
    memo,
    work: {
      ...work,
      begin: () => {
        focus.noteArrival()
        return work.begin()
      },
    },
    onAddressed: (known) => {
      addressed = known
    },
  })

  let writer: ReturnType<typeof StoredCases.createCaseWriter> | null = null
  const loadStored = async () => {
    const loaded = await (await engine.load()).loadStoredCases()
    writer ??= loaded.createCaseWriter(looked.keptOf)
    return loaded
  }
  const keeper = createCaseKeeper({
    work,
    storage: input.storage,
    takeText: intake.takeText,
    soon: input.soon,
    write: (now) => writer?.(now) ?? null,
    read: async (stored) => (await loadStored()).readStoredCase(stored),
    address: () => (address.holdsCase() ? address.text() : ''),
  })
  // Before anything else that comes: an address that brings another case stands above what was here.
  void intake.bring(keeper.restore)

  let judged = draft()
  let arrived = work.get().arrival
  work.subscribe(() => {
    // The address never holds the link of what is no longer shown; what it brings may still be on its way.
    const isOther = addressed !== null && draft() !== addressed && !work.isWaiting()
    if (isOther && address.page() === 'workbench' && address.holdsCase()) address.clear()
    if (draft() === judged && work.get().arrival === arrived) return
    if (draft().chosen !== judged.chosen) focus.noteArrival()
    judged = draft()
    diagnosis.refresh()
  })
  // Who puts a link into the address puts that of the draft there.
  address.subscribe(() => {
    addressed = draft()
  })
  engine.subscribe(diagnosis.refresh)
  // What came before is kept as soon as it can be.
  engine.subscribe(() => void loadStored().then(keeper.keepNow, () => undefined))
  diagnosis.subscribe(() => {
    const { arrival } = work.get()
    const now = diagnosis.get()
    if (arrival === arrived || now.draft !== draft() || now.explanation === null) return
    arrived = arrival
    focus.turnTo(arrival, now)
  })
  const forget = () => {
    address.clear()
    keeper.forget()
    focus.forget()
    memo()?.forget()
    looked.forget()
  }
  return { work, diagnosis, focus, intake: { ...intake, forget }, keepNow: keeper.keepNow }
}
