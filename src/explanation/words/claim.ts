import { assumedKeys } from './assumed-keys'
import { lastInPath } from '../../iam/arn'
import type { CasePolicy } from '../../case/access-case'
import type { Denial } from '../../denial/denial'
import type { LayerResult } from '../../evaluation/evaluation'
import { CLAIM_FINDINGS, CLAIM_REASONS, CLAIMS, layerOfClaim } from '../messages/claims'
import { dependsPhrase, layerDependsPhrase } from '../messages/depends'
import { denyFact, policyPhrase } from '../messages/statements'
import type { ClaimComparison } from '../explanation'
import { awsDenied, isJudgeable, layerResult, targetOf, type Situation } from '../situation'
import { refusingSetting, settingClaim } from './block-public-access'
import { codes, join, type Phrase } from '../../text/phrase'
import { canGrant, type Layer } from '../../iam/layers'
import { policiesOfLayer } from '../../case/layer-policies'

type FindingCode = keyof typeof CLAIM_FINDINGS
type ReasonCode = keyof typeof CLAIM_REASONS

const OUTCOMES: Readonly<Record<FindingCode, ClaimComparison['outcome']>> = {
  'no-claim': 'noClaim',
  'agrees-explicit': 'agrees',
  'agrees-implicit': 'agrees',
  'not-given': 'notGiven',
  'policy-not-given': 'notGiven',
  undecided: 'undecided',
  'request-incomplete': 'undecided',
  'disagrees-allows': 'disagrees',
  'disagrees-granted': 'disagrees',
  'disagrees-none': 'disagrees',
  'disagrees-implicit': 'disagrees',
  'disagrees-explicit': 'disagrees',
  'disagrees-bypassed': 'disagrees',
}

/** Why the two can differ, the likeliest first. */
const REASONS: Readonly<Record<FindingCode, readonly ReasonCode[]>> = {
  'no-claim': [],
  'agrees-explicit': [],
  'agrees-implicit': [],
  'not-given': [],
  'policy-not-given': [],
  undecided: [],
  'request-incomplete': [],
  'disagrees-allows': [
    'other-version',
    'assumed-context',
    'other-policies-of-layer',
    'other-request',
    'changed-since',
    'not-modelled',
  ],
  'disagrees-granted': ['other-version', 'assumed-context', 'given-not-in-effect', 'other-request', 'changed-since'],
  'disagrees-none': ['no-such-attachment', 'other-request'],
  'disagrees-implicit': ['other-policies-of-layer', 'assumed-context', 'other-version', 'other-request'],
  'disagrees-explicit': ['changed-since', 'assumed-context', 'other-request'],
  'disagrees-bypassed': ['grant-not-in-effect', 'assumed-context', 'other-request', 'changed-since'],
}

const policiesOf = (situation: Situation, layer: Layer): readonly CasePolicy[] =>
  policiesOfLayer(situation.accessCase.policies, layer)

/** The last part of a policy ARN: its name, or an organization policy's id. */

const isGiven = (situation: Situation, layer: Layer, arn: string): boolean =>
  policiesOf(situation, layer).some(({ name }) => name === arn || name.includes(lastInPath(arn)))

/** Is the policy that AWS names given in a layer? */
export const isNamedPolicyGiven = (situation: Situation, layer: Layer): boolean => {
  const arn = situation.denial?.layerPolicyArn ?? null
  return arn !== null && isGiven(situation, layer, arn)
}

/** Organization policies go by an id, so that a name says nothing about them. */
const isNameTelling = (arn: string): boolean => !/^p-[a-z0-9]+$/.test(lastInPath(arn))

const isNotGiven = (situation: Situation, result: LayerResult | null): boolean =>
  result === null ||
  result.status === 'notGiven' ||
  (result.status === 'depends' && policiesOf(situation, result.layer).length === 0)

/**
 * Can a layer that allows nothing stop the request by that alone? The policy of a resource can, where no identity-based
 * policy here is known to allow.
 */
export const canStop = ({ evaluation }: Situation, { layer, needed, blocking }: LayerResult): boolean =>
  needed || blocking || (layer === 'resource' && layerResult(evaluation, 'identity')?.status !== 'allows')

