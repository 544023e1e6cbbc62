import { useMemo } from 'react'
import { filterEntries, sortRows } from '../../../trail/log-view'
import type { LogEntry } from '../../../trail/log-entry'
import { Badge } from '../../ui/Badge'
import { useShown } from '../../ui/use-shown'
import { ShortArn } from './Arn'
import { SortHead } from './SortHead'
import { Time } from './Time'
import { DECISIONS, FIELD_NAMES, claimTitle, NOT_SAID } from './trail-messages'
import type { TrailLook } from '../../state/log/trail-store'
import { isPlainClick, moveBetweenRows } from './use-rows'

const COLUMNS = [
  { field: 'count', className: 'w-16 text-right!' },
  { field: 'action', className: 'desk:w-56' },
  { field: 'principal', className: 'max-desk:hidden' },
  { field: 'resource', className: 'max-desk:hidden' },
  { field: 'layer', className: 'w-28 desk:w-44' },
  { field: 'first', className: 'w-40 max-desk:hidden' },
  { field: 'last', className: 'w-40 max-desk:hidden' },
] as const

const CELL = 'border-b border-line px-2 py-1.5 align-top'

function LayerCell({ entry: { layer, decision } }: { readonly entry: LogEntry }) {
  const { tone, word } = DECISIONS[decision]
  if (layer === 'unknown' && decision === 'unknown') return <span className="text-xs text-faint">{word}</span>
  return (
    <span className="flex flex-col items-start gap-0.5">
      <Badge tone={tone}>{word}</Badge>
      {layer !== 'unknown' && <span className="text-xs text-muted">{claimTitle(layer)}</span>}
    </span>
  )
}

function Name({ entry, field }: { readonly entry: LogEntry; readonly field: 'principal' | 'resource' }) {
  const value = entry[field]
  return value === null ? <span className="text-xs text-faint">{NOT_SAID[field]}</span> : <ShortArn value={value} />
}

function EntryRow({ entry, onOpen }: { readonly entry: LogEntry; readonly onOpen: (id: number) => void }) {
  const { id, count, action, operation, principal, resource, first, last } = entry
  const title = action ?? operation ?? NOT_SAID.action
  const label = ['Open', title, principal ?? NOT_SAID.principal, resource ?? NOT_SAID.resource].join(', ')
  return (
    <tr className="cursor-pointer hover:bg-hover" onClick={() => isPlainClick() && onOpen(id)}>
      <td className={`${CELL} text-right font-medium tabular-nums`}>{count.toLocaleString('en')}</td>
      <td className={CELL}>
        <button
          type="button"
          data-row
          aria-label={label}
          onClick={(event) => {
            event.stopPropagation()
            onOpen(id)
          }}
          className="term rounded text-left text-sm font-medium text-accent hover:underline"
        >
          {title}
        </button>
        <span className="mt-0.5 block desk:hidden">
          <Name entry={entry} field="principal" />
        </span>
        <span className="mt-0.5 block desk:hidden">
          <Name entry={entry} field="resource" />
        </span>
      </td>
      <td className={`${CELL} max-desk:hidden`}>
        <Name entry={entry} field="principal" />
      </td>
      <td className={`${CELL} max-desk:hidden`}>
        <Name entry={entry} field="resource" />
      </td>
      <td className={CELL}>
        <LayerCell entry={entry} />
      </td>
      <td className={`${CELL} max-desk:hidden`}>
        <Time value={first} />
      </td>
      <td className={`${CELL} max-desk:hidden`}>
        <Time value={last} />
      </td>
    </tr>
  )
}

interface EntryTableProps {
  readonly entries: readonly LogEntry[]
  readonly look: TrailLook
  readonly onOpen: (id: number) => void
}

/** The denials of a log, one row for all that say the same. A row opens in the workbench. */
export function EntryTable({ entries, look, onOpen }: EntryTableProps) {
  const { filter, sort } = look
  const sorted = useMemo(() => sortRows(filterEntries(entries, filter), sort), [entries, filter, sort])
  const { rows, more } = useShown(sorted)
  return (
    <>
      <table aria-label="Denials in the log" className="w-full border-collapse text-sm" onKeyDown={moveBetweenRows}>
        <thead>
          <tr>
            {COLUMNS.map(({ field, className }) => (
              <SortHead key={field} field={field} name={FIELD_NAMES[field]} sort={sort} className={className} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => (
            <EntryRow key={entry.id} entry={entry} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
