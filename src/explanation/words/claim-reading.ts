import type { HowDenied } from '../../iam/how-denied'
import { type Denial, howDenied, claimedLayer, fullAction } from '../../denial/denial'
import type { ElementResult, LayerResult, StatementResult } from '../../evaluation/evaluation'
import { listedAmong } from './named-statements'
import { isJudgeable, layerResult, type JudgedCase } from '../judged-case'
import { lastInPath, parseArn } from '../../iam/arn'
import { policiesOfLayer } from '../../case/layer-policies'
import { canGrant, type Layer } from '../../iam/layers'
import { refusingSetting } from './block-public-access'
import type { CLAIM_FINDINGS } from '../messages/claims'

/**
 * What the given policies make of AWS's claim about one layer. "notGiven": they are not here; "agrees": they show it;
 * "narrowed": they leave it open, and say which statements it can be; "contradicts": they show otherwise.
 */
export interface ClaimReading {
  readonly layer: Layer
  readonly how: HowDenied
  readonly state: 'notGiven' | 'agrees' | 'narrowed' | 'contradicts'
  /** The same in words. */
  readonly finding: Exclude<keyof typeof CLAIM_FINDINGS, 'no-claim'>
  readonly result: LayerResult | null
  /** Under an explicit deny the Denies that can be it; under an implicit one the Allows that then did not apply. */
  readonly remaining: readonly StatementResult[]
}

/** Statements of which it is not even known whether they allow or deny, as far as they can apply. */
const ofOpenEffect = ({ statements }: LayerResult): readonly StatementResult[] =>
  statements.filter(({ openEffect, matches }) => openEffect === true && matches !== 'no')

/** Is nothing of a statement shown, neither its effect nor its action? AWS’s word that nothing allows says nothing of it. */
const isLeftOut = ({ openEffect, elements }: StatementResult): boolean =>
  openEffect === true && !elements.some(({ element, matches }) => /^(?:Not)?Action$/.test(element) && matches === 'yes')

const of = ({ statements }: LayerResult, effect: StatementResult['effect']): readonly StatementResult[] =>
  statements.filter((one) => one.effect === effect && one.openEffect !== true && one.matches !== 'no')

/** The Deny statements of a layer that match, or may match for all that is known. */
export const possibleDenies = (result: LayerResult): readonly StatementResult[] => of(result, 'Deny')

/** The statements of a layer that may allow, for all that is known. */
export const openAllows = (result: LayerResult): readonly StatementResult[] => [
  ...of(result, 'Allow').filter(({ matches }) => matches === 'unknown'),
  ...ofOpenEffect(result),
]

/**
 * Can a layer that allows nothing stop the request by that alone? The policy of a resource can, where no identity-based
 * policy here is known to allow.
 */
const canStop = ({ evaluation }: JudgedCase, { layer, needed, blocking }: LayerResult): boolean =>
  needed || blocking || (layer === 'resource' && layerResult(evaluation, 'identity')?.status !== 'allows')

const isGiven = (judged: JudgedCase, layer: Layer, arn: string): boolean =>
  policiesOfLayer(judged.accessCase.policies, layer).some(({ name }) => name === arn || name.includes(lastInPath(arn)))

/** Is the policy that AWS names given in a layer? */
export const isNamedPolicyGiven = (judged: JudgedCase, layer: Layer): boolean => {
  const arn = judged.denial?.layerPolicyArn ?? null
  return arn !== null && isGiven(judged, layer, arn)
}

/** Does AWS name a policy that is not among those given here? Organization policies go by an id, so that a name says nothing of them. */
const isOfOtherPolicy = (judged: JudgedCase, layer: Layer): boolean => {
  const arn = judged.denial?.layerPolicyArn ?? null
  return arn !== null && !/^p-[a-z0-9]+$/.test(lastInPath(arn)) && !isGiven(judged, layer, arn)
}

/** Is nothing of it given that could contradict AWS? What cannot apply to the caller that was read applies to whoever called. */
const isUnseen = ({ statements, status }: LayerResult): boolean =>
  status === 'notGiven' || (statements.length === 0 && (status === 'depends' || status === 'notApplicable'))

/** Was everything that is given for a layer read? What was not can hold any statement. */
export const isRead = ({ reason }: LayerResult): boolean =>
  reason !== 'layer-unreadable' && reason !== 'case-unreadable'

/** Keys whose value is taken for granted, since nearly every call has it, until AWS's word speaks against it. */
const TAKEN_FOR_GRANTED: ReadonlySet<string> = new Set(['aws:securetransport'])

const isGranted = ({ element, key = '', matches }: ElementResult): boolean =>
  element === 'Condition' && matches === 'no' && TAKEN_FOR_GRANTED.has(key.toLowerCase())

/** Denies that only such a value keeps from matching: AWS says that one applied, so the value is not known after all. */
const granted = ({ statements }: LayerResult): readonly StatementResult[] =>
  statements
    .filter(({ effect, openEffect, elements }) => {
      const failed = elements.filter(({ matches }) => matches === 'no')
      return effect === 'Deny' && openEffect !== true && failed.length > 0 && failed.every(isGranted)
    })
    .map((statement) => ({
      ...statement,
      matches: 'unknown',
      elements: statement.elements.map((one) => {
        if (!isGranted(one)) return one
        const { actual: _taken, ...rest } = one
        return { ...rest, matches: 'unknown' }
      }),
    }))

