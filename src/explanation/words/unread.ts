import type { LayerResult } from '../../evaluation/evaluation'
import { targetPhrase } from '../messages/statements'
import { NOT_READ, type Unread } from '../messages/unread'
import type { Situation } from '../situation'
import { levelsOf } from '../../case/layer-policies'

const names = ({ evaluation }: Situation, layer: LayerResult, target: string | null): readonly string[] => {
  const broken = evaluation.problems.filter(
    ({ severity, data }) =>
      severity === 'error' && data.layer === layer.layer && (target === null || data.target === target),
  )
  return [...new Set(broken.map(({ data }) => String(data.policy)))].filter((name) => name !== '')
}

/** The fields of the case that cannot be read, where they have a name. */
const fields = ({ evaluation }: Situation): readonly string[] => [
  ...new Set(evaluation.problems.flatMap(({ data }) => (data.field === undefined ? [] : [String(data.field)]))),
]

/** What of a layer cannot be read: the first level of it, its policies, or the case as a whole; null where all was read. */
export const unreadIn = (situation: Situation, layer: LayerResult): Unread | null => {
  if (layer.reason === 'case-unreadable') return { where: [], what: NOT_READ.case(fields(situation)) }
  if (layer.reason !== 'layer-unreadable') return null
  const level = layer.levels?.findIndex(({ reason }) => reason === 'layer-unreadable') ?? -1
  const target = level < 0 ? null : (levelsOf(situation.accessCase.policies, layer.layer)[level]?.target ?? null)
  return { where: targetPhrase(target), what: NOT_READ.policies(names(situation, layer, target)) }
}
