import type { ComparedRepair, ToCompare } from '../../../lessons/compare-repair'
import { whenWorkerFails } from '../../ui/worker-failure'
import type { RepairOrder, RepairReply } from './repair-worker'

/** Compares a repair in a worker of its own; null where no worker starts, or where the reference cannot be read. */
export function compareInWorker(repair: ToCompare, services: readonly string[]): Promise<ComparedRepair | null> {
  return new Promise((resolve) => {
    let worker: Worker
    try {
      worker = new Worker(new URL('./repair-worker.ts', import.meta.url), { type: 'module' })
    } catch {
      resolve(null)
      return
    }
    const end = (found: ComparedRepair | null) => {
      worker.terminate()
      resolve(found)
    }
    worker.onmessage = ({ data }: MessageEvent<RepairReply>) => end(data)
    whenWorkerFails(worker, () => end(null))
    const order: RepairOrder = { repair, services, base: document.baseURI }
    worker.postMessage(order)
  })
}
