import type { Denial } from '../../denial/denial'
import type { LayerResult, StatementResult } from '../../evaluation/evaluation'
import { canStop } from './claim'
import { layerOfClaim } from '../messages/claims'
import { listedAmong } from './named-statements'
import { awsDenied, layerResult, type Situation } from '../situation'
import type { Layer } from '../../iam/layers'
import { parseArn } from '../../iam/arn'

/**
 * What the given policies make of AWS's claim about one layer. "notGiven": they are not here; "agrees": they show it;
 * "narrowed": they leave it open, and say which statements it can be; "contradicts": they show otherwise.
 */
export interface ClaimReading {
  readonly layer: Layer
  readonly how: 'explicitDeny' | 'implicitDeny'
  readonly state: 'notGiven' | 'agrees' | 'narrowed' | 'contradicts'
  readonly result: LayerResult | null
  /** Under an explicit deny the Denies that can be it; under an implicit one the Allows that then did not apply. */
  readonly remaining: readonly StatementResult[]
}

/** Statements of which it is not even known whether they allow or deny, as far as they can apply. */
const ofOpenEffect = ({ statements }: LayerResult): readonly StatementResult[] =>
  statements.filter(({ openEffect, matches }) => openEffect === true && matches !== 'no')

const of = ({ statements }: LayerResult, effect: StatementResult['effect']): readonly StatementResult[] =>
  statements.filter((one) => one.effect === effect && one.openEffect !== true && one.matches !== 'no')

/** The Deny statements of a layer that match, or may match for all that is known. */
export const possibleDenies = (result: LayerResult): readonly StatementResult[] => of(result, 'Deny')

/** The statements of a layer that may allow, for all that is known. */
export const openAllows = (result: LayerResult): readonly StatementResult[] => [
  ...of(result, 'Allow').filter(({ matches }) => matches === 'unknown'),
  ...ofOpenEffect(result),
]

/** Is nothing of it given that could contradict AWS? What cannot apply to the caller that was read applies to whoever called. */
const isUnseen = ({ statements, status }: LayerResult): boolean =>
  status === 'notGiven' || (statements.length === 0 && (status === 'depends' || status === 'notApplicable'))

/** Was everything that is given for a layer read? What was not can hold any statement. */
export const isRead = ({ reason }: LayerResult): boolean =>
  reason !== 'layer-unreadable' && reason !== 'case-unreadable'

const explicit = (situation: Situation, result: LayerResult): Pick<ClaimReading, 'state' | 'remaining'> => {
  if (result.status === 'explicitDeny') return { state: 'agrees', remaining: [] }
  const remaining = listedAmong(situation, [...possibleDenies(result), ...ofOpenEffect(result)])
  return { state: remaining.length > 0 || !isRead(result) ? 'narrowed' : 'contradicts', remaining }
}

/** A bucket’s ARN names no account: that it is the caller’s is only taken for granted. */
export const isOwnerAssumed = ({ accessCase, evaluation }: Situation): boolean =>
  evaluation.relation === 'sameAccount' && parseArn(accessCase.request.resource)?.account === ''

/** A policy of the resource that need not allow in one account: in another, which nothing here rules out, it has to. */
const bypassed = (situation: Situation, { layer }: LayerResult): ClaimReading['state'] =>
  layer === 'resource' && isOwnerAssumed(situation) ? 'narrowed' : 'contradicts'

const implicit = (situation: Situation, result: LayerResult): Pick<ClaimReading, 'state' | 'remaining'> => {
  if (result.status === 'implicitDeny' || (result.status === 'none' && result.blocking))
    return { state: canStop(situation, result) ? 'agrees' : bypassed(situation, result), remaining: [] }
  if (result.status !== 'depends') return { state: 'contradicts', remaining: [] }
  return { state: 'narrowed', remaining: openAllows(result) }
}

/**
 * KMS names three things at once that can be so: there is no such key in the Region, its policy allows nothing, or it
 * denies. Which of them it is AWS does not say.
 */
export const namesSeveral = ({ decision, action, inferred }: Denial): boolean =>
  decision === 'unknown' && (inferred.action ?? action ?? '').toLowerCase().startsWith('kms:')

/** What AWS says of a layer, beside the policies of that layer; null where AWS names no layer. */
export const readClaim = (situation: Situation): ClaimReading | null => {
  const { denial, evaluation } = situation
  const layer = denial && awsDenied(situation) && !namesSeveral(denial) ? layerOfClaim(denial.layer) : null
  if (denial === null || layer === null) return null
  const result = layerResult(evaluation, layer)
  const isExplicit = denial.decision === 'explicit'
  const claim = { layer, how: isExplicit ? 'explicitDeny' : 'implicitDeny', result } as const
  if (result === null || isUnseen(result)) return { ...claim, state: 'notGiven', remaining: [] }
  if (denial.decision === 'unknown' && result.status === 'explicitDeny')
    return { ...claim, how: 'explicitDeny', state: 'agrees', remaining: [] }
  return { ...claim, ...(isExplicit ? explicit(situation, result) : implicit(situation, result)) }
}
