import { useMemo } from 'react'
import type { LogEntry } from '../../../trail/log-entry'
import { filterEntries, sortRows, sumEntries, type GroupField, type LogGroup } from '../../../trail/log-view'
import { useShown } from '../../ui/use-shown'
import { ShortArn } from './Arn'
import { SortHead } from './SortHead'
import { Time } from './Time'
import { FIELD_NAMES, claimTitle, NOT_SAID } from './trail-messages'
import { changeLook, type TrailLook } from '../../state/log/trail-store'
import { isPlainClick, moveBetweenRows } from './use-rows'

const CELL = 'border-b border-line px-2 py-1.5 align-top'

/** The value of a group as it is shown. */
export function groupName(field: GroupField, value: string | null): string {
  if (value === null) return NOT_SAID[field]
  return field === 'layer' ? claimTitle(value as LogEntry['layer']) : value
}

interface GroupTableProps {
  readonly entries: readonly LogEntry[]
  readonly look: TrailLook
  readonly by: GroupField
}

/** The log summed up by one field. A row shows the denials behind it. */
export function GroupTable({ entries, look, by }: GroupTableProps) {
  const { filter, sort } = look
  const sorted = useMemo(
    () => sortRows(sumEntries(filterEntries(entries, filter), by), sort),
    [entries, filter, by, sort],
  )
  const { rows, more } = useShown(sorted)
  const open = ({ value }: LogGroup) =>
    changeLook({ by: null, filter: { ...filter, fields: { ...filter.fields, [by]: value } } })
  return (
    <>
      <table
        aria-label={`Denials by ${FIELD_NAMES[by].toLowerCase()}`}
        className="w-full border-collapse text-sm"
        onKeyDown={moveBetweenRows}
      >
        <thead>
          <tr>
            <SortHead field="count" name={FIELD_NAMES.count} sort={sort} className="w-16" />
            <SortHead field="value" name={FIELD_NAMES[by]} sort={sort} />
            <SortHead field="entries" name={FIELD_NAMES.entries} sort={sort} className="w-24" />
            <SortHead field="first" name={FIELD_NAMES.first} sort={sort} className="w-40 max-desk:hidden" />
            <SortHead field="last" name={FIELD_NAMES.last} sort={sort} className="w-40 max-desk:hidden" />
          </tr>
        </thead>
        <tbody>
          {rows.map((group) => (
            <tr
              key={group.value}
              className="cursor-pointer hover:bg-hover"
              onClick={() => isPlainClick() && open(group)}
            >
              <td className={`${CELL} text-right font-medium tabular-nums`}>{group.count.toLocaleString('en')}</td>
              <td className={CELL}>
                <button
                  type="button"
                  data-row
                  onClick={(event) => {
                    event.stopPropagation()
                    open(group)
                  }}
                  className="rounded text-left text-accent hover:underline"
                >
                  {by === 'layer' || group.value === null ? (
                    groupName(by, group.value)
                  ) : (
                    <ShortArn value={group.value} />
                  )}
                </button>
              </td>
              <td className={`${CELL} text-right tabular-nums`}>{group.entries.toLocaleString('en')}</td>
              <td className={`${CELL} max-desk:hidden`}>
                <Time value={group.first} />
              </td>
              <td className={`${CELL} max-desk:hidden`}>
                <Time value={group.last} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
