import type { ComparedRepair, ToCompare } from '../../../lessons/compare-repair'
import { startTwice } from '../../ui/worker-failure'
import type { RepairOrder, RepairReply } from './repair-worker'

const hire = () => new Worker(new URL('./repair-worker.ts', import.meta.url), { type: 'module' })

/** Compares a repair in a worker of its own; null where no worker starts, or where the reference cannot be read. */
export function compareInWorker(repair: ToCompare, services: readonly string[]): Promise<ComparedRepair | null> {
  return new Promise((resolve) => {
    const begin = (worker: Worker) => {
      worker.onmessage = ({ data }: MessageEvent<RepairReply>) => {
        started.end()
        resolve(data)
      }
      worker.postMessage({ repair, services, base: document.baseURI } satisfies RepairOrder)
    }
    const started = startTwice(hire, begin, () => resolve(null))
  })
}
