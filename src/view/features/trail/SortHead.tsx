import { ArrowDown, ArrowUp } from 'lucide-react'
import { classNames } from '../../ui/class-names'

/** By what rows are sorted. */
export interface RowOrder<Field extends string> {
  readonly field: Field
  readonly descending: boolean
}

interface SortHeadProps<Field extends string> {
  readonly field: Field
  readonly name: string
  readonly sort: RowOrder<string>
  readonly onSort: (sort: RowOrder<Field>) => void
  readonly className?: string
}

/** Numbers and times begin with the highest, names with A. */
const beginsHigh = (field: string) => field === 'count' || field === 'entries' || field === 'last'

/** The head of a column: a button that puts the rows in its order, and turns that order round. */
export function SortHead<Field extends string>({ field, name, sort, onSort, className }: SortHeadProps<Field>) {
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
        onClick={() => onSort({ field, descending })}
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
