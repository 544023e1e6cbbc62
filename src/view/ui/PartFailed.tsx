import { UI_TEXTS } from './messages'
import type { ReactNode } from 'react'
import { Button } from './Button'
import { classNames } from './class-names'
import { Notice } from './Notice'

interface PartFailedProps {
  /** Its code did not come; else it has met something that it cannot show. */
  readonly isNotLoaded: boolean
  readonly onRetry: () => void
  /** Given where the part was asked for by a press, and stands above the page. */
  readonly onClose?: () => void
  /** A further way out. */
  readonly children?: ReactNode
}

/** Stands in the place of a part that failed: what happened, that nothing is lost, and the way on. */
export function PartFailed({ isNotLoaded, onRetry, onClose, children }: PartFailedProps) {
  return (
    <div
      role="alert"
      className={classNames(
        onClose && 'fixed inset-x-4 bottom-16 z-50 mx-auto max-w-lg rounded-lg bg-raised shadow-pop print:hidden',
      )}
    >
      <Notice tone="deny">
        <p>{isNotLoaded ? UI_TEXTS.thisPartOfThe : UI_TEXTS.thisPartOfThePage}</p>
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
          <Button size="small" look="quiet" onClick={() => window.location.reload()}>
            Reload the page
          </Button>
          {onClose && (
            <Button size="small" look="quiet" onClick={onClose}>
              Close
            </Button>
          )}
          {children}
        </p>
      </Notice>
    </div>
  )
}
