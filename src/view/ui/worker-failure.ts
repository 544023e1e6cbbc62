/** So long after a worker has asked for its lock it is asked for here too, in milliseconds: then it holds it, or has ended. */
const ASKED = 1_000

/**
 * Runs where a worker does not load, breaks, or says what cannot be read: no answer comes of any of these. Also where it ends
 * without a word, as when the browser takes its memory: the lock that it holds is free then. Not where the page ends it.
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
    const { signal } = ended
    setTimeout(() => void navigator.locks.request(life, { signal }, run).catch(() => undefined), ASKED)
  })
  const terminate = worker.terminate.bind(worker)
  worker.terminate = () => {
    ended.abort()
    channel.close()
    terminate()
  }
  worker.postMessage({ life })
}
