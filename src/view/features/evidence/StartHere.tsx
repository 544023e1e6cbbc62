import { ArrowRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Example } from '../../../lessons/examples'
import { useIntake } from '../../state/intake'

/** The examples, once their chunk is here. */
export function useExamples(): readonly Example[] {
  const [examples, setExamples] = useState<readonly Example[]>([])
  useEffect(() => {
    let gone = false
    void import('../../../lessons/examples').then(({ EXAMPLES }) => {
      if (!gone) setExamples(EXAMPLES)
    })
    return () => {
      gone = true
    }
  }, [])
  return examples
}

/** What an empty page offers: examples that load with one click, and a lesson one click away. */
export function StartHere() {
  const { openDraft } = useIntake()
  const examples = useExamples()
  return (
    <section aria-labelledby="start-here" className="min-h-72">
      <h3 id="start-here" className="eyebrow">
        Or start from an example
      </h3>
      <ul className="mt-2 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {examples.slice(0, 6).map(({ id, title, summary, draft }) => (
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
                className="shrink-0 text-faint opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
              />
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">
        New to IAM evaluation?{' '}
        <a href="#/learn" className="text-accent underline underline-offset-2">
          Start with a lesson
        </a>
        .
      </p>
    </section>
  )
}
