import { startTwice } from '../../ui/worker-failure'
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

const hire = () => new Worker(new URL('./log-worker.ts', import.meta.url), { type: 'module' })

/** Begins to read a log. */
export function readLogFile(file: Blob, onProgress: (progress: LogProgress) => void): LogReader {
  const asked = new Map<number, (text: string | null) => void>()
  let resolve: (outcome: LogOutcome) => void = () => undefined
  const outcome = new Promise<LogOutcome>((settle) => {
    resolve = settle
  })
  let [isOpen, isRead] = [true, false]

  const close = (last: LogOutcome) => {
    isOpen = false
    started.end()
    resolve(last)
    for (const give of asked.values()) give(null)
    asked.clear()
  }

  const begin = (worker: Worker) => {
    const ask = (request: LogRequest) => worker.postMessage(request)
    worker.addEventListener('message', ({ data }: MessageEvent<LogAnswer>) => {
      if (data.kind === 'progress') {
        if (!isRead) onProgress(data.progress)
      } else if (data.kind === 'log') {
        isRead = true
        resolve(data)
        // What was asked of a worker that failed since.
        for (const entry of asked.keys()) ask({ kind: 'excerpt', entry })
      } else if (data.kind === 'excerpt') {
        asked.get(data.entry)?.(data.text)
        asked.delete(data.entry)
      } else close(data)
    })
    ask({ kind: 'read', file })
  }
  const started = startTwice(hire, begin, () => close({ kind: 'problem', problem: 'worker-failed' }))

  return {
    outcome,
    excerpt: (entry) =>
      new Promise((give) => {
        if (!isOpen) return give(null)
        asked.get(entry)?.(null)
        asked.set(entry, give)
        started.now()?.postMessage({ kind: 'excerpt', entry } satisfies LogRequest)
      }),
    close: () => close({ kind: 'stopped' }),
  }
}
