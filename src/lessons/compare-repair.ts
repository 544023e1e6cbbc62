import type { AccessCase, CasePolicies } from '../case/access-case'
import { accessJudge } from '../comparison/access-judge'
import { compareAccess } from '../comparison/compare-access'
import type { AccessChange, AccessQuestion } from '../comparison/comparison'
import { layerAlone } from '../comparison/layer-alone'
import { serviceOfAction } from '../iam/action'
import { firstInPath, parseArn, roleArnOfSession } from '../iam/arn'
import { CASE_LAYERS, LAYERS, type CaseLayer } from '../iam/layers'
import type { Reference } from '../reference/reference'
import { callersAlone, deniesAlone, hasDeny, type AskableOf } from '../comparison/denies-alone'
import { likelyRequests, type Opening } from './likely-requests'

/** What a repair opens and takes away, held against what was asked for. */
export interface ComparedRepair {
  /**
   * Requests that pass now, that this layer lets through for others, or for the caller in a service that the task does not
   * speak of: nobody asked for them. The riskiest first.
   */
  readonly opens: readonly Opening[]
  /** Requests that pass now, and of which nobody said whether they are meant: the same action on more of the same thing. */
  readonly alsoAllows: readonly Opening[]
  /** Requests that a layer of the caller lets through now, and that another layer still stops. */
  readonly leavesRoom: readonly Opening[]
  /** What a layer let through before, and would still let through by the repair that was asked for. */
  readonly loses: readonly Opening[]
  /** Does one request of each kind stand for all? Where not, nothing found is no proof. */
  readonly isProven: boolean
}

/** A repair: the case before it, after it, and as it is asked for where somebody said so. */
export interface ToCompare {
  readonly before: AccessCase
  readonly after: AccessCase
  readonly wanted: AccessCase | null
  /** Actions that the task asks for, in lower case. */
  readonly asked: ReadonlySet<string>
  /** The resources that it asks them of. */
  readonly askedOn: readonly string[]
}

/** Layers that bear on callers of whom the case says nothing: what one of these lets through is open to them. */
const FOR_OTHERS: ReadonlySet<CaseLayer> = new Set<CaseLayer>(['resource', 'rcp', 'scp', 'endpoint'])

/** What is looked at of some policies. */
type View = (policies: CasePolicies) => CasePolicies

const WHOLE: View = (policies) => policies

/** The policies of a draft; layers that are not given have nothing attached. */
const policiesOf = ({ policies }: AccessCase): CasePolicies => ({ ...policies, otherLayers: 'none' })

/** The layers in which two cases differ. */
const changedLayers = (one: AccessCase, other: AccessCase): readonly CaseLayer[] =>
  CASE_LAYERS.map((layer) => [layer, LAYERS[layer].key] as const)
    .filter(([, key]) => JSON.stringify(one.policies[key]) !== JSON.stringify(other.policies[key]))
    .map(([layer]) => layer)

/** Compares a repair with the policies before it and with the repair that was asked for, layer by layer and as a whole. */
export function compareRepair(
  { before, after, wanted, asked, askedOn }: ToCompare,
  reference: Reference,
): ComparedRepair {
  const { principal, resourceAccount, context = {} } = after.request
  const role = context['aws:PrincipalArn']
  const caller = typeof role === 'string' ? { principal, role } : { principal }
  const facts = after.facts === undefined ? {} : { facts: after.facts }
  const [was, is, should] = [before, after, wanted ?? before].map(policiesOf) as [
    CasePolicies,
    CasePolicies,
    CasePolicies,
  ]
  const layers = CASE_LAYERS.filter((layer) =>
    [before, wanted ?? before].some((other) => changedLayers(after, other).includes(layer)),
  )
  let isProven = true

  const question = (layer: CaseLayer | null, view: View, owner?: string): AccessQuestion => {
    const owned = owner === undefined ? {} : { resourceAccount: owner }
    return { layer, ...caller, ...facts, ...owned, before: view(should), after: view(is) }
  }
  /** What the repair lets through, in one layer or as a whole, and neither what was asked for nor the policies before. */
  const gained = (layer: CaseLayer | null, view: View, owner?: string): readonly Opening[] => {
    const asking = question(layer, view, owner)
    const { opened } = compareAccess(asking, reference)
    isProven &&= opened.isComplete
    const judgeBefore = accessJudge(asking, view(was))
    const isNew = ({ witness }: AccessChange): boolean => judgeBefore(witness.request) !== 'allowed'
    return likelyRequests(opened.changes.filter(isNew), layer, reference)
  }
  /** What a layer let through before, does not now, and would by the repair that was asked for. */
  const lost = (layer: CaseLayer, view: View): readonly Opening[] => {
    const asking = { layer, ...caller, before: view(was), after: view(is) }
    const found = compareAccess(asking, reference).lost
    isProven &&= found.isComplete
    const judgeWanted = accessJudge(asking, view(should))
    const isKept = ({ witness }: AccessChange): boolean => judgeWanted(witness.request) === 'allowed'
    return likelyRequests(found.changes.filter(isKept), layer, reference, 'lost')
  }
  const alone =
    (layer: CaseLayer): View =>
    (policies) =>
      layerAlone(policies, layer)
  const denies =
    (layer: CaseLayer): View =>
    (policies) =>
      deniesAlone(policies, layer, askedOf(layer, after.request))
  const denying = layers.filter((layer) => [was, is, should].some((policies) => hasDeny(policies, layer)))

  const isOfOther = resourceAccount !== undefined && resourceAccount !== parseArn(principal)?.account
  const passing = [...gained(null, WHOLE), ...(isOfOther ? gained(null, WHOLE, resourceAccount) : [])]
  const known = new Set(passing.map(idOf))
  const ofLayers = [
    ...layers.flatMap((layer) => gained(layer, alone(layer))),
    // A Deny holds back what other policies allow, also those that nobody shows here.
    ...denying.flatMap((layer) => gained(layer, denies(layer))),
  ].filter((opening) => !known.has(idOf(opening)))
  const judgeWanted = accessJudge(question(null, WHOLE), should)
  const isOfOthers = ({ layer }: Opening): boolean => layer !== null && FOR_OTHERS.has(layer)
  // What the caller may do anyway by the repair that was asked for is no room: another resource has a policy of its own.
  const isAnyway = ({ witness: { request } }: Opening): boolean =>
    ownerOf(request.resource) === ownerOf(after.request.resource) &&
    judgeWanted({ ...request, principal }) === 'allowed'
  const room = ofLayers.filter((one) => !isOfOthers(one) && !isAnyway(one))
  const found = distinct([...passing, ...ofLayers.filter(isOfOthers)])
  const judgeCallers = accessJudge(question('endpoint', alone('endpoint')), callersAlone(was, 'endpoint'))
  const passedBefore = ({ witness }: Opening): boolean => judgeCallers(witness.request) === 'allowed'
  const task = { asked, askedOn, principal, passedBefore }
  const isWide = (opening: Opening): boolean => wanted !== null || isBeyondTheTask(opening, task)
  const services = new Set([...asked].map(serviceOfAction))
  // Room in a service that the task does not speak of is no room that a repair may leave.
  const isElsewhere = ({ actions }: Opening): boolean => actions.some((one) => !services.has(serviceOfAction(one)))
  return {
    opens: distinct([...found.filter(isWide), ...room.filter(isElsewhere)]),
    alsoAllows: found.filter((one) => !isWide(one) && !isAsked(one, task)),
    leavesRoom: distinct(room.filter((one) => !isElsewhere(one))),
    loses: distinct([
      ...layers.flatMap((layer) => lost(layer, alone(layer))),
      ...denying.filter((layer) => layer === 'resource').flatMap((layer) => lost(layer, denies(layer))),
    ]),
    isProven,
  }
}

