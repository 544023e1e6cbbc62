import type { CaseRequest } from '../../case/access-case'
import { parseArn } from '../../iam/arn'
import type { DraftCheck, DraftLayer } from '../draft'

/** The service of an action, in lower case. */
export const serviceOf = (action: string): string => action.split(':', 1)[0]?.toLowerCase() ?? ''

/** Can a check be judged: is its action whole, and does its resource name one? */
export function isWholeCheck({ action, resource }: Pick<DraftCheck, 'action' | 'resource'>): boolean {
  const [service, name] = action.split(':')
  return service !== '' && name !== undefined && name !== '' && resource !== '' && !/[/:]$/.test(resource)
}

/** Services whose resources have no policies of their own; what hangs on a role is its trust policy, for STS alone. */
const WITHOUT_POLICIES: ReadonlySet<string> = new Set(['ec2', 'iam'])

const bucketOf = (resource: string): string => parseArn(resource)?.resource.split('/', 1)[0] ?? ''

/** The resource-based policy that a check meets: undefined where it is that of the request itself. */
export function policyOfCheck(
  request: Pick<CaseRequest, 'action' | 'resource'>,
  action: string,
  resource: string,
): DraftLayer | undefined {
  if (WITHOUT_POLICIES.has(serviceOf(action))) return { state: 'none', policies: [] }
  const isSameService = serviceOf(action) === serviceOf(request.action)
  const isSameBucket = serviceOf(action) === 's3' && bucketOf(resource) === bucketOf(request.resource)
  return isSameService && (resource === request.resource || isSameBucket)
    ? undefined
    : { state: 'notGiven', policies: [] }
}
