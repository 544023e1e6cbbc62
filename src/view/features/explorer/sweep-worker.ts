import '../../ui/worker-life'
import type { AccessCase } from '../../../case/access-case'
import { sweep, type SweepPart } from '../../../explorer/sweep'
import type { SweepTarget } from '../../../explorer/sweep-targets'

/** What the worker is asked: a case, and the actions in turn. */
export interface SweepOrder {
  readonly accessCase: AccessCase
  readonly targets: readonly Pick<SweepTarget, 'action' | 'onResource'>[]
}

/** What it answers, part by part; null once all is said. */
export type SweepReply = SweepPart | null

self.onmessage = ({ data: { accessCase, targets } }: MessageEvent<SweepOrder>) => {
  for (const part of sweep(accessCase, targets)) self.postMessage(part satisfies SweepReply)
  self.postMessage(null satisfies SweepReply)
}
