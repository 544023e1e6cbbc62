import { DENIALS_PAGE } from '../../iam/aws-docs'
import { howDenied } from '../../denial/denial'
import { isOfLoadBalancers } from '../../facts/load-balancer-accounts'
import { accountOfArn, parseArn } from '../../iam/arn'
import { LAYERS, type Layer } from '../../iam/layers'
import { isProviderAction, isTrustAction } from '../../iam/trust-actions'
import { isInRegistryOfAws } from '../../facts/registries-of-aws'
import { isLinkedRoleRefused, isWithoutOwnPolicies } from '../../facts/situations/situations'
import { isLinkedRoleName, parsePrincipal } from '../../iam/principal'
import { CAUSE_REMEDIES, SPEAKS, UNSEEN } from '../messages/answers'
import { CLUE_MESSAGES } from '../../knowledge/messages/clues'
import { signsOfLayer } from '../../knowledge/layer-signs'
import { observe } from '../../knowledge/observe'
import { LAYER_PHRASES } from '../messages/layers'
import { rowPhrase } from '../words/row-phrase'
import { isMissing } from './hypothetical-case'
import { changesOfListed } from './listed-tests'
import { isPossible } from './unseen-layers'
import { awsDenied, layerResult, notGivenLayers, type JudgedCase } from '../judged-case'
import type { Phrase } from '../../text/phrase'
import type { Cause } from '../answer'
import { isRefutedLayer } from './by-the-text'
import { likelyTakesNoPolicy } from '../../facts/without-policy'
import { denyGrounds, namesNoDeny, ranked } from './rank-causes'
import { layerCheck } from './checks'
import { isEnoughInOneAccount } from './lacking-layer'
import { OF_REQUEST } from './cause-of-request'
import { ofGiven } from './given-causes'
import { isAcrossAccounts } from './across-accounts'
import { isSupported, type KnownFacts } from './known-facts'
import { headlineFacts } from '../words/headline'

const accountsOf = (judged: JudgedCase) => {
  const { request } = judged.accessCase
  const account = parsePrincipal(request.principal)?.account ?? ''
  const owner = parseArn(request.resource)?.account || request.resourceAccount || ''
  return { layer: 'identity' as Layer, account, owner }
}

interface Expected {
  readonly layer: Layer
  readonly why: readonly Phrase[]
}

/** Do the caller’s own policies allow what may be a resource of another account, whose policy has to allow it too? */
const isAllowedByCaller = (judged: JudgedCase): boolean =>
  layerResult(judged.evaluation, 'identity')?.status === 'allows' &&
  layerResult(judged.evaluation, 'resource') !== null &&
  !likelyTakesNoPolicy(judged.accessCase.request.resource, judged.accessCase.request.action) &&
  isAcrossAccounts(judged)

/** Which layers lack an Allow most often, where no policy shows it: the likeliest first. */
const expected = (judged: JudgedCase): readonly Expected[] => {
  const { principal } = judged.accessCase.request
  const all = usual(judged)
  const { denial } = judged
  // The row says what its key has to let it do, and under which test.
  if (isLinkedRoleRefused(denial?.situation)) return []
  if (!isLinkedRoleName(parsePrincipal(principal)?.name) && !isWithoutOwnPolicies(denial?.situation)) return all
  const others = all.filter(({ layer }) => layer !== 'identity')
  if (others.length > 0) return others
  return isEnoughInOneAccount(judged, 'resource') ? [] : [{ layer: 'resource', why: [] }]
}

const usual = (judged: JudgedCase): readonly Expected[] => {
  const { request } = judged.accessCase
  const action = request.action.toLowerCase()
  const kind = parsePrincipal(request.principal)?.kind
  const accounts = { ...accountsOf(judged), action }
  if (isTrustAction(action)) {
    const isOfToken = isProviderAction(action)
    return [
      { layer: 'trust', why: [SPEAKS['trust-first']()] },
      ...(isOfToken ? [] : [{ layer: 'identity', why: [] } as const]),
    ]
  }
  if (kind === 'service') return [{ layer: 'resource', why: [SPEAKS['service-calls']()] }]
  if (kind === 'anonymous') return [{ layer: 'resource', why: [SPEAKS['nobody-signed']()] }]
  // By the accounts themselves: one that is masked may be the other.
  const isCross = judged.evaluation.relation === 'crossAccount' && accounts.account !== '' && accounts.owner !== ''
  // What AWS offers from its own account lets everyone in: the caller's side decides.
  if (isCross && isInRegistryOfAws(request.resource))
    return [{ layer: 'identity', why: [SPEAKS['registry-of-aws'](accounts)] }]
  if (isCross)
    return [
      { layer: 'resource', why: [SPEAKS['two-accounts'](accounts)] },
      { layer: 'identity', why: [] },
    ]
  if (action.startsWith('kms:'))
    return [
      { layer: 'resource', why: [SPEAKS['key-policy-first']()] },
      { layer: 'identity', why: [] },
    ]
  if (isAllowedByCaller(judged)) return [{ layer: 'resource', why: [SPEAKS['caller-allows']()] }]
  return [{ layer: 'identity', why: [SPEAKS['missing-allow-is-usual']()] }]
}

/** Would the request be denied for want of an Allow in a layer, whatever else is not given? What is given but cannot be read may lack any. */
const mayLack = (judged: JudgedCase, layer: Layer): boolean =>
  !isMissing(judged.accessCase, layer) || isPossible(judged, { layer, how: 'implicitDeny' })

/** May a layer lack an Allow, since it is not given? */
const isUnseen = (judged: JudgedCase, layer: Layer): boolean => {
  const result = layerResult(judged.evaluation, layer)
  if (result === null || result.status === 'notGiven') return true
  return result.status === 'depends' && (result.statements.length === 0 || result.reason === 'layer-unreadable')
}

