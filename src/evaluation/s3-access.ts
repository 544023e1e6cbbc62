import type { CaseFacts } from '../case/access-case'
import type { JudgedLayer } from './judge-layer'
import type { Reason } from './reasons'
import type { EvaluatedRequest } from './request'

/** What S3 decides besides the policies. */
export interface ServiceVerdict {
  readonly reason: Reason
  readonly layer: 'resource'
  /** The resource-based policy grants nothing, though it still may deny. */
  readonly silencesResource: boolean
}

/** Applies what the case says of Block Public Access and object ownership; null where they change nothing. */
export function withServiceFacts(
  request: EvaluatedRequest,
  facts: CaseFacts,
  judged: readonly JudgedLayer[],
): ServiceVerdict | null {
  void judged
  const { service, arn, resourceAccount, principal } = request
  if (service !== 's3') return null
  const owner = facts.s3ObjectOwner
  if (owner !== undefined && owner !== resourceAccount && arn?.resource.includes('/') === true) {
    return owner === principal.account
      ? null
      : { reason: 'object-owner-differs', layer: 'resource', silencesResource: true }
  }
  return null
}
