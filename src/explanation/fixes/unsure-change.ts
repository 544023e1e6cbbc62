import type { LayerResult } from '../../evaluation/evaluation'
import type { Fix } from '../explanation'
import * as say from '../messages/fixes'
import type { FixCandidate } from './candidate'
import { MENDS } from './deny-candidates'

/** What is known of a change after which the layer may or may not let the request pass. */
export const unsureOf = (own: LayerResult, step: FixCandidate | undefined): Fix['proof'] =>
  step !== undefined && MENDS[step.code]
    ? say.mendedPhrase()
    : step !== undefined && (ADDS[step.code] || step.statement !== null)
      ? say.mayAllowPhrase()
      : say.sparedPhrase(possibleDenies(own) > 0)

/** Changes that add to what an Allow lets in. */
export const ADDS: Readonly<Partial<Record<FixCandidate['code'], true>>> = {
  'add-action': true,
  'add-condition-value': true,
  'use-meant-operator': true,
  'use-version': true,
  'correct-test-key': true,
  'correct-test-value': true,
  'add-resource': true,
  'correct-action': true,
  'correct-resource': true,
}

/** How many of its Denies match, or may. */
const possibleDenies = ({ statements }: LayerResult): number =>
  statements.filter(({ effect, matches }) => effect === 'Deny' && matches !== 'no').length

/** Fewer of its Denies can match, whatever is not known. */
export const isSpared = (before: LayerResult, now: LayerResult): boolean => possibleDenies(now) < possibleDenies(before)
