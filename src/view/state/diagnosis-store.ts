import type { Draft } from '../../draft/draft'
import type { Reference } from '../../reference/reference'
import { undiagnosed, type Diagnoser, type Diagnosis } from './diagnosis'

/** What the diagnosis is made from and with. */
export interface DiagnosisInput {
  readonly draft: () => Draft
  /** Null until it is loaded. */
  readonly diagnoser: () => Diagnoser | null
  /** The reference with one service; never rejects. */
  readonly loadReference: (service: string) => Promise<Reference | undefined>
  /** Runs a task a little later, when what is typed stands on the page. */
  readonly later: (task: () => void) => void
}

/** The diagnosis of the newest draft, a moment behind it. */
export interface DiagnosisStore {
  readonly get: () => Diagnosis
  readonly subscribe: (listener: () => void) => () => void
  /** The draft or the diagnoser is another one: it is judged soon, once for all changes until then. */
  readonly refresh: () => void
}

/** The prefix of the service that the request asks. */
const serviceOf = ({ built }: Diagnosis): string => built?.accessCase.request.action.split(':')[0]?.toLowerCase() ?? ''

/** Keeps the diagnosis of a draft. The reference comes behind the first verdict, which never waits for it. */
export function createDiagnosisStore({ draft, diagnoser, loadReference, later }: DiagnosisInput): DiagnosisStore {
  let diagnosis = undiagnosed(draft())
  let isDue = false
  let known: { readonly service: string; readonly reference: Reference | undefined } = {
    service: '',
    reference: undefined,
  }
  const listeners = new Set<() => void>()

  const judge = () => {
    isDue = false
    const now = draft()
    const judgeDraft = diagnoser()
    diagnosis = judgeDraft === null ? undiagnosed(now) : judgeDraft(now, known.reference)
    for (const listener of listeners) listener()
    wantReference(serviceOf(diagnosis))
  }

  const refresh = () => {
    if (isDue) return
    isDue = true
    later(judge)
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
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh,
  }
}
