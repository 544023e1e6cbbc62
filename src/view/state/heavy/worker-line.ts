import type { HeavyAnswer, HeavyKind, HeavyRequest, HeavyWork } from './heavy-messages'

/** A worker, as a line sees it. */
export interface LineWorker {
  readonly ask: (request: HeavyRequest) => void
  /** Ends it, whatever it is doing. */
  readonly end: () => void
  /** Lets it go while it does nothing: another may take it. */
  readonly rest: () => void
}

/** Starts a worker, or throws. `onFailure`: it does not load, or broke. */
export type StartWorker = (onAnswer: (answer: HeavyAnswer) => void, onFailure: () => void) => LineWorker

/** Thrown where no worker starts, or one fails at its work: then it is done in the page. */
export class WorkerFailedError extends Error {}

/** One worker that does one thing at a time, and only ever the newest. */
export interface WorkerLine<Kind extends HeavyKind> {
  /** Null: it was stopped, or something newer was asked since. Rejects with `WorkerFailedError`. */
  readonly ask: (ask: HeavyWork[Kind]['ask']) => Promise<HeavyWork[Kind]['answer'] | null>
  /** Stops what is being done, at once. */
  readonly stop: () => void
  /** Lets its worker go, if it does nothing. */
  readonly rest: () => void
}

/** A worker for one kind of work; it starts when it is first needed, and again after it was stopped. */
export function createWorkerLine<Kind extends HeavyKind>(kind: Kind, start: StartWorker): WorkerLine<Kind> {
  let worker: LineWorker | null = null
  /** Ends what is being done; null while nothing is. */
  let settle: ((answer: HeavyAnswer | 'failed') => void) | null = null

  const dismiss = (answer: HeavyAnswer | 'failed') => {
    worker?.end()
    worker = null
    settle?.(answer)
  }
  const stop = () => {
    if (settle !== null) dismiss(null)
  }
  const hire = () => {
    // What a worker said before it was ended may still arrive: it is none of the next one's answers.
    const isOurs = () => worker === hired
    const hired = start(
      (answer) => isOurs() && settle?.(answer ?? 'failed'),
      () => isOurs() && dismiss('failed'),
    )
    return hired
  }

  const rest = () => {
    if (settle !== null) return
    worker?.rest()
    worker = null
  }

  return {
    stop,
    rest,
    ask(ask) {
      stop()
      return new Promise((resolve, reject) => {
        settle = (answer) => {
          settle = null
          if (answer === 'failed') reject(new WorkerFailedError())
          else resolve(answer as HeavyWork[Kind]['answer'] | null)
        }
        try {
          worker ??= hire()
          worker.ask({ kind, ask } as HeavyRequest)
        } catch {
          dismiss('failed')
        }
      })
    },
  }
}

/** Starts workers, those first that rest: starting one takes longer than most of its work. */
export function createWorkerPool(start: StartWorker): StartWorker {
  interface Pooled {
    readonly worker: LineWorker
    onAnswer: (answer: HeavyAnswer) => void
    onFailure: () => void
  }
  const resting: Pooled[] = []
  const nothing = () => undefined

  const hire = (): Pooled => {
    const hired: Pooled = {
      worker: start(
        (answer) => hired.onAnswer(answer),
        () => {
          const at = resting.indexOf(hired)
          if (at >= 0) resting.splice(at, 1)
          hired.onFailure()
        },
      ),
      onAnswer: nothing,
      onFailure: nothing,
    }
    return hired
  }

  return (onAnswer, onFailure) => {
    const taken = resting.pop() ?? hire()
    taken.onAnswer = onAnswer
    taken.onFailure = onFailure
    return {
      ...taken.worker,
      rest() {
        taken.onAnswer = nothing
        taken.onFailure = nothing
        resting.push(taken)
      },
    }
  }
}
