import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names'
import { LANDMARKS } from '../../ui/landmarks'

interface AnswerBandProps {
  /** The region "Verdict". */
  readonly children: ReactNode
  /** What to do first, always at the same place,: at the right, on a narrow page in a bar at the bottom edge. */
  readonly actions?: ReactNode
  /** Is a message likely to come beside the first button? Its place is kept, so that no line of the answer moves then. */
  readonly holdsTwo?: boolean
}

/** The answer across policies and diagnosis, with the one thing to do about it. */
export function AnswerBand({ children, actions, holdsTwo = false }: AnswerBandProps) {
  return (
    <div
      id={LANDMARKS.diagnosis}
      tabIndex={-1}
      className="order-1 flex min-w-0 items-center gap-x-6 border-b border-line bg-surface px-4 py-3 outline-none desk:min-h-35 desk:px-6 desk:[grid-area:answer]"
    >
      <div className="min-w-0 flex-1 has-[.verdict-sentence]:self-start">{children}</div>
      {actions && (
        <div
          role="group"
          aria-label="What to do first"
          className={classNames(
            'flex shrink-0 items-center justify-end gap-2 desk:min-w-43 desk:max-[90rem]:flex-col desk:max-[90rem]:items-stretch max-desk:fixed max-desk:inset-x-0 max-desk:flex-wrap max-desk:bottom-0 max-desk:z-20 max-desk:border-t max-desk:border-line max-desk:bg-raised max-desk:px-4 max-desk:py-2 max-desk:shadow-pop max-desk:*:h-11 max-desk:*:flex-auto',
            holdsTwo && 'min-[90rem]:min-w-81',
          )}
        >
          {actions}
        </div>
      )}
    </div>
  )
}
