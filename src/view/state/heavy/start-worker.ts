import type { HeavyAnswer, HeavyRequest } from './heavy-messages'
import type { StartWorker } from './worker-line'

/** Starts the worker that reads and judges what is long. Throws where the browser starts none. */
export const startHeavyWorker: StartWorker = (onAnswer, onFailure) => {
  const worker = new Worker(new URL('./heavy-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<HeavyAnswer>) => onAnswer(data))
  worker.addEventListener('error', onFailure)
  return {
    ask: (request: HeavyRequest) => worker.postMessage(request),
    end: () => worker.terminate(),
  }
}
