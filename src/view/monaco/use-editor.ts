import { useEffect, useSyncExternalStore } from 'react'
import { useTheme } from '../ui/use-theme'
import { whenIdle } from '../ui/when-idle'
import type * as monacoModule from './monaco'
import { createListeners } from '../ui/listeners'

/** The editor's code. */
export type Monaco = typeof monacoModule

/** The editor's code, whether it did not come, and whether it is on its way. */
interface Loading {
  readonly monaco: Monaco | null
  readonly hasFailed: boolean
  readonly isAsked: boolean
}

let loading: Loading = { monaco: null, hasFailed: false, isAsked: false }
const listeners = createListeners()

function become(next: Loading) {
  loading = next
  listeners.tell()
}

const useLoading = () => useSyncExternalStore(listeners.subscribe, () => loading)

const fetchEditor = () => import('./monaco')

function ask() {
  if (loading.isAsked || loading.monaco !== null) return
  become({ ...loading, isAsked: true })
  fetchEditor().then(
    (monaco) => become({ monaco, hasFailed: false, isAsked: false }),
    () => become({ monaco: null, hasFailed: true, isAsked: false }),
  )
}

function askFirst() {
  if (!loading.hasFailed) ask()
}

/** The editor's code, in the colours of the page; null while it is on its way or did not come. */
export function useMonaco(): Monaco | null {
  const { resolved: theme } = useTheme()
  const { monaco, hasFailed } = useLoading()
  const isMissing = monaco === null && !hasFailed

  useEffect(() => (isMissing ? whenIdle(askFirst) : undefined), [isMissing])
  useEffect(() => monaco?.adoptTheme(theme), [monaco, theme])
  return monaco
}

/** Asks for the editor's code once more, where it did not come; null anywhere else. */
export function useEditorRetry(): (() => void) | null {
  const { hasFailed, isAsked } = useLoading()
  return hasFailed && !isAsked ? ask : null
}
