/** So long a worker has, in milliseconds, until its request for its lock is known: on a busy machine it can come late. */
const ASKED = 1_000

const wait = () => new Promise((resolve) => setTimeout(resolve, ASKED))

/** Waits until the lock of a worker is free. Whoever then still asks for it is the worker, which came second: it lives. */
async function untilEnded(life: string, signal: AbortSignal): Promise<void> {
  await wait()
  const isAlive = await navigator.locks.request(life, { signal }, async () => {
    await wait()
    const { pending = [] } = await navigator.locks.query()
    return pending.some(({ name }) => name === life)
  })
  if (isAlive) await untilEnded(life, signal)
}

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
    untilEnded(life, ended.signal).then(run, () => undefined)
  })
  const terminate = worker.terminate.bind(worker)
  worker.terminate = () => {
    ended.abort()
    channel.close()
    terminate()
  }
  worker.postMessage({ life })
}
