import { missesOf, isOtherAction } from '../../evaluation/describe/nearest-miss'
import type { LayerResult } from '../../evaluation/evaluation'
import type { Layer } from '../../iam/layers'
import { hasGaps } from '../../knowledge/observe'
import type { FurtherCheck } from '../answer'
import { layerResult, type JudgedCase } from '../judged-case'
import { askingCheck } from './asking-check'
import { isGrantedHere, isLetInForSure } from './granted'

/**
 * What the policies given for a layer make of a further check. "allowed": they let it through; "lacking": they do not,
 * "misplaced": though an Allow names the action, on a resource or under a condition where it grants nothing; "open": nobody knows.
 */
export interface CheckTest {
  readonly check: FurtherCheck
  readonly outcome: 'allowed' | 'lacking' | 'misplaced' | 'open'
  readonly judged: JudgedCase
  readonly result: LayerResult | null
}

const isNamed = (result: LayerResult, action: string): boolean => {
  const [near] = missesOf(result, action)
  return near !== undefined && !isOtherAction(near)
}

const outcomeOf = (result: LayerResult | null, action: string): CheckTest['outcome'] => {
  if (result === null) return 'open'
  if (result.status === 'allows') return 'allowed'
  if (result.status === 'explicitDeny') return 'lacking'
  if (result.status !== 'implicitDeny') return 'open'
  return isNamed(result, action) ? 'misplaced' : 'lacking'
}

/** Tests a further check against the policies of a layer. */
export const testCheck = (given: JudgedCase, layer: Layer, check: FurtherCheck): CheckTest => {
  const judged = askingCheck(given, check)
  const result = layerResult(judged.evaluation, layer)
  const outcome = outcomeOf(result, check.action)
  return { check, outcome: outcome === 'open' && isGrantedHere(judged, layer) ? 'allowed' : outcome, judged, result }
}

/** Tests the request itself, where it is what the words of the text ask for; `isCallerKnown`: they say who was refused. */
export const testRequest = (judged: JudgedCase, layer: Layer, isCallerKnown = true): CheckTest => {
  const { principal, action, resource } = judged.accessCase.request
  const result = layerResult(judged.evaluation, layer)
  const check = { principal: principal === '' ? null : principal, action, resource }
  const outcome = outcomeOf(result, action)
  const isAllowed = isLetInForSure(result) || (isCallerKnown && outcome === 'open' && isGrantedHere(judged, layer))
  return { check, outcome: isAllowed ? 'allowed' : outcome, judged, result }
}

/** Can a layer stop a check by lacking an Allow, for all that is known? */
const stops = ({ layer, needed, status }: LayerResult): boolean =>
  status === 'explicitDeny' || (status === 'implicitDeny' && (needed || layer === 'identity' || layer === 'trust'))

/** The first of some checks that the policies given here do not let through, and the layer that stops it; null: they let all through. */
export const firstLacking = (given: JudgedCase, checks: readonly FurtherCheck[]): CheckTest | null => {
  for (const check of checks) {
    const judged = askingCheck(given, check)
    const result = judged.evaluation.layers.find(stops)
    if (result) return { check, outcome: outcomeOf(result, check.action), judged, result }
  }
  return null
}

/** Does an Allow miss the check by its conditions alone, as far as is known? */
export const isByTestsAlone = ({ result, check }: CheckTest): boolean => {
  const [near] = result === null ? [] : missesOf(result, check.action)
  const certain = near?.failed.filter(({ matches }) => matches === 'no') ?? []
  return certain.length > 0 && certain.every(({ element }) => element === 'Condition')
}

/**
 * Does an Allow given here name the action for a thing of its own, and does only the name of the thing that is asked for lack to
 * tell whether it is that one? What was written for such calls is less likely to be missing.
 */
export const isForSomeThing = ({ outcome, result }: CheckTest): boolean =>
  outcome === 'open' &&
  result !== null &&
  result.statements.some(
    ({ effect, openEffect, matches, elements }) =>
      effect === 'Allow' &&
      openEffect !== true &&
      matches === 'unknown' &&
      elements.every((one) => one.matches === 'yes' || (one.element === 'Resource' && one.matches === 'unknown')),
  )

/** Do the policies let the call itself through? Where the text names no object, one of a bucket. */
export function isCallLetThrough(judged: JudgedCase, layer: Layer, bucket: string | undefined): boolean {
  const { action, resource } = judged.accessCase.request
  if (resource !== '') return layerResult(judged.evaluation, layer)?.status === 'allows'
  if (action === '' || bucket === undefined || hasGaps(bucket)) return false
  return testCheck(judged, layer, { principal: null, action, resource: `${bucket}/<key>` }).outcome === 'allowed'
}
