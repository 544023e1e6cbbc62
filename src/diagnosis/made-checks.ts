import { assumedWith } from '../facts/assumed-with'
import type { AccessCase, LinkedRequest } from '../case/access-case'
import type { Denial } from '../denial/denial'
import { checksOfCall } from '../facts/calls/checks-of-call'
import type { CallPlace, MadeCall, MadeCheck } from '../facts/calls/made-call'
import { isOfGivenRole } from '../facts/situations/situations'
import { regionOfArn, resourcePart, serviceOfArn, bucketOfArn, keyOfObject } from '../iam/arn'
import { findHoles } from '../iam/find-holes'
import { actionsOfOperation, serviceOfOperation } from '../iam/operations'
import { serviceOfAction, splitAction } from '../iam/action'
import { NO_REFERENCE, type Reference } from '../reference/reference'
import { own } from '../text/own'
import type { BuiltCase } from '../draft/build/build-case'
import { asAskedFor } from '../draft/build/row-question'
import type { ContextEdit, DraftLayer } from '../draft/draft'
import { checkFor, isSameCheck, placeOf, typesIn } from '../draft/checks/suggested-checks'

/** One check of the call that failed, as a further request of its case. */
export interface CheckOfCall extends MadeCheck {
  readonly linked: LinkedRequest
  /** What is not known of its resource. */
  readonly holes: readonly string[]
  /** It is the check that the request is. */
  readonly isRequest: boolean
}

/** The call of which only the action is told, by AWS or by the words of a tool. */
function callOfAction(action: string | undefined): MadeCall | null {
  const { service, name } = splitAction(action ?? '') ?? { service: '', name: '' }
  return name === '' || name.includes('*') ? null : { service, operation: name, parameters: {}, isWhole: false }
}

/** The call that failed: the one in the text, where it is that operation, else the operation with what the text gives of it. */
function callOf(denial: Denial): MadeCall | null {
  const { call, action, operation, service, inferred } = denial
  if (isOfGivenRole(denial.situation)) return callOfAction(action ?? inferred.action)
  const prefix = operation === null ? null : (serviceOfOperation(operation) ?? service ?? inferred.service ?? null)
  if (operation === null) return call ?? callOfAction(action ?? inferred.action)
  if (call !== undefined && call.operation.toLowerCase() === operation.toLowerCase()) return call
  const isOf = call !== undefined && (prefix === null || call.service === prefix)
  // What a tool does by itself beside the command is another call: it has its place, and not its parameters.
  if (prefix === null || (call !== undefined && !isOf)) return null
  const transfers = isOf && prefix === 's3' ? call.parameters : {}
  return { service: prefix, operation, parameters: transfers, isWhole: false }
}

/** A command of S3 for many objects names the place of all; the object that was refused is the one that the text tells. */
function ofRefusedObject(call: MadeCall, { inferred: { resource = '' } }: Denial): MadeCall {
  const key = keyOfObject(resource)
  const { parameters } = call
  const isOfOne = call.service === 's3' && key !== null && own(parameters, 'bucket') === bucketOfArn(resource)
  return isOfOne && own(parameters, 'key') !== undefined ? { ...call, parameters: { ...parameters, key } } : call
}

/** A check as its action asks: of a bucket that the command names, the object that the request is for, or any. */
const atLevel =
  ({ resource: asked }: Asked) =>
  (check: MadeCheck): MadeCheck => {
    const resource = asAskedFor(check.resource, check.action) ?? check.resource
    if (resource === check.resource) return check
    return { ...check, resource: asked.startsWith(`${check.resource}/`) ? asked : resource }
  }

function placeOfCall(built: BuiltCase): CallPlace {
  const { accessCase, denial } = built
  const place = placeOf(accessCase.request)
  const region = own(denial?.call?.parameters ?? {}, 'region')
  const fromArn = regionOfArn(accessCase.request.resource)
  const { action, resource } = accessCase.request
  return {
    ...place,
    region: fromArn || (typeof region === 'string' ? region : regionOfCall(built, place)),
    asked: { action, resource },
  }
}

type Context = Readonly<Record<string, ContextEdit>>

/** The Region of a global service says nothing of the call that made use of it; what the text says of the call does. */
const regionOfCall = ({ accessCase, denial }: BuiltCase, { region }: CallPlace): string => {
  const service = serviceOfOperation(denial?.operation ?? '') ?? denial?.service
  return service === serviceOfAction(accessCase.request.action) ? region : (denial?.inferred.region ?? '')
}

const contextIn = (
  check: MadeCheck,
  more: Context,
): Pick<LinkedRequest, 'context' | 'absentContext' | 'unknownContext'> => {
  const told = check.keys.map(({ key, value }): [string, ContextEdit] => [
    key,
    value === null ? { state: 'absent' } : { state: 'known', values: [value] },
  ])
  const all = Object.entries({ ...more, ...Object.fromEntries(told) })
  const keys = (state: ContextEdit['state']) => all.flatMap(([key, edit]) => (edit.state === state ? [key] : []))
  return {
    context: Object.fromEntries(
      all.flatMap(([key, edit]) => (edit.state === 'known' ? [[key, edit.values[0] ?? ''] as const] : [])),
    ),
    absentContext: keys('absent'),
    unknownContext: keys('unknown'),
  }
}

