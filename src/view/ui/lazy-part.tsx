import { createElement, lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { withStyles } from './missing-styles'
import { ErrorBoundary, type ErrorBoundaryProps } from './ErrorBoundary'
import { fetchedAnew } from './fetched-anew'

/** What every lazy part takes besides its own. */
export interface LazyPartProps {
  /** Stands there until the part's code is here. */
  readonly waiting?: ReactNode
  /** Stands there when the part fails; see ErrorBoundary. */
  readonly failed?: ErrorBoundaryProps['fallback']
}

/**
 * A part of the page whose code is fetched when it is first shown. One that fails, by its code or by itself, says so in
 * its place; trying again, or showing it anew, really fetches what is missing.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const shown = fetchedAnew(withStyles(load), (fetch) => lazy(async () => ({ default: await fetch() })))

  return function LazyPart({ waiting = null, failed, ...own }: Props & LazyPartProps) {
    return (
      <ErrorBoundary {...(failed && { fallback: failed })}>
        <Newest of={shown} waiting={waiting} own={own as unknown as Props} />
      </ErrorBoundary>
    )
  }
}

interface NewestProps<Props extends object> {
  readonly of: () => ComponentType<Props>
  readonly waiting: ReactNode
  readonly own: Props
}

function Newest<Props extends object>({ of, waiting, own }: NewestProps<Props>) {
  return <Suspense fallback={waiting}>{createElement(of(), own)}</Suspense>
}
