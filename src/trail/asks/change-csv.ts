import type { DecisionChange } from '../change/compare-decisions'
import type { DecidingLine } from '../change/deciding-line'
import { csvCell } from '../../text/csv-cell'

const HEAD = [
  'count',
  'kind',
  'principal',
  'action',
  'outcome',
  'resources',
  'resource',
  'before',
  'beforeLayer',
  'beforeStatement',
  'after',
  'afterLayer',
  'afterStatement',
  'dependsOn',
  'first',
  'last',
]

const statementOf = ({ statement }: DecidingLine): string =>
  statement === null ? '' : `${statement.policyName} ${statement.sid ?? statement.statement + 1}`

/** The changes as a table of comma-separated values. */
export function changesToCsv(changes: readonly DecisionChange[]): string {
  const rows = changes.map(
    ({ count, kind, principal, action, outcome, resourceCount, resources, before, after, first, last }) => [
      count,
      kind,
      principal,
      action,
      outcome,
      resourceCount,
      resources[0] ?? '',
      before.decision,
      before.layer,
      statementOf(before),
      after.decision,
      after.layer,
      statementOf(after),
      [...after.dependsOn.keys, ...after.dependsOn.layers].join(' '),
      first,
      last,
    ],
  )
  return [HEAD, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')
}
