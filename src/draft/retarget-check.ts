import type { CaseRequest } from '../case/access-case'
import type { Draft, DraftCheck } from './draft'
import { changeCheck } from './edit-checks'
import { contextOfCheck, policyOfCheck } from './offered-checks'

/** Another action or resource for a further check. What follows from them follows again; a policy that stands there stays. */
export function retargetCheck(
  draft: Draft,
  at: number,
  change: Partial<Pick<DraftCheck, 'action' | 'resource'>>,
  request: CaseRequest,
): Draft {
  return changeCheck(draft, at, (before) => {
    const { policy, resourceAccount: _account, ...check } = { ...before, ...change }
    const followed = new Set(Object.keys(contextOfCheck(request, before.action, before.resource)))
    const kept = Object.entries(check.context).filter(([key]) => !followed.has(key))
    const next = policyOfCheck(request, check.action, check.resource)
    const stays = next !== undefined && policy?.state === 'given' ? policy : next
    return {
      ...check,
      ...(next === undefined && request.resourceAccount !== undefined
        ? { resourceAccount: request.resourceAccount }
        : {}),
      context: { ...Object.fromEntries(kept), ...contextOfCheck(request, check.action, check.resource) },
      ...(stays === undefined ? {} : { policy: stays }),
    }
  })
}
