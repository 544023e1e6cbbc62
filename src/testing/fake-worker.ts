// What the work loads when it is asked is here before: a test that ends earlier than its work leaves no import half done.
import '../diagnosis/diagnose-with'
import '../diagnosis/policy-answer'
import '../explanation/all-said'
import '../explanation/explain'
import '../explanation/fixes/remedies'
import type { HeavyKind } from '../view/state/heavy/heavy-messages'
import { createHeavyWork } from '../view/state/heavy/heavy-work'
import type { StartWorker } from '../view/state/heavy/worker-line'

/** For tests: a worker that runs here, with copies of what is sent, and what became of it. */
export function fakeWorkers() {
  const seen = { started: 0, ended: 0, asked: [] as HeavyKind[] }
  const start: StartWorker = (onAnswer) => {
    const work = createHeavyWork()
    let isEnded = false
    seen.started += 1
    return {
      ask(request) {
        seen.asked.push(request.kind)
        void work(structuredClone(request)).then((answer) => isEnded || onAnswer(structuredClone(answer)))
      },
      end() {
        isEnded = true
        seen.ended += 1
      },
      hasAnswered: () => false,
      rest: () => undefined,
    }
  }
  return { start, seen }
}

/** For tests: a browser that starts no worker. */
export const noWorkers: StartWorker = () => {
  throw new Error('no worker')
}
