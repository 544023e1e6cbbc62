import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { Span } from '../../text/span'
import type { PolicyProblem } from './policy-problems'

/** How many problems are listed; the rest stand in the text. */
const MOST = 6

export interface ProblemListProps {
  readonly problems: readonly PolicyProblem[]
  readonly onReveal: (span: Span) => void
}

/** What is wrong with the text above, each with its line; a click goes there. */
export function ProblemList({ problems, onReveal }: ProblemListProps) {
  if (problems.length === 0) return null
  return (
    <ul aria-label="Problems" className="flex flex-col gap-0.5">
      {problems.slice(0, MOST).map(({ code, severity, span, line, sentence }, index) => (
        <li key={`${code}/${index}`}>
          <button
            type="button"
            className="flex w-full items-start gap-2 rounded-md px-2 py-1 text-start text-sm hover:bg-hover"
            onClick={() => span && onReveal(span)}
          >
            {severity === 'error' ? (
              <CircleAlert size={14} aria-hidden className="mt-0.5 shrink-0 text-deny" />
            ) : (
              <TriangleAlert size={14} aria-hidden className="mt-0.5 shrink-0 text-depends" />
            )}
            <span className="min-w-0">
              <span className="text-muted">Line {line}:</span> {sentence}
            </span>
          </button>
        </li>
      ))}
      {problems.length > MOST && <li className="px-2 text-sm text-muted">and {problems.length - MOST} more</li>}
    </ul>
  )
}
