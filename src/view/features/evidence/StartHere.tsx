import type { ReactNode } from 'react'
import { EVIDENCE_TEXTS } from './messages'
import { PasteFromClipboard } from './PasteFromClipboard'
import { useDialogs } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { lazyPart } from '../../ui/lazy-part'

const ExampleList = lazyPart(async () => (await import('./ExampleList')).ExampleList)

/** What an empty page offers: examples that load with one click, and a lesson one click away. */
export function StartHere({ promise }: { readonly promise: ReactNode }) {
  const { show } = useDialogs()
  return (
    <section aria-labelledby="start-here" className="min-h-72">
      <div className="mb-4 space-y-2.5">
        <PasteFromClipboard />
        {promise}
      </div>
      <h3 id="start-here" className="eyebrow">
        Or start from an example
      </h3>
      <ExampleList waiting={<div className="mt-2 min-h-56" />} />
      <p className="mt-3 text-sm text-muted">
        {EVIDENCE_TEXTS.newToIamEvaluation}{' '}
        <a href="#/learn" className="text-accent underline underline-offset-2">
          Start with a lesson
        </a>
        .
      </p>
      <p className="mt-1 text-sm text-muted">
        {EVIDENCE_TEXTS.nothingButAccessDenied}{' '}
        <Button look="link" onClick={() => show('aws')}>
          Ask AWS with temporary credentials
        </Button>
      </p>
    </section>
  )
}
