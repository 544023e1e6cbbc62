import { Fragment, type ReactNode } from 'react'
import type { LogEntry } from '../../../trail/log-entry'
import { Badge } from '../../ui/Badge'
import { ShortArn } from './Arn'
import { SortHead, type RowOrder } from './SortHead'
import { Time } from './Time'
import { DECISIONS, FIELD_NAMES, claimTitle, NOT_SAID } from './trail-messages'
import { isPlainClick, moveBetweenRows } from './use-rows'

const COLUMNS = [
  { field: 'count', className: 'w-16 text-right!' },
  { field: 'action', className: 'desk:w-56' },
  { field: 'principal', className: 'max-desk:hidden min-[1200px]:w-56 min-[1600px]:w-96' },
  { field: 'resource', className: 'max-desk:hidden' },
  { field: 'layer', className: 'w-24 desk:w-44' },
  { field: 'first', className: 'w-40 max-[1200px]:hidden' },
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

/** An action, which has no room beside its service on a narrow page. */
function Breakable({ action }: { readonly action: string }) {
  const colon = action.indexOf(':') + 1
  return (
    <>
      {action.slice(0, colon)}
      <wbr />
      {action.slice(colon)}
    </>
  )
}

function Name({ entry, field }: { readonly entry: LogEntry; readonly field: 'principal' | 'resource' }) {
  const value = entry[field]
  return value === null ? <span className="text-xs text-faint">{NOT_SAID[field]}</span> : <ShortArn value={value} />
}

/** When it was last denied: where that is when it was first, the time stands once, in the column that is there. */
function LastTime({ first, last }: Pick<LogEntry, 'first' | 'last'>) {
  if (first !== last) return <Time value={last} />
  return (
    <>
      <span className="text-xs text-faint max-[1200px]:hidden">
        <span aria-hidden>–</span>
        <span className="sr-only">the same</span>
      </span>
      <span className="min-[1200px]:hidden">
        <Time value={last} />
      </span>
    </>
  )
}

interface EntryRowProps {
  readonly entry: LogEntry
  readonly onOpen: (id: number) => void
  readonly button: ReactNode
}

function EntryRow({ entry, onOpen, button }: EntryRowProps) {
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
          <Breakable action={title} />
        </button>
        {button}
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
      <td className={`${CELL} max-[1200px]:hidden`}>
        <Time value={first} />
      </td>
      <td className={`${CELL} max-desk:hidden`}>
        <LastTime first={first} last={last} />
      </td>
    </tr>
  )
}

type EntryField = (typeof COLUMNS)[number]['field']

interface EntryTableProps {
  readonly rows: readonly LogEntry[]
  readonly sort: RowOrder<string>
  readonly onSort: (sort: RowOrder<EntryField>) => void
  readonly onOpen: (id: number) => void
  /** What stands below the row of an entry, with the button that opens it. */
  readonly below?: (entry: LogEntry) => { readonly button: ReactNode; readonly panel: ReactNode }
}

/** The denials of a log, one row for all that say the same. A row opens in the workbench. */
export function EntryTable({ rows, sort, onSort, onOpen, below }: EntryTableProps) {
  return (
    <table aria-label="Denials in the log" className="w-full border-collapse text-sm" onKeyDown={moveBetweenRows}>
      <thead>
        <tr>
          {COLUMNS.map(({ field, className }) => (
            <SortHead
              key={field}
              field={field}
              name={FIELD_NAMES[field]}
              sort={sort}
              onSort={onSort}
              className={className}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => {
          const { button = null, panel = null } = below?.(entry) ?? {}
          return (
            <Fragment key={entry.id}>
              <EntryRow entry={entry} onOpen={onOpen} button={button} />
              {panel !== null && (
                <tr>
                  <td colSpan={COLUMNS.length} className="border-b border-line bg-sunken px-2 py-2">
                    {panel}
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}
