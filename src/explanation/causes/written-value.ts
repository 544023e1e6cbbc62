import type { ClueKind, RowMatch } from '../../knowledge/knowledge'
import { caseLayerOf } from '../../iam/layers'
import type { Evidence } from '../evidence'
import { layerResult, type JudgedCase } from '../judged-case'

/** Clues that are values of the policies given here. */
const OF_POLICIES: ReadonlySet<ClueKind> = new Set<ClueKind>(['compared-with', 'test-written', 'resource-written'])

/** Where the policies of a cause's layer have the value that it speaks of. */
export function evidenceOfWritten(judged: JudgedCase, { layer, for: clues }: RowMatch): Evidence | null {
  if (layer === 'none') return null
  const written = new Set(clues.filter(({ kind }) => OF_POLICIES.has(kind)).map(({ text }) => text))
  if (written.size === 0) return null
  for (const { level, policy, statement, elements } of layerResult(judged.evaluation, layer)?.statements ?? [])
    for (const { span } of elements.flatMap(({ values }) => values).filter(({ text }) => written.has(text)))
      return { layer: caseLayerOf(layer), place: { level, policy, statement }, span }
  return null
}
