import { namesOfTrait } from '../facts/keys/condition-keys'
import { isFields } from '../text/fields'
import type { AccessCase, CasePolicies, CaseRequest, ContextValue, LinkedRequest } from '../case/access-case'
import { evaluate, type Known } from './evaluate'
import type { Decision, Evaluation } from './evaluation'
import { own as valueOf } from '../text/own'

/** One check of a call that needs several. */
export interface LinkedCheck {
  readonly title: string
  /** The check as a case of its own. */
  readonly accessCase: AccessCase
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
export function evaluateLinked(accessCase: AccessCase, known: Known = {}): LinkedEvaluation {
  const checks = [checkOf(accessCase, '', known), ...evaluateFurther(accessCase, known)]
  for (const decision of ORDER) {
    const decisive = checks.findIndex(({ evaluation }) => evaluation.decision === decision)
    if (decisive >= 0) return { decision, decisive, checks }
  }
  return { decision: 'allowed', decisive: null, checks }
}

/** Evaluates the linked checks of a case alone, for who has judged the case itself. */
export const evaluateFurther = (accessCase: AccessCase, known: Known = {}): readonly LinkedCheck[] =>
  linkedRequests(accessCase).map((one) => linkedCheck(accessCase, one, known))

const checkOf = (accessCase: AccessCase, title: string, known: Known): LinkedCheck => ({
  title,
  accessCase,
  evaluation: evaluate(accessCase, known),
})

/** Whatever stands in a case from outside. */
const linkedRequests = (accessCase: AccessCase): readonly LinkedRequest[] =>
  isFields(accessCase) && isFields(accessCase.request) && Array.isArray(accessCase.linked)
    ? (accessCase.linked as readonly LinkedRequest[]).filter(isFields)
    : []

/**
 * Keys of the first request that a call on the principal's behalf does not carry.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
 */
const NOT_FORWARDED = namesOfTrait('notForwarded')

/** Keys that only some services set in a call on the principal's behalf. */
const CALLING_SERVICES = namesOfTrait('callingService')

const listOf = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : [])

/** The keys of one list that another does not speak of, in whatever case. */
const without = (keys: readonly string[], others: readonly string[]): readonly string[] => {
  const taken = new Set(others.map((key) => String(key).toLowerCase()))
  return keys.filter((key) => !taken.has(String(key).toLowerCase()))
}

type Context = Readonly<Record<string, ContextValue>>

/** What is no context at all, or no list of keys, stays as it is, so that the reading of the case names it. */
function malformedKeys(request: CaseRequest, check: LinkedRequest): Partial<CaseRequest> | null {
  const context = [check.context, request.context].find((value) => value !== undefined && !isFields(value))
  const absent = [check.absentContext, request.absentContext].find((value) => !isList(value))
  const unknown = [check.unknownContext, request.unknownContext].find((value) => !isList(value))
  if (context === undefined && absent === undefined && unknown === undefined) return null
  return {
    ...(context === undefined ? {} : { context }),
    ...(absent === undefined ? {} : { absentContext: absent }),
    ...(unknown === undefined ? {} : { unknownContext: unknown }),
  }
}

const isList = (value: unknown): boolean => value === undefined || Array.isArray(value)

/** The keys of one check: its own first, then those of the first request that reach it. */
function contextOf(request: CaseRequest, check: LinkedRequest, isForwarded: boolean): Partial<CaseRequest> {
  const malformed = malformedKeys(request, check)
  if (malformed !== null) return malformed
  const given: Context = request.context ?? {}
  const own: Context = check.context ?? {}
  const ownAbsent = listOf(check.absentContext)
  const ownUnknown = listOf(check.unknownContext)
  const spoken = [...Object.keys(own), ...ownAbsent, ...ownUnknown]
  const absent = isForwarded ? without(NOT_FORWARDED, spoken) : []
  const unknown = isForwarded ? without(CALLING_SERVICES, spoken) : []
  const settled = [...spoken, ...absent, ...unknown]
  const carried = without(Object.keys(given), settled).map((key) => [key, valueOf(given, key)!] as const)
  return {
    context: { ...Object.fromEntries(carried), ...own } as Context,
    absentContext: [...without(listOf(request.absentContext), settled), ...ownAbsent, ...absent],
    unknownContext: [...without(listOf(request.unknownContext), settled), ...ownUnknown, ...unknown],
  }
}

/** Is it a call that a service makes with the permissions of the principal? */
const isForwardedCall = ({ context }: LinkedRequest): boolean =>
  isFields(context) &&
  Object.entries(context).some(([key, value]) => key.toLowerCase() === 'aws:viaawsservice' && isTrue(value))

const isTrue = (value: unknown): boolean =>
  Array.isArray(value) ? value[0] === 'true' : value === 'true' || value === true

/** The layers that the checks share; a service that calls another passes no VPC endpoint of the principal. */
function policiesOf(policies: unknown, check: LinkedRequest, isForwarded: boolean): CasePolicies {
  const {
    resource: _resource,
    endpoint,
    noneAttached,
    ...shared
  } = (isFields(policies) ? policies : {}) as CasePolicies
  const others = listOf(noneAttached).filter((layer) => layer !== 'resource' && !(isForwarded && layer === 'endpoint'))
  return {
    ...shared,
    ...(isForwarded || endpoint === undefined ? {} : { endpoint }),
    ...(check.policy === undefined ? {} : { resource: check.policy }),
    noneAttached: [
      ...others,
      ...(check.policy === undefined && check.hasNoPolicy === true ? (['resource'] as const) : []),
      ...(isForwarded ? (['endpoint'] as const) : []),
    ],
  }
}

function linkedCheck(accessCase: AccessCase, check: LinkedRequest, known: Known): LinkedCheck {
  const { linked: _linked, ...rest } = accessCase
  const { resourceAccount: _account, ...asked } = accessCase.request
  const isForwarded = isForwardedCall(check)
  return checkOf(
    {
      ...rest,
      request: {
        ...asked,
        action: check.action,
        resource: check.resource,
        ...(check.resourceAccount === undefined ? {} : { resourceAccount: check.resourceAccount }),
        ...contextOf(accessCase.request, check, isForwarded),
      },
      policies: policiesOf(accessCase.policies, check, isForwarded),
    },
    typeof check.title === 'string' ? check.title : '',
    known,
  )
}
