import { Component, type ReactNode } from 'react'
import { PartNotLoaded } from './fetched-anew'
import { PartFailed } from './PartFailed'

/** What is guarded, and what stands in its place where it fails. */
export interface ErrorBoundaryProps {
  /** What stands there instead; it may offer to try again. Without it: a sentence and "Try again". */
  readonly fallback?: (retry: () => void, isNotLoaded: boolean) => ReactNode
  readonly children: ReactNode
}

interface State {
  readonly error: unknown
  readonly failed: boolean
}

/** Keeps a part of the page that fails from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: null, failed: false }

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true }
  }

  override render() {
    const { fallback, children } = this.props
    const { error, failed } = this.state
    if (!failed) return children
    const retry = () => this.setState({ error: null, failed: false })
    const isNotLoaded = error instanceof PartNotLoaded
    return fallback ? fallback(retry, isNotLoaded) : <PartFailed isNotLoaded={isNotLoaded} onRetry={retry} />
  }
}
