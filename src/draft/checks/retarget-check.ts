import { serviceOfAction } from '../../iam/action'
import type { CaseRequest } from '../../case/access-case'
import type { Draft, DraftCheck, DraftLayer } from '../draft'
import { changeCheck, checksOf, isOnSameResource } from './edit-checks'
import { policyOfCheck } from './further-check'
import { contextOfCheck } from './suggested-checks'

/** The policy that stands with another check on the same resource, else with this one; else what follows from it. */
function policyOn(draft: Draft, at: number, before: DraftCheck, check: DraftCheck, next: DraftLayer): DraftLayer {
  const others = checksOf(draft).filter(
    (other, index) => index !== at && isOnSameResource(other, { ...check, policy: next }),
  )
  const given = [...others, ...(serviceOfAction(before.action) === serviceOfAction(check.action) ? [check] : [])].find(
    ({ policy }) => policy?.state === 'given',
  )
  return given?.policy ?? others[0]?.policy ?? next
}

/** Another action or resource for a further check. What follows from them follows again; a policy that stands there stays. */
export function retargetCheck(
  draft: Draft,
  at: number,
  change: Partial<Pick<DraftCheck, 'action' | 'resource'>>,
  request: CaseRequest,
): Draft {
  return changeCheck(draft, at, (before) => {
    const changed = { ...before, ...change }
    const { policy: _policy, resourceAccount: _account, ...check } = changed
    const followed = new Set(Object.keys(contextOfCheck(request, before.action, before.resource)))
    const kept = Object.entries(check.context).filter(([key]) => !followed.has(key))
    const next = policyOfCheck(request, check.action, check.resource)
    const stays = next && policyOn(draft, at, before, changed, next)
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
