import { UI_TEXTS } from './messages'
import { createElement, lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react'
import { withStyles } from './missing-styles'
import { ErrorBoundary, type ErrorBoundaryProps } from './ErrorBoundary'
import { PartNotLoaded } from './PartFailed'

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
  const loadStyled = withStyles(load)
  let shown = fetched()

  function fetched(): LazyExoticComponent<ComponentType<Props>> {
    return lazy(async () => {
      try {
        return { default: await loadStyled() }
      } catch (cause) {
        // React keeps a failure for good: who comes next gets another one.
        shown = fetched()
        throw new PartNotLoaded(UI_TEXTS.theCodeOfA, { cause })
      }
    })
  }

  return function LazyPart({ waiting = null, failed, ...own }: Props & LazyPartProps) {
    return (
      <ErrorBoundary {...(failed && { fallback: failed })}>
        <Newest of={() => shown} waiting={waiting} own={own as unknown as Props} />
      </ErrorBoundary>
    )
  }
}

interface NewestProps<Props extends object> {
  readonly of: () => ComponentType<Props> | LazyExoticComponent<ComponentType<Props>>
  readonly waiting: ReactNode
  readonly own: Props
}

function Newest<Props extends object>({ of, waiting, own }: NewestProps<Props>) {
  return <Suspense fallback={waiting}>{createElement(of(), own)}</Suspense>
}
