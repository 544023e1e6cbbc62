import type { ReactNode } from 'react'
import { AnswerBand } from './AnswerBand'

interface NoVerdictBandProps {
  readonly title: ReactNode
  readonly children?: ReactNode
  /** What to do first. */
  readonly actions?: ReactNode
}

/** Stands where the verdict will stand. */
export function NoVerdictBand({ title, children, actions }: NoVerdictBandProps) {
  return (
    <AnswerBand actions={actions}>
      <div
        role="region"
        aria-label="Verdict"
        aria-live="polite"
        data-decision="none"
        data-layer="none"
        data-basis="open"
      >
        <h2 className="text-xl font-semibold tracking-[-0.014em] text-balance desk:text-2xl">{title}</h2>
        <div className="mt-1 text-sm text-muted">{children}</div>
      </div>
    </AnswerBand>
  )
}
