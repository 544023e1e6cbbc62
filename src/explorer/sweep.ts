import type { AccessCase } from '../case/access-case'
import { compileDecisions } from '../evaluation/evaluate'
import type { Outlook } from '../evaluation/decide/decide'
import type { SweepTarget } from './sweep-targets'
import { READING_ORDER, type Layer } from '../iam/layers'

/** The decisions in the order of their numbers in a sweep. */
export const SWEEP_DECISIONS: readonly Outlook[] = ['allowed', 'explicitDeny', 'implicitDeny', 'depends', 'denied']

/** The deciding layers in the order of their numbers in a sweep. */
export const SWEEP_LAYERS: readonly (Layer | 'none')[] = ['none', ...READING_ORDER]

/** What was found of some actions, from `start` on: a number an action, small enough to send between threads. */
export interface SweepPart {
  readonly start: number
  readonly decisions: Uint8Array
  readonly layers: Uint8Array
}

/** The case without its resource: what is asked of any resource is asked of none whose account and policy are known. */
function ofAnyResource(accessCase: AccessCase): AccessCase {
  const { resourceAccount: _account, ...request } = accessCase.request
  const { resource: _policy, ...policies } = accessCase.policies
  return { ...accessCase, request: { ...request, resource: '*' }, policies }
}

/**
 * Evaluates the case's request again and again, for each action in turn, with everything else as the case has it.
 * Comes in parts, so that progress can be shown and the rest be dropped.
 */
export function* sweep(
  accessCase: AccessCase,
  targets: readonly Pick<SweepTarget, 'action' | 'onResource'>[],
  partLength = 1000,
): Generator<SweepPart> {
  const { resource } = accessCase.request
  const ofResource = compileDecisions(accessCase)
  const ofAny = compileDecisions(ofAnyResource(accessCase))
  for (let start = 0; start < targets.length; start += partLength) {
    const part = targets.slice(start, start + partLength)
    const decisions = new Uint8Array(part.length)
    const layers = new Uint8Array(part.length)
    part.forEach(({ action, onResource }, at) => {
      const { decision, layer, isDenied } = onResource ? ofResource(action, resource) : ofAny(action, '*')
      decisions[at] = SWEEP_DECISIONS.indexOf(decision === 'depends' && isDenied ? 'denied' : decision)
      layers[at] = SWEEP_LAYERS.indexOf(layer)
    })
    yield { start, decisions, layers }
  }
}
