import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '../ui/class-names'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { PartFailed } from '../ui/PartFailed'

interface PaneFrameProps extends ComponentProps<'section'> {
  /** The name of the landmark. */
  readonly name: string
  readonly children: ReactNode
}

/** A column of the workbench: a landmark that scrolls by itself, and that alone shows a sentence when it fails. */
export function PaneFrame({ name, className, children, ...rest }: PaneFrameProps) {
  return (
    <section aria-label={name} tabIndex={-1} className={classNames('min-w-0 outline-none', className)} {...rest}>
      <ErrorBoundary
        fallback={(retry, isNotLoaded) => (
          <div className="p-4">
            <PartFailed isNotLoaded={isNotLoaded} onRetry={retry} />
          </div>
        )}
      >
        {children}
      </ErrorBoundary>
    </section>
  )
}
