import { likelyTakesNoPolicy } from '../../facts/without-policy'
import { memberOf, readDocument, statementNode } from '../../case/case-documents'
import type { LayerResult, StatementResult } from '../../evaluation/evaluation'
import type { Layer } from '../../iam/layers'
import { isAcrossAccounts } from './across-accounts'
import { leastStatement } from './least-statement'
import { missingFact } from '../words/layer-fact'
import { DENIED_FACTS, SPEAKS } from '../messages/answers'
import { isGrantedHere } from './granted'
import { LAYER_PHRASES } from '../messages/layers'
import { missesOf } from '../../evaluation/describe/nearest-miss'
import { layerResult, type JudgedCase } from '../judged-case'
import type { Cause, Ground } from '../answer'
import { isOfOtherServices } from './other-services'
import { isRead } from '../words/claim-reading'
import { namesNoDeny } from './rank-causes'
import { lackRemedy } from './cause-remedies'
import { serviceOfAction } from '../../iam/action'
import { OF_REQUEST } from './cause-of-request'

/** In one account an identity-based policy that allows is enough, but for keys and roles, which their own policy has to open. */
export const isEnoughInOneAccount = (judged: JudgedCase, layer: Layer): boolean =>
  layer === 'resource' &&
  !isAcrossAccounts(judged) &&
  serviceOfAction(judged.accessCase.request.action) !== 'kms' &&
  isGrantedHere(judged, 'identity')

/** Is it a policy of the resource that need not allow, where an identity-based policy does, and none of those is given? An AWS service has none. */
const isMissedByBoth = ({ evaluation }: JudgedCase, { layer, blocking }: LayerResult): boolean => {
  const identity = layerResult(evaluation, 'identity')
  return (
    layer === 'resource' &&
    !blocking &&
    evaluation.relation !== 'crossAccount' &&
    identity?.status !== 'notApplicable' &&
    identity?.statements.length === 0
  )
}

/**
 * Does no statement speak of one who has no identity-based policies, as an AWS service that calls as itself? What is known
 * of such calls then says more than that it is missing: all that it asks for, and for whom.
 */
const isUnnamedService = ({ evaluation, accessCase }: JudgedCase, result: LayerResult): boolean =>
  result.layer === 'resource' &&
  layerResult(evaluation, 'identity')?.status === 'notApplicable' &&
  missesOf(result, accessCase.request.action).every(({ failed }) =>
    failed.some(({ element }) => element !== 'Resource' && element !== 'Condition'),
  )

const groundOfLack = (judged: JudgedCase, result: LayerResult): Ground => {
  if (isMissedByBoth(judged, result) || isUnnamedService(judged, result)) return 'shown-beside'
  return isOfOtherServices(judged, result) ? 'shown-apart' : 'shown'
}

/** Does a statement let in AWS services alone, where the caller has identity-based policies, which no service has? */
const isForServices = (judged: JudgedCase, statement: StatementResult): boolean => {
  if ((layerResult(judged.evaluation, 'identity')?.statements.length ?? 0) === 0) return false
  const { level, policy } = statement
  const document = readDocument(judged.accessCase, { layer: 'resource', level, policy })
  const node = document && statementNode(document, statement)
  const principal = node && memberOf(node, 'Principal')?.value
  if (principal?.kind !== 'object') return false
  return principal.members.length > 0 && principal.members.every(({ key }) => key === 'Service')
}

/**
 * Does a policy of the resource have no Allow for this caller, as one that only denies? In one account it need not allow, so that
 * what the caller's own policies lack comes first.
 */
const isOfOthers = (judged: JudgedCase, { layer, blocking, statements }: LayerResult): boolean =>
  layer === 'resource' &&
  !blocking &&
  !isAcrossAccounts(judged) &&
  statements.every(
    (one) =>
      (one.effect === 'Deny' && one.openEffect !== true) ||
      one.elements.some(({ element, matches }) => element === 'Principal' && matches === 'no') ||
      isForServices(judged, one),
  )

/** A given layer that lacks an Allow for certain. */
export const shownMissing = (judged: JudgedCase, result: LayerResult): Cause => {
  const fact = missingFact(judged, result)
  const { layer } = result
  const isAllowedByIdentity = isEnoughInOneAccount(judged, layer)
  const { resource, action } = judged.accessCase.request
  const canBypass =
    layer === 'identity' &&
    // What is asked of all has no policy of its own.
    resource !== '*' &&
    layerResult(judged.evaluation, 'resource')?.status === 'notGiven' &&
    !likelyTakesNoPolicy(resource, action)
  const isEnoughElsewhere = isMissedByBoth(judged, result)
  return {
    ...OF_REQUEST,
    ground: groundOfLack(judged, result),
    weight: isOfOthers(judged, result) ? -1 : 0,
    isRefuted: isAllowedByIdentity,
    code: 'layer-lacks',
    layer,
    decision: 'implicitDeny',
    sentence: DENIED_FACTS[fact.code]({ layer, action, ...fact }),
    speaksFor: [SPEAKS['given-lacks'](), ...(namesNoDeny(judged) ? [SPEAKS['no-deny-named']()] : [])],
    speaksAgainst: [
      ...(canBypass && !result.blocking ? [SPEAKS['could-be-bypassed']()] : []),
      ...(isEnoughElsewhere ? [SPEAKS['identity-is-enough']()] : []),
      ...(isAllowedByIdentity ? [SPEAKS['identity-allows']()] : []),
    ],
    evidence: fact.evidence,
    check: null,
    remedy: lackRemedy(judged, result),
    statements: [],
    page: LAYER_PHRASES[layer].page,
  }
}

/**
 * An Allow on the resource that misses the request by its Resource alone: in one account it would have been enough, also
 * where AWS's message speaks of the caller's policies. Null where there is none.
 */
export function nearlyAllowed(judged: JudgedCase): Cause | null {
  const result = layerResult(judged.evaluation, 'resource')
  if (judged.evaluation.relation !== 'sameAccount' || result?.status !== 'implicitDeny') return null
  const { action, resource } = judged.accessCase.request
  const [near] = missesOf(result, action, null)
  const [failed, ...others] = near?.failed ?? []
  if (failed?.element !== 'Resource' || failed.matches !== 'no' || others.length > 0) return null
  const least = leastStatement(judged, 'resource', resource, '')
  if (least === null) return null
  return {
    ...shownMissing(judged, result),
    speaksFor: [SPEAKS['given-lacks']()],
    speaksAgainst: [],
    statements: [least.statement],
  }
}

/** Layers that are one document: what it does not allow, no other policy of the layer does. */
const ONE_DOCUMENT: ReadonlySet<Layer> = new Set<Layer>(['endpoint', 'boundary'])

/** Has a layer that has to allow no Allow that can match? Then it stops the request, whatever its Denies do. */
export const lacksAnyway = (result: LayerResult): boolean =>
  ONE_DOCUMENT.has(result.layer) &&
  isRead(result) &&
  result.statements.length > 0 &&
  !result.statements.some((one) => (one.effect === 'Allow' && one.matches !== 'no') || one.openEffect === true)