/** What can be asked of the policies of a layer: those of a thing are asked of it alone, an endpoint of its service. */
function askedOf(layer: CaseLayer, { action, resource }: AccessCase['request']): AskableOf {
  if (layer !== 'resource' && layer !== 'endpoint') return {}
  const service = serviceOfAction(action)
  const owner = ownerOf(resource)
  return layer === 'resource' && resource !== '*' ? { service, resources: [owner, `${owner}/*`] } : { service }
}

/** What has the policy that decides on a resource: of an object its bucket. */
const ownerOf = (arn: string): string => (arn.includes(':s3:::') ? firstInPath(arn) : arn)

/** The beginning of the ARNs of all that belongs to the same thing: of an object to its bucket, of a stream to its log group. */
function thingOf(arn: string): string {
  const { service, resource } = parseArn(arn) ?? { service: '', resource: '' }
  const least = service === 's3' ? 1 : 2
  const parts = resource.split(/(?<=[/:])/)
  return service === 'iam' || parts.length <= least
    ? arn
    : arn.slice(0, arn.length - resource.length) + parts.slice(0, least).join('')
}

/** Can a pattern take in other things than those that are asked about? Of these it may take in all. */
const reachesOthers = (pattern: string, askedOn: readonly string[]): boolean => {
  const named = pattern.slice(0, pattern.search(/[*?]|$/))
  return !askedOn.some((arn) => arn === '*' || pattern === arn || named.startsWith(thingOf(arn)))
}

/** What the task asks for, and of whom. */
interface Task extends Pick<ToCompare, 'asked' | 'askedOn'> {
  readonly principal: string
  /** Did the endpoint's policy let this caller pass before, with whatever request? */
  readonly passedBefore: (opening: Opening) => boolean
}

/** The role of a session, or who it is itself. */
const holderOf = (principal: string): string => roleArnOfSession(principal) ?? principal

/** Is it granted to others than the caller of the task? Who gets past an endpoint as before, or past a Deny, needs an Allow elsewhere. */
const isForOthers = (opening: Opening, { principal, passedBefore }: Task): boolean =>
  opening.caller !== null &&
  opening.witness.before !== 'explicitDeny' &&
  holderOf(opening.caller.principal) !== holderOf(principal) &&
  !(opening.layer === 'endpoint' && passedBefore(opening))

/** Where nobody wrote down the repair that is meant: another action, caller or thing, and a test less, are surely not meant. */
const isBeyondTheTask = (opening: Opening, task: Task): boolean =>
  isForOthers(opening, task) ||
  opening.isUntested === true ||
  opening.actions.some((action) => !task.asked.has(action.toLowerCase())) ||
  opening.listed.some((pattern) => reachesOthers(pattern, task.askedOn))

/** Is it no more than what the task asks for? */
const isAsked = (opening: Opening, task: Task): boolean =>
  !isForOthers(opening, task) &&
  opening.listed.length > 0 &&
  opening.actions.every((action) => task.asked.has(action.toLowerCase())) &&
  opening.listed.every((arn) => task.askedOn.includes(arn))

const idOf = ({ actions, caller }: Opening): string => `${actions.join(' ')} ${caller?.principal ?? ''}`

function distinct(openings: readonly Opening[]): readonly Opening[] {
  const byId = new Map(openings.toReversed().map((one) => [idOf(one), one]))
  return openings.filter((one) => byId.get(idOf(one)) === one)
}
