import '../../ui/worker-life'
import { compareAccess } from '../../../comparison/compare-access'
import type { AccessComparison, AccessQuestion } from '../../../comparison/comparison'
import { fetchedReference } from '../../state/log/ask-reference'

/** What the worker is asked. */
export interface CompareOrder {
  readonly question: AccessQuestion
  readonly services: readonly string[]
  /** The address of the page, beside which the reference lies. */
  readonly base: string
}

/** What it answers. */
export type CompareReply = AccessComparison

/** An answer is not waited for any longer, in milliseconds: what was not tried by then is said. */
const LONGEST = 1_800

let reference: ReturnType<typeof fetchedReference> | null = null

self.onmessage = async ({ data: { question, services, base } }: MessageEvent<CompareOrder>) => {
  reference ??= fetchedReference(base)
  await reference.actions()
  const loaded = await reference.with(services)
  const end = performance.now() + LONGEST
  self.postMessage(compareAccess(question, loaded, () => performance.now() > end) satisfies CompareReply)
}
