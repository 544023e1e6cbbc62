import { ArrowDown, ArrowUp } from 'lucide-react'
import type { SortField, SortOrder } from '../../../trail/log-view'
import { classNames } from '../../ui/class-names'
import { changeLook } from '../../state/log/trail-store'

interface SortHeadProps {
  readonly field: SortField
  readonly name: string
  readonly sort: SortOrder
  readonly className?: string
}

/** Numbers and times begin with the highest, names with A. */
const beginsHigh = (field: SortField) => field === 'count' || field === 'entries' || field === 'last'

/** The head of a column: a button that puts the rows in its order, and turns that order round. */
export function SortHead({ field, name, sort, className }: SortHeadProps) {
  const isSorted = sort.field === field
  const descending = isSorted ? !sort.descending : beginsHigh(field)
  const Sign = sort.descending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={classNames('border-b border-line-strong px-2 py-1.5 text-left font-medium', className)}
    >
      <button
        type="button"
        onClick={() => changeLook({ sort: { field, descending } })}
        className={classNames(
          '-mx-1 inline-flex items-center gap-1 rounded px-1 text-xs hover:text-ink',
          isSorted ? 'text-ink' : 'text-muted',
        )}
      >
        {name}
        {isSorted && <Sign size={12} aria-hidden />}
      </button>
    </th>
  )
}
