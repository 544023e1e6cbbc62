import type { HeavyAnswer, HeavyKind, HeavyRequest, HeavyWork } from './heavy-messages'

/** A worker, as a line sees it. */
export interface LineWorker {
  readonly ask: (request: HeavyRequest) => void
  /** Ends it, whatever it is doing. */
  readonly end: () => void
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
  const hire = () =>
    start(
      (answer) => settle?.(answer ?? 'failed'),
      () => dismiss('failed'),
    )

  return {
    stop,
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
