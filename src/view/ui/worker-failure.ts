/**
 * Runs where a worker does not load, breaks, or says what cannot be read: no answer comes of any of these. Also where it ends
 * without a word, as when the browser takes its memory: the lock that it holds, and took before its first work, is free then.
 * Not where the page ends it.
 */
export function whenWorkerFails(worker: Worker, run: () => void): void {
  worker.addEventListener('error', run)
  worker.addEventListener('messageerror', run)
  if (!('locks' in navigator)) return
  const life = `worker.${crypto.randomUUID()}`
  const channel = new BroadcastChannel(life)
  const ended = new AbortController()
  channel.addEventListener('message', () => {
    channel.close()
    // The browser may have given the lock of a worker that the page ends before it heard that the page wants it no more.
    const isFree = () => {
      if (!ended.signal.aborted) run()
    }
    navigator.locks.request(life, { signal: ended.signal }, isFree).catch(() => undefined)
  })
  const terminate = worker.terminate.bind(worker)
  worker.terminate = () => {
    ended.abort()
    channel.close()
    terminate()
  }
  worker.postMessage({ life })
}

/** A worker whose work is begun again in another one, once, where it fails. */
export interface TwiceWorker {
  /** The one at work; null where none is. */
  readonly now: () => Worker | null
  readonly end: () => void
}

/**
 * Starts a worker and begins its work. Where it fails, the same is done once more in a new one; where that fails too, or the
 * browser starts none, `onFailed` runs, never in this turn.
 */
export function startTwice(hire: () => Worker, begin: (worker: Worker) => void, onFailed: () => void): TwiceWorker {
  let worker: Worker | null = null
  let isEnded = false
  const end = () => {
    isEnded = true
    worker?.terminate()
    worker = null
  }
  const start = (next: () => void) => {
    try {
      const mine = hire()
      worker = mine
      whenWorkerFails(mine, () => {
        if (worker !== mine) return
        mine.terminate()
        worker = null
        next()
      })
      begin(mine)
    } catch {
      worker = null
      setTimeout(() => isEnded || onFailed())
    }
  }
  start(() => start(onFailed))
  return { now: () => worker, end }
}
