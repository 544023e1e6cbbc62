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
    navigator.locks.request(life, { signal: ended.signal }, run).catch(() => undefined)
  })
  const terminate = worker.terminate.bind(worker)
  worker.terminate = () => {
    ended.abort()
    channel.close()
    terminate()
  }
  worker.postMessage({ life })
}
