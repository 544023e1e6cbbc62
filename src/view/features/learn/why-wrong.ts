import { LEARN_TEXTS } from './messages'
import type { Evaluation, LayerResult } from '../../../evaluation/evaluation'
import { layerTitle } from '../../../iam/layer-titles'
import type { ExpectedAnswer } from '../../../permalink/deck'

/** What a layer does, told of that layer alone. */
const FOUND: Readonly<Record<LayerResult['status'], string>> = {
  allows: 'allow this request',
  none: 'have nothing attached that could deny it',
  notApplicable: 'have no part in this request',
  notGiven: 'aren’t part of this case',
  explicitDeny: 'hold a Deny that matches',
  implicitDeny: 'hold no Deny that matches',
  depends: 'decide nothing by themselves',
}

/**
 * Why an answer is wrong, told of what was answered alone: what decides stays for the learner to find. Null where the
 * answer is right.
 */
export function whyWrong(answer: ExpectedAnswer, expected: ExpectedAnswer, { layers }: Evaluation): string | null {
  if (answer.decision === expected.decision && (answer.decision === 'depends' || answer.layer === expected.layer))
    return null
  if (answer.decision === 'allowed') return LEARN_TEXTS.somethingDoesNotLet
  if (answer.decision === 'depends') return LEARN_TEXTS.allThatDecidesIs
  if (expected.decision !== 'depends' && answer.layer === expected.layer) return LEARN_TEXTS.thePlaceIsRight
  if (answer.layer === 'none') return LEARN_TEXTS.oneOfTheLayers
  const title = layerTitle(answer.layer)
  const status = layers.find(({ layer }) => layer === answer.layer)?.status
  if (status === undefined) return LEARN_TEXTS.thatLayerHasNo
  // A layer that denies too, but not first: that it does would be right, and it is not asked.
  if (status === answer.decision) return `${title} do stop it, but something else does before.`
  return `${title} ${FOUND[status]}.`
}