const findingCode = (situation: Situation, denial: Denial, layer: Layer): FindingCode => {
  if (!isJudgeable(situation)) return policiesOf(situation, layer).length > 0 ? 'request-incomplete' : 'not-given'
  const result = layerResult(situation.evaluation, layer)
  if (result === null || isNotGiven(situation, result)) return 'not-given'
  const wanted = denial.decision === 'unknown' ? null : `${denial.decision}Deny`
  const counts = canStop(situation, result) || result.status === 'explicitDeny'
  if (counts && (result.status === wanted || (wanted === null && /Deny$/.test(result.status))))
    return result.status === 'explicitDeny' ? 'agrees-explicit' : 'agrees-implicit'
  if (result.status === 'none' && result.blocking && denial.decision !== 'explicit') return 'agrees-implicit'
  const arn = denial.layerPolicyArn
  if (arn !== null && isNameTelling(arn) && !isGiven(situation, layer, arn)) return 'policy-not-given'
  return difference(result, denial.decision)
}

/** How a layer differs from what AWS says of it. */
const difference = ({ layer, status, needed }: LayerResult, claimed: Denial['decision']): FindingCode => {
  const grantsNothing = status === 'implicitDeny' || (status === 'none' && canGrant(layer))
  if (status === 'depends') return 'undecided'
  if (status === 'explicitDeny') return 'disagrees-explicit'
  if (grantsNothing && !needed && claimed !== 'explicit') return 'disagrees-bypassed'
  if (status === 'implicitDeny') return 'disagrees-implicit'
  if (status === 'none') return 'disagrees-none'
  return claimed === 'implicit' ? 'disagrees-granted' : 'disagrees-allows'
}

const deciding = (situation: Situation, layer: Layer): Phrase => {
  const deny = layerResult(situation.evaluation, layer)?.statements.find(
    (statement) => statement.effect === 'Deny' && statement.matches === 'yes',
  )
  return deny ? join(policyPhrase(deny, targetOf(situation, layer, deny)), ' ', denyFact(deny)) : []
}

const openPhrase = (situation: Situation, layer: Layer | null): Phrase => {
  const { dependsOn } = situation.evaluation
  const result = layer === null ? null : layerResult(situation.evaluation, layer)
  return result ? layerDependsPhrase(result, dependsOn) : dependsPhrase(dependsOn)
}

const claimWords = (denial: Denial, layer: Layer | null): keyof typeof CLAIMS => {
  if (layer !== null) return denial.decision
  return denial.decision === 'explicit' ? 'explicit-no-layer' : 'none'
}

/** AWS's claim fits what it judged, and no longer what stands here. */
const outcomeOf = ({ isChanged }: Situation, code: FindingCode): ClaimComparison['outcome'] => {
  const outcome = OUTCOMES[code]
  return isChanged === true && (outcome === 'disagrees' || outcome === 'undecided') ? 'changed' : outcome
}

/** AWS's claim beside our finding. */
export const explainClaim = (situation: Situation): ClaimComparison => {
  const { denial, accessCase } = situation
  if (denial === null || denial.kind === 'not-authorization')
    return { outcome: 'noClaim', claim: [], finding: [], reasons: [] }
  const setting = refusingSetting(situation)
  if (setting !== null) return settingClaim(setting)
  const layer = layerOfClaim(denial.layer)
  const facts = {
    layer: layer ?? 'identity',
    action: accessCase.request.action,
    policy: denial.layerPolicyArn,
  } as const
  const code = layer === null ? 'no-claim' : findingCode(situation, denial, layer)
  const keys = assumedKeys(situation)
  const outcome = outcomeOf(situation, code)
  const reasons = REASONS[code].filter((reason) => reason !== 'assumed-context' || keys.length > 0)
  return {
    outcome,
    claim: CLAIMS[claimWords(denial, layer)](facts),
    finding: CLAIM_FINDINGS[code]({
      ...facts,
      found: deciding(situation, facts.layer),
      others: openPhrase(situation, layer),
      isChanged: outcome === 'changed',
    }),
    reasons: (outcome === 'changed' ? [] : reasons).map((reason) =>
      CLAIM_REASONS[reason]({ ...facts, keys: codes(keys) }),
    ),
  }
}

/** Do the policies explain that AWS denied: as it says, or at all where it names no layer? */
export const explainsDenial = (situation: Situation): boolean => {
  const { outcome } = explainClaim(situation)
  const { decision } = situation.evaluation
  const isDenied = decision === 'explicitDeny' || decision === 'implicitDeny'
  if (refusingSetting(situation) !== null) return false
  return outcome === 'agrees' || (outcome === 'noClaim' && awsDenied(situation) && isDenied)
}

/** AWS names a layer, and the policies here show that it denies: together they settle what each leaves open. */
export const settledByClaim = (situation: Situation, claim: ClaimComparison): LayerResult | null => {
  const layer = situation.denial ? layerOfClaim(situation.denial.layer) : null
  if (claim.outcome !== 'agrees' || layer === null) return null
  return layerResult(situation.evaluation, layer)
}
