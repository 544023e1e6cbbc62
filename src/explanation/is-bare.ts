import { policiesOfLayer } from '../case/layer-policies'
import { CASE_LAYERS } from '../iam/layers'
import type { JudgedCase } from './judged-case'

const isNothing = (list: readonly unknown[] | undefined): boolean => list === undefined || list.length === 0

/**
 * Is nothing here but an error: no policy and no word of one, nothing that was taken for granted, and nothing changed? Then no
 * layer does anything that is known, and what tells of policies has nothing to say.
 */
export const isBare = ({ accessCase, evaluation, isChanged, assumed, beside, pasted, refuted }: JudgedCase): boolean =>
  isChanged !== true &&
  evaluation.decision === 'depends' &&
  evaluation.layers.every(
    ({ status, statements }) => statements.length === 0 && (status === 'notGiven' || status === 'notApplicable'),
  ) &&
  CASE_LAYERS.every((layer) => policiesOfLayer(accessCase.policies, layer).length === 0) &&
  [assumed, beside, pasted, refuted].every(isNothing) &&
  Object.keys(accessCase.filled ?? {}).length === 0
