import { ExternalLink, Locate } from 'lucide-react'
import { memo } from 'react'
import type { Cause } from '../../../explanation/answer'
import type { Evidence } from '../../../explanation/evidence'
import type { Words } from '../../../text/phrase'
import { Sentence } from '../../shared/Sentence'
import { CommandLines } from '../../ui/CommandLines'

interface CauseListProps {
  readonly causes: readonly Cause[]
  /** The action of the request. */
  readonly action: string
  readonly onReveal: (evidence: Evidence) => void
}

const linkClass =
  'inline-flex items-center gap-1 rounded-sm text-xs text-accent underline-offset-2 hover:underline focus-visible:outline-offset-1'

/** The actions that a cause is about, separated by a space. */
function actionsOf({ about, statements }: Cause, action: string): string {
  const named = statements.flatMap(({ Action: one }) => (Array.isArray(one) ? (one as unknown[]) : [one]))
  const actions = [about?.action ?? '', ...named].filter((one): one is string => typeof one === 'string' && one !== '')
  return actions.length > 0 ? [...new Set(actions)].join(' ') : action
}

/** What can have denied, the likeliest first: what speaks for it and against it, how to check it, what would repair it. */
export const CauseList = memo(function CauseList({ causes, action, onReveal }: CauseListProps) {
  if (causes.length === 0) return null
  return (
    <ol aria-label="Causes" className="flex flex-col gap-4">
      {causes.map((cause, index) => (
        <li
          key={`${cause.code}/${index}`}
          data-layer={cause.layer}
          data-basis={cause.basis}
          data-action={actionsOf(cause, action)}
          className="flex flex-col gap-1 text-sm"
        >
          <p className="font-medium">
            <span className="text-muted">{index + 1}. </span>
            <Sentence words={cause.sentence} />
          </p>
          <Grounds title="For it:" grounds={cause.speaksFor} />
          <Grounds title="Against it:" grounds={cause.speaksAgainst} />
          {cause.note.length > 0 && (
            <p className="text-xs text-muted">
              <Sentence words={cause.note} />
            </p>
          )}
          {cause.remedy.length > 0 && (
            <p>
              <Sentence words={cause.remedy} />
            </p>
          )}
          <p className="flex gap-4">
            {cause.evidence && (
              <button type="button" className={linkClass} onClick={() => cause.evidence && onReveal(cause.evidence)}>
                <Locate size={11} aria-hidden />
                Show the line
              </button>
            )}
            <a href={`#/why/${cause.code}`} className={linkClass}>
              What this means
            </a>
            {cause.page !== null && (
              <a href={cause.page} target="_blank" rel="noreferrer" className={linkClass}>
                <ExternalLink size={11} aria-hidden />
                AWS docs
              </a>
            )}
          </p>
          {cause.check !== null && (
            <details>
              <summary className="text-xs text-muted hover:text-ink">How to check it</summary>
              <div className="mt-1 flex flex-col gap-1.5">
                <p>
                  <Sentence words={cause.check.sentence} />
                </p>
                {cause.check.command && <CommandLines title="Command" line={cause.check.command} />}
              </div>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
})

function Grounds({ title, grounds }: { readonly title: string; readonly grounds: readonly (readonly Words[])[] }) {
  if (grounds.length === 0) return null
  return (
    <p className="text-xs text-muted">
      {title}{' '}
      {grounds.map((ground, index) => (
        <span key={index}>
          {index > 0 && ' '}
          <Sentence words={ground} />
        </span>
      ))}
    </p>
  )
}
