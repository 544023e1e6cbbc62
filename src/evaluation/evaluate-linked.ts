import type { AccessCase, CaseRequest, LinkedRequest } from '../case/access-case'
import { isFields } from '../case/case-problems'
import { evaluate } from './evaluate'
import type { Decision, Evaluation } from './evaluation'

/** One check of a call that needs several. */
export interface LinkedCheck {
  readonly title: string
  readonly request: CaseRequest
  readonly evaluation: Evaluation
}

/** A call that needs several checks, such as RunInstances for each resource, or an S3 call and the key of its object. */
export interface LinkedEvaluation {
  /** The call passes when every check does; one denial ends it. */
  readonly decision: Decision
  /** Index of the check that decides, or null when the call passes. */
  readonly decisive: number | null
  readonly checks: readonly LinkedCheck[]
}

/** What ends a call comes first. */
const ORDER: readonly Decision[] = ['explicitDeny', 'implicitDeny', 'depends']

/**
 * Evaluates a case together with its linked checks: the same principal and the same policies, each check with its own
 * action, resource and resource-based policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
 */
export function evaluateLinked(accessCase: AccessCase): LinkedEvaluation {
  const cases = [accessCase, ...linkedCases(accessCase)]
  const checks = cases.map((one, i): LinkedCheck => ({
    title: i === 0 ? '' : (accessCase.linked?.[i - 1]?.title ?? ''),
    request: one.request,
    evaluation: evaluate(one),
  }))
  for (const decision of ORDER) {
    const decisive = checks.findIndex(({ evaluation }) => evaluation.decision === decision)
    if (decisive >= 0) return { decision, decisive, checks }
  }
  return { decision: 'allowed', decisive: null, checks }
}

/**
 * Keys of the first request that a call on the principal's behalf does not carry.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
 */
const NOT_FORWARDED: ReadonlySet<string> = new Set(['aws:sourcevpce', 'aws:sourcevpc', 'aws:vpcsourceip'])

function linkedCases(accessCase: AccessCase): readonly AccessCase[] {
  if (!isFields(accessCase) || !isFields(accessCase.request) || !Array.isArray(accessCase.linked)) return []
  const { linked, request, policies } = accessCase
  const { resourceAccount: _account, context, ...asked } = request
  const { resource: _resource, ...shared } = isFields(policies) ? policies : {}
  return (linked as readonly LinkedRequest[]).filter(isFields).map((check): AccessCase => {
    const isForwarded = check.context?.['aws:ViaAWSService'] === 'true'
    const carried = Object.entries(context ?? {}).filter(
      ([key]) => !isForwarded || !NOT_FORWARDED.has(key.toLowerCase()),
    )
    return {
      ...accessCase,
      request: {
        ...asked,
        action: check.action,
        resource: check.resource,
        ...(check.resourceAccount === undefined ? {} : { resourceAccount: check.resourceAccount }),
        context: { ...Object.fromEntries(carried), ...check.context },
      },
      policies: { ...shared, ...(check.policy === undefined ? {} : { resource: check.policy }) },
    }
  })
}
