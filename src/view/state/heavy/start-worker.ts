import { whenWorkerFails } from '../../ui/worker-failure'
import type { HeavyAnswer, HeavyRequest } from './heavy-messages'
import { createWorkerPool, type StartWorker } from './worker-line'

const start: StartWorker = (onAnswer, onFailure) => {
  const worker = new Worker(new URL('./heavy-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<HeavyAnswer>) => onAnswer(data))
  whenWorkerFails(worker, onFailure)
  return {
    ask: (request: HeavyRequest) => worker.postMessage(request),
    end: () => worker.terminate(),
    rest: () => undefined,
  }
}

/** The workers of this page that read and judge what is long. Throws where the browser starts none. */
export const startHeavyWorker = createWorkerPool(start)