/** The resource-based policy of a check: that of the request, none, or one that nobody gave. */
function policyIn(
  { policies }: AccessCase,
  own: DraftLayer | undefined,
): Pick<LinkedRequest, 'policy' | 'hasNoPolicy'> {
  if (own !== undefined) return own.state === 'none' ? { hasNoPolicy: true } : {}
  const isNone = policies.noneAttached?.includes('resource') === true
  return policies.resource === undefined ? (isNone ? { hasNoPolicy: true } : {}) : { policy: policies.resource }
}

type Asked = BuiltCase['accessCase']['request']

/** Is a check the one that the request is, among those of the call: the same action, and a resource that can be the same. */
const isAsked = (check: MadeCheck, { action, resource }: Asked): boolean =>
  resource === '' || check.resource === ''
    ? check.action.toLowerCase() === action.toLowerCase()
    : check.resource === resource && isSameCheck(check, { action, resource })

/** `iam:role` of `arn:…:role/team/ci`: what kind of thing an ARN names. */
const kindOf = (resource: string): string =>
  `${serviceOfArn(resource)}:${resourcePart(resource).split(/[/:]/, 1).join('')}`

/** Is a check the only one of its action on a thing of that kind, so that the ARN that AWS names is its own? */
const isOnly = (check: MadeCheck, { action, resource }: Asked, made: readonly MadeCheck[]): boolean => {
  const same = made.filter(
    (one) => one.action.toLowerCase() === action.toLowerCase() && kindOf(one.resource) === kindOf(resource),
  )
  return same.length === 1 && same[0] === check && resource.startsWith('arn:')
}

/** Is a check the only one of its action, and on everything: what AWS names is more exact. */
const isOfAll = (check: MadeCheck, { action }: Asked, made: readonly MadeCheck[]): boolean => {
  const same = made.filter((one) => one.action.toLowerCase() === action.toLowerCase())
  return check.resource === '*' && same.length === 1 && same[0] === check
}

/** A check that is the request, as far as its resource is known. */
const canBe = (check: MadeCheck, request: Asked, made: readonly MadeCheck[]): boolean =>
  request.resource !== '' &&
  ((check.resource.includes('<') && isSameCheck(check, request)) ||
    isOnly(check, request, made) ||
    isOfAll(check, request, made))

/**
 * The checks with what the request says of them: what is not known of a resource is what AWS names, and a check that AWS
 * names and nothing here foresaw is one of the call.
 */
function withRequest(made: readonly MadeCheck[], { accessCase, denial }: BuiltCase): readonly MadeCheck[] {
  const { request } = accessCase
  if (denial === null || denial.action === null || made.some((check) => isAsked(check, request))) return made
  const open = made.find((check) => canBe(check, request, made))
  if (open !== undefined)
    return made.map((check) =>
      check === open || (check.resource === open.resource && open.resource !== '*')
        ? { ...check, resource: request.resource, isCertain: check === open || check.isCertain }
        : check,
    )
  const { action, resource } = request
  return [{ action, type: null, resource, when: 'always', isCertain: true, keys: [], fact: null }, ...made]
}

/** Does AWS name an action, and no operation, that no check of the call is about? */
const isBeside = (denial: Denial | null, call: MadeCall, made: readonly MadeCheck[]): boolean =>
  denial !== null &&
  denial.operation === null &&
  denial.action !== null &&
  call === denial.call &&
  !made.some(({ action }) => action.toLowerCase() === denial.action?.toLowerCase()) &&
  serviceOfAction(denial.action) !== call.service

/** What AWS checks besides where a service assumes a role. */
const ofService = ({ principal, action, resource }: Asked): readonly MadeCheck[] =>
  assumedWith(principal, action).map((besides) => ({
    action: besides,
    type: null,
    resource,
    when: 'always',
    isCertain: true,
    keys: [],
    fact: null,
  }))

/**
 * The checks that AWS makes for the call that failed, in their order; none where the text tells no call.
 */
export function checksOfBuilt(
  built: BuiltCase,
  reference: Pick<Reference, 'service'> = NO_REFERENCE,
): readonly CheckOfCall[] {
  const { denial, accessCase } = built
  const { request } = accessCase
  const besides = ofService(request)
  if (denial === null || denial.kind === 'not-authorization') return []
  // What a service calls to assume the role is another operation than the one that made it do so.
  const found = besides.length > 0 ? callOfAction(request.action) : callOf(denial)
  const call = found && ofRefusedObject(found, denial)
  if (found === null || call === null || actionsOfOperation(call.service, call.operation).length === 0) return []
  const all = [...checksOfCall(call, placeOfCall(built), typesIn(reference)).map(atLevel(request)), ...besides]
  // A call of the text that AWS's action is no check of is not the one that failed, such as a template's around a policy.
  if (isBeside(denial, found, all)) return []
  const made = withRequest(all, built)
  const asked = made.findIndex((check) => isAsked(check, request))
  const name = `${call.service}:${call.operation}`
  return made.map((check, index): CheckOfCall => {
    // What AWS names is of the call’s own service, or of a further one such as the key.
    const isOwn = serviceOfAction(check.action) === call.service && serviceOfAction(request.action) === call.service
    const resource = check.resource === '' && isOwn ? request.resource : check.resource
    const own = checkFor({ ...request, action: name }, check.action, resource)
    const { resourceAccount } = own
    const linked: LinkedRequest = {
      action: check.action,
      resource,
      ...(resourceAccount === undefined ? {} : { resourceAccount }),
      ...contextIn(check, own.context),
      ...policyIn(accessCase, own.policy),
    }
    return { ...check, resource, linked, holes: findHoles(resource, 'request'), isRequest: index === asked }
  })
}
