import { isOfReference } from '../../../reference/reference-part'
import { whenWorkerFails } from '../../ui/worker-failure'
import type { HeavyAnswer, HeavyRequest } from './heavy-messages'
import { createCommon, inPieces, takePieces, type MessagePiece } from './in-pieces'
import { createWorkerPool, type StartWorker } from './worker-line'

/** Runs a task when what the page waits for was done; not by the clock, which stands in a tab that is out of sight. */
function afterTurn(task: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', task, { once: true })
  port1.start()
  port2.postMessage(null)
}

const start: StartWorker = (onAnswer, onFailure) => {
  const worker = new Worker(new URL('./heavy-worker.ts', import.meta.url), { type: 'module' })
  // What is read of the reference stays as it is, and is most of what is asked.
  const common = createCommon(isOfReference)
  let hasAnswered = false
  const take = takePieces<HeavyAnswer>((answer) => {
    hasAnswered = true
    onAnswer(answer)
  }, common)
  worker.addEventListener('message', ({ data }: MessageEvent<MessagePiece<HeavyAnswer>>) => take(data))
  whenWorkerFails(worker, onFailure)
  let isEnded = false
  /** Sends a part, and the next one when the page had its turn. */
  const send = (pieces: Generator<MessagePiece<HeavyRequest>>) => {
    const { done, value } = pieces.next()
    if (done === true || isEnded) return
    worker.postMessage(value)
    if (value.kind !== 'rest') afterTurn(() => send(pieces))
  }
  return {
    ask: (request: HeavyRequest) => send(inPieces(request, common)),
    hasAnswered: () => hasAnswered,
    end: () => {
      isEnded = true
      worker.terminate()
    },
    rest: () => undefined,
  }
}

/** The workers of this page that read and judge what is long. Throws where the browser starts none. */
export const startHeavyWorker = createWorkerPool(start)
