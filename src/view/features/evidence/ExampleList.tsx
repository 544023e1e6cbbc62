import { ArrowRight } from 'lucide-react'
import { EXAMPLES } from '../../../lessons/examples'
import { useIntake } from '../../state/intake'

/** How many examples an empty page shows; the menu has them all. */
const MOST = 6

/** Examples that load with one click. */
export function ExampleList() {
  const { openDraft } = useIntake()
  return (
    <ul className="mt-2 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {EXAMPLES.slice(0, MOST).map(({ id, title, summary, draft }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => openDraft(draft)}
            className="group flex w-full items-center gap-3 px-3 py-2 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
          >
            <span className="min-w-0 flex-1">
              <span className="block text-sm font-medium">{title}</span>
              <span className="block text-xs text-muted">{summary}</span>
            </span>
            <ArrowRight
              size={14}
              aria-hidden
              className="shrink-0 text-faint opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
            />
          </button>
        </li>
      ))}
    </ul>
  )
}
