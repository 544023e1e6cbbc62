import type { ReactNode } from 'react'
import { LANDMARKS } from '../../ui/landmarks'

interface AnswerBandProps {
  /** The region "Verdict". */
  readonly children: ReactNode
  /** What to do first, always at the same place: at the right, on a narrow page in a bar at the bottom edge. */
  readonly actions?: ReactNode
}

/** The answer across policies and diagnosis, with the one thing to do about it. */
export function AnswerBand({ children, actions }: AnswerBandProps) {
  return (
    <div
      id={LANDMARKS.diagnosis}
      tabIndex={-1}
      className="order-1 flex min-w-0 items-center gap-x-6 border-b border-line bg-surface px-4 py-3 outline-none desk:min-h-33 desk:px-6 desk:[grid-area:answer]"
    >
      <div className="min-w-0 flex-1 has-[.verdict-sentence]:self-start">{children}</div>
      {actions && (
        <div
          role="group"
          aria-label="What to do first"
          className="flex shrink-0 items-center gap-2 desk:max-[90rem]:flex-col desk:max-[90rem]:items-stretch max-desk:fixed max-desk:inset-x-0 max-desk:flex-wrap max-desk:bottom-0 max-desk:z-20 max-desk:border-t max-desk:border-line max-desk:bg-raised max-desk:px-4 max-desk:py-2 max-desk:shadow-pop max-desk:*:h-11 max-desk:*:flex-auto"
        >
          {actions}
        </div>
      )}
    </div>
  )
}