const unseenMissing = (judged: JudgedCase, { layer, why }: Expected, index: number): Cause => ({
  ...OF_REQUEST,
  ground: index === 0 ? 'unseen-first' : 'unseen-second',
  code: 'layer-not-given',
  layer,
  decision: 'implicitDeny',
  sentence: UNSEEN['layer-lacks'](headlineFacts(judged, layer), layer),
  speaksFor: [...(namesNoDeny(judged) ? [SPEAKS['no-deny-named']()] : []), ...why],
  speaksAgainst: [],
  evidence: null,
  check: layerCheck(judged, layer, null),
  remedy: CAUSE_REMEDIES['add-allow'](headlineFacts(judged, layer), layer),
  statements: [],
  page: LAYER_PHRASES[layer].page,
})

/** A layer that the text itself speaks of, where nobody gave its policies. */
const spokenOf = (judged: JudgedCase): readonly Cause[] => {
  const { accessCase, denial, evaluation } = judged
  const seen = observe(accessCase, denial, evaluation.context)
  const how = howDenied(denial) ?? 'implicitDeny'
  return notGivenLayers(judged).flatMap((layer): readonly Cause[] => {
    const signs = signsOfLayer(seen, layer)
    if (signs.length === 0 || isRefutedLayer(judged, layer, how) || !isPossible(judged, { layer, how })) return []
    const facts = headlineFacts(judged, layer)
    return [
      {
        ...unseenMissing(judged, { layer, why: [] }, 0),
        ground: 'unseen-spoken-of',
        decision: how,
        sentence: how === 'explicitDeny' ? UNSEEN['deny-in-layer'](facts, layer) : UNSEEN['layer-lacks'](facts, layer),
        speaksFor: signs.map(({ kind, text }) => rowPhrase(CLUE_MESSAGES[kind], { text })),
        ...(how === 'explicitDeny' && { remedy: CAUSE_REMEDIES['find-deny']() }),
      },
    ]
  })
}

/** The layers that are not given and in which a Deny would deny as AWS reported. */
const deniers = (judged: JudgedCase): readonly Layer[] =>
  notGivenLayers(judged).filter(
    (layer) =>
      // Nobody here has policies of an account of AWS’s.
      !(LAYERS[layer].side === 'caller' && isOfLoadBalancers(accountOfArn(judged.accessCase.request.principal))) &&
      !isRefutedLayer(judged, layer, 'explicitDeny') &&
      isPossible(judged, { layer, how: 'explicitDeny' }),
  )

/** A policy of a layer that is not given; which one, nothing here tells. */
const unseenDeny = (judged: JudgedCase): readonly Cause[] => {
  const layers = deniers(judged)
  if (layers.length === 0) return []
  const changes = changesOfListed(judged)
  return [
    {
      ...OF_REQUEST,
      ground: 'unseen-deny',
      code: 'deny-elsewhere',
      layer: 'none',
      decision: 'explicitDeny',
      sentence: UNSEEN['deny-elsewhere'](
        headlineFacts(judged, null),
        layers,
        howDenied(judged.denial) === 'explicitDeny',
      ),
      ...denyGrounds(judged),
      evidence: null,
      check: null,
      remedy:
        changes.length === 0
          ? CAUSE_REMEDIES['find-deny']()
          : CAUSE_REMEDIES['change-request-or-ask'](changes.map(({ sentence }) => sentence)),
      statements: [],
      page: DENIALS_PAGE,
    },
  ]
}

/** A resource of which no account is known may be in another one, whose policy then has to allow too. */
const otherAccount = (judged: JudgedCase): readonly Cause[] => {
  const { evaluation, accessCase } = judged
  const isOwnerKnown =
    evaluation.relation === 'crossAccount' || (parseArn(accessCase.request.resource)?.account ?? '') !== ''
  if (isOwnerKnown || !isEnoughInOneAccount(judged, 'resource') || !isUnseen(judged, 'resource')) return []
  return [
    {
      ...unseenMissing(judged, { layer: 'resource', why: [] }, 1),
      ground: 'unseen-account',
      sentence: UNSEEN['other-account'](headlineFacts(judged, 'resource')),
      speaksFor: [],
    },
  ]
}

/**
 * Of two accounts that are both known, where the caller's side allows: the other side has to allow too, which comes before what
 * is known of such calls in general. What is known of the resource's side says more.
 */
const isOtherHalf = (judged: JudgedCase, { causes }: KnownFacts): boolean =>
  judged.evaluation.relation === 'crossAccount' &&
  layerResult(judged.evaluation, 'identity')?.status === 'allows' &&
  !causes.some((one) => one.layer === 'resource' && isSupported(one))

/** What can have denied a request of which AWS says no more than that, the likeliest first. */
export const likelyCauses = (judged: JudgedCase, known: KnownFacts): readonly Cause[] => {
  if (!awsDenied(judged)) return []
  const given = judged.evaluation.layers.flatMap((result) => ofGiven(judged, result))
  const unseen = expected(judged)
    .filter(({ layer }) => isUnseen(judged, layer) && mayLack(judged, layer))
    .map((one, index) => unseenMissing(judged, one, index))
    .map((one) =>
      one.layer === 'resource' && isOtherHalf(judged, known) ? { ...one, ground: 'unseen-half' as const } : one,
    )
  return ranked(judged, [
    ...given,
    ...unseen,
    ...spokenOf(judged),
    ...unseenDeny(judged),
    ...otherAccount(judged),
    ...known.causes,
  ])
}
