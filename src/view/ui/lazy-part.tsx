import { createElement, lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { ErrorBoundary, type ErrorBoundaryProps } from './ErrorBoundary'
import { fetchedAnew } from './fetched-anew'

/** What every lazy part takes besides its own. */
export interface LazyPartProps {
  /** Stands there until the part's code is here. */
  readonly waiting?: ReactNode
  /** Stands there when the part fails; see ErrorBoundary. */
  readonly failed?: ErrorBoundaryProps['fallback']
}

/** How the code of a part is fetched. */
export interface PartLoader<Part> {
  (): Promise<Part>
  /** The part, where it is here already: it is shown at once then. */
  readonly now?: () => Part | null
}

/**
 * A part of the page whose code is fetched when it is first shown. One that fails, by its code or by itself, says so in
 * its place; trying again, or showing it anew, really fetches what is missing.
 */
export function lazyPart<Props extends object>(load: PartLoader<ComponentType<Props>>) {
  const now = () => load.now?.() ?? null
  const shown = fetchedAnew(load, (fetch) => lazy(async () => ({ default: await fetch() })))

  return function LazyPart({ waiting = null, failed, ...own }: Props & LazyPartProps) {
    return (
      <ErrorBoundary {...(failed && { fallback: failed })}>
        <Newest of={shown} now={now} waiting={waiting} own={own as unknown as Props} />
      </ErrorBoundary>
    )
  }
}

interface NewestProps<Props extends object> {
  readonly of: () => ComponentType<Props>
  readonly now: () => ComponentType<Props> | null
  readonly waiting: ReactNode
  readonly own: Props
}

function Newest<Props extends object>({ of, now, waiting, own }: NewestProps<Props>) {
  // What was here when it was first shown: React waits a while before it draws anew what it drew a substitute for.
  const [here] = useState(now)
  if (here !== null) return createElement(here, own)
  return <Suspense fallback={waiting}>{createElement(of(), own)}</Suspense>
}
