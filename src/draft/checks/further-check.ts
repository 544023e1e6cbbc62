import { serviceOfAction, splitAction } from '../../iam/action'
import type { CaseRequest } from '../../case/access-case'
import { firstOfArn } from '../../iam/arn'
import type { DraftCheck, DraftLayer } from '../draft'

/** Can a check be judged: is its action whole, and does its resource name one? */
export function isWholeCheck({ action, resource }: Pick<DraftCheck, 'action' | 'resource'>): boolean {
  const { service = '', name = '' } = splitAction(action) ?? {}
  return service !== '' && name !== '' && resource !== '' && !/[/:]$/.test(resource)
}

/** Services whose resources have no policies of their own; what hangs on a role is its trust policy, for STS alone. */
const WITHOUT_POLICIES: ReadonlySet<string> = new Set(['ec2', 'iam'])

/** The resource-based policy that a check meets: undefined where it is that of the request itself. */
export function policyOfCheck(
  request: Pick<CaseRequest, 'action' | 'resource'>,
  action: string,
  resource: string,
): DraftLayer | undefined {
  if (WITHOUT_POLICIES.has(serviceOfAction(action))) return { state: 'none', policies: [] }
  const isSameService = serviceOfAction(action) === serviceOfAction(request.action)
  const isSameBucket = serviceOfAction(action) === 's3' && firstOfArn(resource) === firstOfArn(request.resource)
  return isSameService && (resource === request.resource || isSameBucket)
    ? undefined
    : { state: 'notGiven', policies: [] }
}
