import type { LayerResult } from '../../evaluation/evaluation'
import { targetPhrase } from '../messages/statements'
import { NOT_READ, type Unread } from '../messages/unread'
import type { JudgedCase } from '../judged-case'
import { levelsOf } from '../../case/layer-policies'

const names = ({ evaluation }: JudgedCase, layer: LayerResult, target: string | null): readonly string[] => {
  const broken = evaluation.problems.filter(
    ({ severity, data }) =>
      severity === 'error' && data.layer === layer.layer && (target === null || data.target === target),
  )
  return [...new Set(broken.map(({ data }) => String(data.policy)))].filter((name) => name !== '')
}

/** The fields of the case that cannot be read, where they have a name. */
const fields = ({ evaluation }: JudgedCase): readonly string[] => [
  ...new Set(evaluation.problems.flatMap(({ data }) => (data.field === undefined ? [] : [String(data.field)]))),
]

/** What of a layer cannot be read: the first level of it, its policies, or the case as a whole; null where all was read. */
export const unreadIn = (judged: JudgedCase, layer: LayerResult): Unread | null => {
  if (layer.reason === 'case-unreadable') return { where: [], what: NOT_READ.case(fields(judged)) }
  if (layer.reason !== 'layer-unreadable') return null
  const level = layer.levels?.findIndex(({ reason }) => reason === 'layer-unreadable') ?? -1
  const target = level < 0 ? null : (levelsOf(judged.accessCase.policies, layer.layer)[level]?.target ?? null)
  return { where: targetPhrase(target), what: NOT_READ.policies(names(judged, layer, target)) }
}