const explicit = (judged: JudgedCase, result: LayerResult): Pick<ClaimReading, 'state' | 'remaining'> => {
  if (result.status === 'explicitDeny') return { state: 'agrees', remaining: [] }
  const possible = [...possibleDenies(result), ...ofOpenEffect(result)]
  const remaining = listedAmong(judged, possible.length > 0 ? possible : granted(result))
  return { state: remaining.length > 0 || !isRead(result) ? 'narrowed' : 'contradicts', remaining }
}

/** A bucket’s ARN names no account: that it is the caller’s is only taken for granted. */
export const isOwnerAssumed = ({ accessCase, evaluation }: JudgedCase): boolean =>
  evaluation.relation === 'sameAccount' && parseArn(accessCase.request.resource)?.account === ''

/** A side that need not allow in one account: with the resource in another, which nothing here rules out, both have to. */
const bypassed = (judged: JudgedCase, { layer }: LayerResult): ClaimReading['state'] =>
  (layer === 'resource' || layer === 'identity') && isOwnerAssumed(judged) ? 'narrowed' : 'contradicts'

const implicit = (judged: JudgedCase, result: LayerResult): Pick<ClaimReading, 'state' | 'remaining'> => {
  if (result.status === 'implicitDeny' || (result.status === 'none' && (result.blocking || canGrant(result.layer))))
    return { state: canStop(judged, result) ? 'agrees' : bypassed(judged, result), remaining: [] }
  if (result.status !== 'depends') return { state: 'contradicts', remaining: [] }
  return { state: 'narrowed', remaining: openAllows(result).filter((one) => !isLeftOut(one)) }
}

/**
 * KMS names three things at once that can be so: there is no such key in the Region, its policy allows nothing, or it
 * denies. Which of them it is AWS does not say.
 */
export const namesSeveral = (denial: Denial): boolean =>
  howDenied(denial) === null && (fullAction(denial) ?? '').toLowerCase().startsWith('kms:')

/** How a layer differs from what AWS says of it. */
const difference = ({ layer, status, needed }: LayerResult, claimed: HowDenied | null): ClaimReading['finding'] => {
  const grantsNothing = status === 'implicitDeny' || (status === 'none' && canGrant(layer))
  if (status === 'depends') return 'disagrees-open'
  if (status === 'explicitDeny') return 'disagrees-explicit'
  if (grantsNothing && !needed && claimed !== 'explicitDeny') return 'disagrees-bypassed'
  if (status === 'implicitDeny') return 'disagrees-implicit'
  if (status === 'none') return 'disagrees-none'
  return claimed === 'implicitDeny' ? 'disagrees-granted' : 'disagrees-allows'
}

const findingOf = (
  judged: JudgedCase,
  denial: Denial,
  { layer, how, state, result }: Omit<ClaimReading, 'finding'>,
): ClaimReading['finding'] => {
  const isHere = policiesOfLayer(judged.accessCase.policies, layer).length > 0
  if (!isJudgeable(judged)) return isHere ? 'request-incomplete' : 'not-given'
  if (result === null || state === 'notGiven') return isHere && result?.status === 'depends' ? 'undecided' : 'not-given'
  if (state === 'agrees' && result.status === 'none') return 'agrees-none'
  if (state === 'agrees') return how === 'explicitDeny' ? 'agrees-explicit' : 'agrees-implicit'
  if (isOfOtherPolicy(judged, layer)) return 'policy-not-given'
  if (state === 'narrowed') return result.status === 'depends' ? 'undecided' : 'owner-assumed'
  return difference(result, howDenied(denial))
}

const comparedOf = (judged: JudgedCase, denial: Denial, layer: Layer): Omit<ClaimReading, 'finding'> => {
  const result = layerResult(judged.evaluation, layer)
  const said = howDenied(denial)
  const claim = { layer, how: said ?? 'implicitDeny', result } as const
  if (result === null || isUnseen(result)) return { ...claim, state: 'notGiven', remaining: [] }
  if (said === null && result.status === 'explicitDeny')
    return { ...claim, how: 'explicitDeny', state: 'agrees', remaining: [] }
  return { ...claim, ...(said === 'explicitDeny' ? explicit(judged, result) : implicit(judged, result)) }
}

/**
 * What AWS says of a layer, beside the policies of that layer: the one comparison of the two. Null where AWS names no layer,
 * or several reasons of which the policies here show none.
 */
export const readClaim = (judged: JudgedCase): ClaimReading | null => {
  const { denial } = judged
  if (denial === null || denial.kind === 'not-authorization' || refusingSetting(judged) !== null) return null
  const layer = claimedLayer(denial)
  if (layer === null) return null
  const compared = comparedOf(judged, denial, layer)
  if (namesSeveral(denial) && compared.state !== 'agrees') return null
  return { ...compared, finding: findingOf(judged, denial, compared) }
}

/** AWS names a layer, and the policies here show that it denies: together they settle what each leaves open. */
export const settledByClaim = (claim: ClaimReading | null): LayerResult | null =>
  claim?.state === 'agrees' ? claim.result : null

/** The layers that the answer depends on, without the one that AWS names: of that one its cause tells. */
export const layersBesideClaim = (judged: JudgedCase): readonly Layer[] => {
  const named = readClaim(judged)?.layer
  return judged.evaluation.dependsOn.layers.filter((layer) => layer !== named)
}
