import type { Layer } from '../iam/layers'
import { blanksAs } from '../text/blank'
import { checkPolicy } from './checks/check-policy'
import { parsePolicy } from './parse-policy'

const ARN = /"arn:[^"\n]*"/g

/** A whole ARN that is still to be filled in. */
const BLANK_ARN = /"<ARN of [^"\n]{1,60}>"/g

/** The policy with something in the place of each blank: an ARN that has one, or a mask, can become any. */
const filledIn = (text: string): string =>
  blanksAs(
    text.replaceAll(BLANK_ARN, '"*"').replaceAll(ARN, (arn) => (/<|\.{3}|…|\*{2}|#{3}|x{6}/i.test(arn) ? '"*"' : arn)),
    'name',
  )

/** What is known where a policy is put. */
export interface AcceptedAt {
  readonly layer: Layer
  /** Actions that AWS itself names. */
  readonly namedByAws: readonly string[]
}

/** How often AWS would refuse the policy for each reason; null: it cannot be read at all. */
function refusals(text: string, { layer, namedByAws }: AcceptedAt): ReadonlyMap<string, number> | null {
  const filled = filledIn(text)
  const policy = parsePolicy(filled, layer)
  if (!policy.valid) return null
  const found = checkPolicy(policy, { type: layer, text: filled, namedByAws })
  const counts = new Map<string, number>()
  for (const { code, severity } of found) if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

/** Would AWS refuse a changed policy for something that the one before did not have? Null: a policy is new. */
export function isRefused(before: string | null, after: string, at: AcceptedAt): boolean {
  const now = refusals(after, at)
  const then = before === null ? new Map<string, number>() : refusals(before, at)
  if (now === null || then === null) return now === null && then !== null
  return [...now].some(([code, count]) => count > (then.get(code) ?? 0))
}
