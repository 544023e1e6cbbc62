import '../../ui/worker-life'
import { compareRepair, type ComparedRepair, type ToCompare } from '../../../lessons/compare-repair'
import { withAskers } from '../../../reference/reference'
import { fetchedReference } from '../../state/log/ask-reference'

/** What the worker is asked. */
export interface RepairOrder {
  readonly repair: ToCompare
  readonly services: readonly string[]
  /** The address of the page, beside which the reference lies. */
  readonly base: string
}

/** What it answers; null where the reference cannot be read. */
export type RepairReply = ComparedRepair | null

self.onmessage = async ({ data: { repair, services, base } }: MessageEvent<RepairOrder>) => {
  const reference = fetchedReference(base)
  const names = await reference.actions()
  const loaded = await reference.with(withAskers(names, services))
  self.postMessage((names === null ? null : compareRepair(repair, loaded)) satisfies RepairReply)
}
