import type { Outlook } from '../evaluation/decide/decide'
import { SWEEP_DECISIONS, SWEEP_LAYERS, type SweepPart } from './sweep'
import type { SweepTarget } from './sweep-targets'
import type { Layer } from '../iam/layers'
import { csvCell } from '../text/csv-cell'

/** One action with what was found. */
export interface SweepRow extends SweepTarget {
  readonly decision: Outlook
  /** The layer that decides; "none" where it is allowed. */
  readonly layer: Layer | 'none'
}

/** What rows are shown. An empty text, or null, leaves everything in. */
export interface SweepFilter {
  readonly text: string
  readonly decision: 'allowed' | 'denied' | 'depends' | null
  readonly layer: Layer | null
  readonly level: string | null
}

/** The rows that a part of a sweep is about. */
export function rowsOf(targets: readonly SweepTarget[], { start, decisions, layers }: SweepPart): readonly SweepRow[] {
  return targets.slice(start, start + decisions.length).map((target, at) => ({
    ...target,
    decision: SWEEP_DECISIONS[decisions[at] ?? 0] ?? 'depends',
    layer: SWEEP_LAYERS[layers[at] ?? 0] ?? 'none',
  }))
}

/** The three answers that people ask for; which kind of denial it is stands in its own column. */
export const answerOf = (decision: Outlook): NonNullable<SweepFilter['decision']> =>
  decision === 'allowed' || decision === 'depends' ? decision : 'denied'

/** The rows that pass the filter; several words must all occur in the action's name. */
export function filterRows(rows: readonly SweepRow[], filter: SweepFilter): readonly SweepRow[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return rows.filter(
    ({ action, decision, layer, level }) =>
      words.every((word) => action.toLowerCase().includes(word)) &&
      (filter.decision === null || answerOf(decision) === filter.decision) &&
      (filter.layer === null || layer === filter.layer) &&
      (filter.level === null || level === filter.level),
  )
}

/** How many rows have each answer. */
export function countAnswers(rows: readonly SweepRow[]): Readonly<Record<ReturnType<typeof answerOf>, number>> {
  const counts = { allowed: 0, denied: 0, depends: 0 }
  for (const { decision } of rows) counts[answerOf(decision)] += 1
  return counts
}

const HEAD = ['action', 'accessLevel', 'resource', 'decision', 'layer']

/** The rows as CSV, for a spreadsheet. */
export function rowsToCsv(rows: readonly SweepRow[], resource: string): string {
  const lines = rows.map(({ action, level, onResource, decision, layer }) => [
    action,
    level,
    onResource ? resource : '*',
    decision,
    layer,
  ])
  return [HEAD, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')
}
