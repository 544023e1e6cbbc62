import { whenWorkerFails } from '../../ui/worker-failure'
import type { LogAnswer, LogProgress, LogRequest, LogSummary } from './log-messages'
import type { LogProblemCode } from './open-log'

/** How the reading of a log ended. */
export type LogOutcome =
  | { readonly kind: 'log'; readonly log: LogSummary }
  | { readonly kind: 'evidence'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: LogProblemCode | 'worker-failed' }
  | { readonly kind: 'stopped' }

/** A log in a worker of its own, which keeps the text: the page only ever holds what it shows of it. */
export interface LogReader {
  readonly outcome: Promise<LogOutcome>
  /** The piece of the log that stands for an entry; null once the log is closed. */
  readonly excerpt: (entry: number) => Promise<string | null>
  /** Stops the reading, if it still goes on, and frees the memory. */
  readonly close: () => void
}

/** What reads a log where the browser starts no worker. */
const NO_READER: LogReader = {
  outcome: Promise.resolve({ kind: 'problem', problem: 'worker-failed' }),
  excerpt: () => Promise.resolve(null),
  close: () => undefined,
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./log-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return null
  }
}

/** Begins to read a log. */
export function readLogFile(file: Blob, onProgress: (progress: LogProgress) => void): LogReader {
  const worker = startWorker()
  if (worker === null) return NO_READER
  const ask = (request: LogRequest) => worker.postMessage(request)
  const asked = new Map<number, (text: string | null) => void>()
  let resolve: (outcome: LogOutcome) => void = () => undefined
  const outcome = new Promise<LogOutcome>((settle) => {
    resolve = settle
  })
  let isOpen = true

  const close = (last: LogOutcome) => {
    isOpen = false
    worker.terminate()
    resolve(last)
    for (const give of asked.values()) give(null)
    asked.clear()
  }

  worker.addEventListener('message', ({ data }: MessageEvent<LogAnswer>) => {
    if (data.kind === 'progress') onProgress(data.progress)
    else if (data.kind === 'log') resolve(data)
    else if (data.kind === 'excerpt') {
      asked.get(data.entry)?.(data.text)
      asked.delete(data.entry)
    } else close(data)
  })
  const fail = () => close({ kind: 'problem', problem: 'worker-failed' })
  whenWorkerFails(worker, fail)
  try {
    ask({ kind: 'read', file })
  } catch {
    fail()
  }

  return {
    outcome,
    excerpt: (entry) =>
      new Promise((give) => {
        if (!isOpen) return give(null)
        asked.get(entry)?.(null)
        asked.set(entry, give)
        ask({ kind: 'excerpt', entry })
      }),
    close: () => close({ kind: 'stopped' }),
  }
}
