import type { ReactNode } from 'react'
import { ShortArn } from './Arn'
import { SortHead, type RowOrder } from './SortHead'
import { Time } from './Time'
import { FIELD_NAMES } from './trail-messages'
import { isPlainClick, moveBetweenRows } from './use-rows'

const CELL = 'border-b border-line px-2 py-1.5 align-top'

interface GroupTableRow {
  readonly value: string | null
  readonly count: number
  readonly entries: number
  readonly first: string | null
  readonly last: string | null
}

type GroupSort = RowOrder<'count' | 'value' | 'entries' | 'first' | 'last'>

interface GroupTableProps {
  /** What the groups have in common, as a title. */
  readonly title: string
  readonly rows: readonly GroupTableRow[]
  readonly sort: RowOrder<string>
  readonly onSort: (sort: GroupSort) => void
  readonly onOpen: (value: string | null) => void
  /** A value as it is shown; null where it is an ARN or name of AWS's. */
  readonly nameOf: (value: string | null) => string | null
  readonly more: ReactNode
}

/** The log summed up by one field. A row shows the denials behind it. */
export function GroupTable({ title, rows, sort, onSort, onOpen, nameOf, more }: GroupTableProps) {
  return (
    <>
      <table
        aria-label={`Denials by ${title.toLowerCase()}`}
        className="w-full border-collapse text-sm"
        onKeyDown={moveBetweenRows}
      >
        <thead>
          <tr>
            <SortHead field="count" name={FIELD_NAMES.count} sort={sort} onSort={onSort} className="w-16" />
            <SortHead field="value" name={title} sort={sort} onSort={onSort} />
            <SortHead field="entries" name={FIELD_NAMES.entries} sort={sort} onSort={onSort} className="w-24" />
            <SortHead
              field="first"
              name={FIELD_NAMES.first}
              sort={sort}
              onSort={onSort}
              className="w-40 max-desk:hidden"
            />
            <SortHead
              field="last"
              name={FIELD_NAMES.last}
              sort={sort}
              onSort={onSort}
              className="w-40 max-desk:hidden"
            />
          </tr>
        </thead>
        <tbody>
          {rows.map((group) => (
            <tr
              key={group.value}
              className="cursor-pointer hover:bg-hover"
              onClick={() => isPlainClick() && onOpen(group.value)}
            >
              <td className={`${CELL} text-right font-medium tabular-nums`}>{group.count.toLocaleString('en')}</td>
              <td className={CELL}>
                <button
                  type="button"
                  data-row
                  onClick={(event) => {
                    event.stopPropagation()
                    onOpen(group.value)
                  }}
                  className="rounded text-left text-accent hover:underline"
                >
                  {nameOf(group.value) ?? <ShortArn value={group.value ?? ''} />}
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
