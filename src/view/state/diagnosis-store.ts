import { serviceOfAction } from '../../iam/action'
import type { Draft } from '../../draft/draft'
import { ALL_SERVICES } from '../../reference/all-services'
import type { Reference } from '../../reference/reference'
import { operationAlone } from '../../diagnosis/operation-alone'
import { undiagnosed, type Diagnosis } from '../../diagnosis/diagnosis'
import type { PageDiagnosis } from './page-diagnosis'
import { createListeners } from '../ui/listeners'

/** Diagnoses drafts one after the other. */
export interface Diagnoser {
  /** Null: something that the answer stands on is on its way, and it is asked for again when that is here. */
  readonly judge: (draft: Draft, reference: Reference | undefined) => Diagnosis | null
  /** Takes over what was diagnosed elsewhere: what is as it was stays the same object. */
  readonly keep: (done: Diagnosis) => Diagnosis
  /** Fetches what the page needs beside a diagnosis that was made elsewhere; never rejects. */
  readonly whole: () => Promise<void>
  /** The diagnosis as one of the checks of the call sees it. */
  readonly ofCheck: (diagnosis: Diagnosis, at: number, reference: Reference | undefined) => Diagnosis
}

/** What the diagnosis is made from and with. */
export interface DiagnosisInput {
  readonly draft: () => Draft
  /** Null until it is loaded. */
  readonly diagnoser: () => Diagnoser | null
  /** The reference with one service; never rejects. */
  readonly loadReference: (service: string) => Promise<Reference | undefined>
  /** Runs a task a little later, when what is typed stands on the page. */
  readonly later: (task: () => void) => void
  /** Judges in a worker what could hold up the page. */
  readonly far: WorkerDiagnosis
  /** Runs a task when an answer has been waited for noticeably long. */
  readonly whenSlow: (task: () => void) => void
}

/** A judge outside of the page, for large drafts. */
export interface WorkerDiagnosis {
  readonly isFor: (draft: Draft) => boolean
  /** Null: it was stopped, or asked for a newer draft since. Rejects where it cannot be done there. */
  readonly judge: (draft: Draft, known: KnownService) => Promise<Diagnosis | null>
  readonly stop: () => void
}

/** A service, and the reference as far as it is read for it. */
export interface KnownService {
  readonly service: string
  readonly reference: Reference | undefined
}

/** The diagnosis of the newest draft, a moment behind it. */
export interface DiagnosisStore {
  readonly get: () => PageDiagnosis
  readonly subscribe: (listener: () => void) => () => void
  /** The draft or the diagnoser is another one: it is judged soon, once for all changes until then. */
  readonly refresh: () => void
  /** Judges at once what is due and short: for who shows already what was typed. */
  readonly settle: () => void
  /** Stops judging what takes long. */
  readonly stop: () => void
  /** See `Diagnoser.ofCheck`. */
  readonly ofCheck: Diagnoser['ofCheck']
}

/** The prefix of the service that the request asks; all of them where only the name of an operation is told. */
function serviceOf({ built }: Diagnosis): string {
  const { accessCase, denial } = built ?? {}
  const isNameless = denial !== undefined && denial !== null && operationAlone(denial) !== null
  return serviceOfAction(accessCase?.request.action ?? '') || (isNameless ? ALL_SERVICES : '')
}

/** Keeps the diagnosis of a draft. The reference comes behind the first verdict, which never waits for it. */
export function createDiagnosisStore(input: DiagnosisInput): DiagnosisStore {
  const { draft, diagnoser, loadReference, later, far, whenSlow } = input
  let diagnosis: PageDiagnosis = { ...undiagnosed(draft()), progress: 'done' }
  let isDue = false
  let known: KnownService = { service: '', reference: undefined }
  let turn = 0
  const listeners = createListeners()

  const publish = (next: Diagnosis, progress: PageDiagnosis['progress'] = 'done') => {
    diagnosis = { ...next, progress }
    listeners.tell()
    if (progress !== 'pending') wantReference(serviceOf(next))
  }

  /** No answer to another draft stands beside this one for long. Gives who ends the waiting, once, unless another turn came. */
  const waitFor = (now: Draft) => {
    const mine = turn
    let isWaiting = true
    whenSlow(() => {
      const isAnswered = diagnosis.draft === now && diagnosis.explanation !== null
      if (turn === mine && isWaiting && !isAnswered) publish(undiagnosed(now), 'pending')
    })
    return (next: () => void) => {
      if (turn !== mine) return
      isWaiting = false
      next()
    }
  }

  const judgeHere = (now: Draft, { judge }: Diagnoser) => {
    const done = judge(now, known.reference)
    if (done === null) waitFor(now)
    else publish(done)
  }

  const judgeFar = (now: Draft, here: Diagnoser) => {
    const tell = waitFor(now)
    Promise.all([far.judge(now, known), here.whole()]).then(
      ([done]) => tell(() => (done === null ? publish(undiagnosed(now), 'stopped') : publish(here.keep(done)))),
      () => tell(() => judgeHere(now, here)),
    )
  }

  const judge = () => {
    isDue = false
    turn += 1
    const now = draft()
    const here = diagnoser()
    if (here !== null && far.isFor(now)) return judgeFar(now, here)
    far.stop()
    if (here === null) publish(undiagnosed(now))
    else judgeHere(now, here)
  }

  const refresh = () => {
    if (isDue) return
    isDue = true
    later(() => {
      if (isDue) judge()
    })
  }

  const settle = () => {
    if (isDue && diagnoser() !== null && !far.isFor(draft())) judge()
  }

  const wantReference = (service: string) => {
    if (service === '' || service === known.service) return
    // What was read before stays: it only ever grows.
    known = { service, reference: known.reference }
    void loadReference(service).then((reference) => {
      if (known.service !== service || reference === undefined) return
      known = { service, reference }
      refresh()
    })
  }

  return {
    get: () => diagnosis,
    subscribe: listeners.subscribe,
    refresh,
    settle,
    stop: far.stop,
    ofCheck: (seen, at, reference) => diagnoser()?.ofCheck(seen, at, reference) ?? seen,
  }
}
