import type { HeavyAnswer, HeavyKind, HeavyRequest, HeavyWork } from './heavy-messages'

/** A worker, as a line sees it. */
export interface LineWorker {
  readonly ask: (request: HeavyRequest) => void
  /** Has it answered anybody? Then it is loaded. */
  readonly hasAnswered: () => boolean
  /** Ends it, whatever it is doing. */
  readonly end: () => void
  /** Lets it go while it does nothing: another may take it. */
  readonly rest: () => void
}

/** Starts a worker, or throws. `onFailure`: it does not load, or broke. */
export type StartWorker = (onAnswer: (answer: HeavyAnswer) => void, onFailure: () => void) => LineWorker

/** Thrown where no worker starts, or one fails at its work: then it is done in the page. */
export class WorkerFailedError extends Error {}

/** One worker that does one thing at a time; only the newest is answered. */
export interface WorkerLine<Kind extends HeavyKind> {
  /** Null: it was stopped, or something newer was asked since. Rejects with `WorkerFailedError`. */
  readonly ask: (ask: HeavyWork[Kind]['ask']) => Promise<HeavyWork[Kind]['answer'] | null>
  /** Nobody waits any more for what is being done: it ends, or is ended soon. */
  readonly stop: () => void
  /** Lets its worker go, once it does nothing. */
  readonly rest: () => void
}

/**
 * What nobody waits for may still end by itself for so long, in milliseconds: to start a worker anew takes longer than most
 * of its work, and longer still for one that has just begun to load.
 */
const PATIENCE = { loaded: 250, loading: 1_000 } as const

/** Runs a task after some milliseconds, unless it is called off. */
export type RunLater = (task: () => void, milliseconds: number) => () => void

const later: RunLater = (task, milliseconds) => {
  const timer = setTimeout(task, milliseconds)
  return () => clearTimeout(timer)
}

/** A worker for one kind of work; it starts when it is first needed, and again after it was ended. */
export function createWorkerLine<Kind extends HeavyKind>(
  kind: Kind,
  start: StartWorker,
  runLater = later,
): WorkerLine<Kind> {
  type Ask = HeavyWork[Kind]['ask']
  let worker: LineWorker | null = null
  let isBusy = false
  let isLeaving = false
  /** Tells who waits for the newest; null while nobody does. */
  let settle: ((answer: HeavyAnswer | 'failed') => void) | null = null
  /** The newest, while the worker is still at something older. */
  let next: { readonly ask: Ask } | null = null
  /** Runs while the worker is at something that nobody waits for. */
  let callOff: (() => void) | null = null

  const free = () => {
    callOff?.()
    callOff = null
    isBusy = false
  }
  const leave = () => {
    worker?.rest()
    worker = null
    isLeaving = false
  }
  const dismiss = () => {
    worker?.end()
    worker = null
    isLeaving = false
    free()
  }
  /** What was at work is done or gone: the newest is begun, or answered. */
  const goOn = (answer: HeavyAnswer | 'failed') => {
    const waiting = next
    next = null
    if (waiting !== null) send(waiting.ask)
    else {
      settle?.(answer)
      if (isLeaving) leave()
    }
  }
  const hire = () => {
    // What a worker said before it was ended may still arrive: it is none of the next one's answers.
    const isOurs = () => worker === hired
    const hired = start(
      (answer) => {
        if (!isOurs() || !isBusy) return
        free()
        goOn(answer ?? 'failed')
      },
      () => {
        if (!isOurs()) return
        dismiss()
        goOn('failed')
      },
    )
    return hired
  }
  const send = (ask: Ask) => {
    try {
      worker ??= hire()
      isBusy = true
      worker.ask({ kind, ask } as HeavyRequest)
    } catch {
      dismiss()
      settle?.('failed')
    }
  }

  const stop = () => {
    settle?.(null)
    next = null
    if (!isBusy) return
    callOff ??= runLater(
      () => {
        dismiss()
        goOn(null)
      },
      worker?.hasAnswered() === true ? PATIENCE.loaded : PATIENCE.loading,
    )
  }

  return {
    stop,
    rest() {
      if (isBusy) isLeaving = true
      else leave()
    },
    ask(ask) {
      stop()
      isLeaving = false
      return new Promise((resolve, reject) => {
        settle = (answer) => {
          settle = null
          if (answer === 'failed') reject(new WorkerFailedError())
          else resolve(answer as HeavyWork[Kind]['answer'] | null)
        }
        if (isBusy) next = { ask }
        else send(ask)
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
