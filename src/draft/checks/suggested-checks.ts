import { arnsOfKind, type ArnKind } from '../../iam/arn-in-text'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { own } from '../../text/own'
import type { CaseRequest } from '../../case/access-case'
import { isAccountId, parseArn, regionOfArn, firstOfArn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import { CALL_FACTS } from '../../facts/calls/call-facts'
import { checksOfCall } from '../../facts/calls/checks-of-call'
import type { MadeCheck, CallPlace, MadeCall } from '../../facts/calls/made-call'
import { roleTakerOf } from '../../facts/calls/needs-of-call'
import type { WhenCode } from '../../facts/calls/when'
import { CASE_LAYERS } from '../../iam/layers'
import type { Reference } from '../../reference/reference'
import { draftPoliciesOf } from '../edit/edit-layers'
import type { ContextEdit, Draft, DraftCheck } from '../draft'
import { isWholeCheck, policyOfCheck } from './further-check'

/** A further check that a call can need: offered, and judged only once it is added. */
export interface SuggestedCheck {
  readonly check: DraftCheck
  readonly when: WhenCode
  /** Where AWS describes it. */
  readonly page: string
}

type Request = Pick<CaseRequest, 'principal' | 'action' | 'resource' | 'resourceAccount' | 'context'>

/** Where the request is made: its resource says so, else its keys and its principal. */
export function placeOf({ principal, resource, context }: Request): CallPlace {
  const arn = parseArn(resource)
  const caller = parsePrincipal(principal)
  const asked = Object.entries(context ?? {}).find(([key]) => key.toLowerCase() === 'aws:requestedregion')?.[1]
  return {
    partition: arn?.partition ?? caller?.partition ?? 'aws',
    region: arn?.region || (typeof asked === 'string' ? asked : ''),
    account: isAccountId(arn?.account ?? '') ? (arn?.account ?? '') : (caller?.account ?? ''),
  }
}

const known = (value: string): ContextEdit => ({ state: 'known', values: [value] })

/**
 * The keys that a check has besides those of the request: a service that calls KMS says so, and a role is handed to a
 * service.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function contextOfCheck(
  request: Pick<Request, 'action'>,
  action: string,
  resource: string,
): DraftCheck['context'] {
  const caller = serviceOfAction(request.action)
  if (action.toLowerCase() === 'iam:passrole') {
    const taker = roleTakerOf(request.action)
    return { 'iam:PassedToService': taker === null ? { state: 'unknown' } : known(taker) }
  }
  if (serviceOfAction(action) !== 'kms' || caller === 'kms') return {}
  const region = regionOfArn(resource)
  return {
    'aws:ViaAWSService': known('true'),
    ...(region === '' || region.includes('<')
      ? {}
      : { 'kms:ViaService': known(`${caller}.${region}.amazonaws.com`), 'aws:RequestedRegion': known(region) }),
    ...(action.toLowerCase() === 'kms:creategrant' ? { 'kms:GrantIsForAWSResource': known('true') } : {}),
  }
}

/** A check of the request on another action and resource. */
export function checkFor(request: Request, action: string, resource: string): DraftCheck {
  const policy = policyOfCheck(request, action, resource)
  const { resourceAccount } = request
  return {
    action,
    resource,
    ...(policy === undefined && resourceAccount !== undefined ? { resourceAccount } : {}),
    context: contextOfCheck(request, action, resource),
    ...(policy === undefined ? {} : { policy }),
  }
}

type Target = Pick<DraftCheck, 'action' | 'resource'>

/** Is it the same check, also where one of them does not name its resource whole? */
export const isSameCheck = (one: Target, other: Target): boolean =>
  one.action.toLowerCase() === other.action.toLowerCase() &&
  (serviceOfAction(one.action) !== 'ec2' || firstOfArn(one.resource) === firstOfArn(other.resource))

/** A check of which the resource is not known yet is on the one that another check of its service is on. */
function besides(linked: readonly DraftCheck[], check: DraftCheck): DraftCheck {
  const service = serviceOfAction(check.action)
  const known = linked.find((other) => serviceOfAction(other.action) === service && other.policy && isWholeCheck(other))
  if (service !== 'kms' || isWholeCheck(check) || known?.policy === undefined) return check
  return { ...check, resource: known.resource, context: { ...check.context, ...known.context }, policy: known.policy }
}

/** A resource up to what is not known of it, for the user to fill in; nothing where its place is not known either. */
const upToOpen = (resource: string): string => {
  const known = resource.split('<', 1)[0]!
  return known === resource || parseArn(known) !== null ? known : ''
}

/** The types of an action's resources, as the reference lists them. */
export const typesIn =
  ({ service }: Pick<Reference, 'service'>) =>
  (action: string) =>
    (service(serviceOfAction(action))?.byName.get(nameOfAction(action).toLowerCase())?.resources ?? []).map(
      ({ type, required }) => ({ name: type.name, arn: type.arn, isRequired: required }),
    )

const PAGES = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html'

const pageOf = ({ fact }: MadeCheck): string =>
  fact === null
    ? 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html'
    : CALL_FACTS[fact].page

/**
 * What the call of a request can need besides, from the registry and from what AWS lists for its action. Nothing of it is
 * taken to be needed: whether an object is encrypted, or a role is handed over, no policy says.
 */
export function suggestedChecks(
  request: Request,
  linked: readonly DraftCheck[],
  listed: readonly string[] = [],
): readonly SuggestedCheck[] {
  const [service = '', operation = ''] = request.action.split(':')
  const call: MadeCall = { service: service.toLowerCase(), operation, parameters: {}, isWhole: false }
  const needed = checksOfCall(call, placeOf(request), () => [])
    .filter((one) => one.fact !== null || one.when !== 'always')
    .map((one): SuggestedCheck => {
      const isOnRequest =
        one.resource === '' || (one.fact !== null && serviceOfAction(one.action) === serviceOfAction(request.action))
      const resource = isOnRequest && service !== 'ec2' ? request.resource : upToOpen(one.resource)
      return { check: besides(linked, checkFor(request, one.action, resource)), when: one.when, page: pageOf(one) }
    })
    .filter(({ check }) => !isSameCheck(check, request))
  const further = listed
    .filter((action) => !needed.some(({ check }) => check.action.toLowerCase() === action.toLowerCase()))
    .map((action): SuggestedCheck => ({ check: checkFor(request, action, ''), when: 'listed-by-aws', page: PAGES }))
  return [...needed, ...further].filter(({ check }) => !linked.some((other) => isSameCheck(check, other)))
}

/** What further checks of a service are on. */
const NAMED: Readonly<Record<string, ArnKind>> = { kms: 'key', iam: 'role' }
const MOST_NAMED = 5
const LONGEST_SEARCHED = 200_000

/** Resources that the texts of a draft name and that a check can be on. */
export function namedResources({ paste, layers }: Draft, action: string): readonly string[] {
  const kind = own(NAMED, serviceOfAction(action))
  if (kind === undefined) return []
  const policies = CASE_LAYERS.flatMap((layer) => draftPoliciesOf(layers, layer))
  const texts = [paste, ...policies.map(({ text }) => text)].map((text) => text.slice(0, LONGEST_SEARCHED))
  return [...new Set(texts.flatMap((text) => arnsOfKind(text, kind)))].slice(0, MOST_NAMED)
}
