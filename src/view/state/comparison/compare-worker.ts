import '../../ui/worker-life'
import { accessChecks, type AccessCheck, type NotGranted } from '../../../comparison/access-checks'
import { compareVersions } from '../../../comparison/compare-versions'
import type { AccessComparison, AccessQuestion } from '../../../comparison/comparison'
import { withAskers } from '../../../reference/reference'
import { fetchedReference } from '../log/ask-reference'

/** What the worker is asked. */
export interface CompareOrder {
  readonly question: AccessQuestion
  readonly notGranted: NotGranted
  readonly services: readonly string[]
  /** The address of the page, beside which the reference lies. */
  readonly base: string
}

/** What it answers. */
export interface CompareReply {
  readonly comparison: AccessComparison
  readonly checks: readonly AccessCheck[]
}

/** An answer is not waited for any longer, in milliseconds: what was not tried by then is said. */
const LONGEST = 1_800

let reference: ReturnType<typeof fetchedReference> | null = null

self.onmessage = async ({ data: { question, notGranted, services, base } }: MessageEvent<CompareOrder>) => {
  reference ??= fetchedReference(base)
  const loaded = await reference.with(withAskers(await reference.actions(), services))
  const end = performance.now() + LONGEST
  const isOver = () => performance.now() > end
  const comparison = compareVersions(question, loaded, isOver)
  const checks = accessChecks(question, comparison, notGranted, loaded, isOver)
  self.postMessage({ comparison, checks } satisfies CompareReply)
}
