import { useEffect, useState } from 'react'
import { useTheme } from '../ui/theme'
import { whenIdle } from '../ui/when-idle'
import type * as monacoModule from './monaco'

/** The editor's code. */
export type Monaco = typeof monacoModule

let loaded: Monaco | null = null

/** The editor's code, in the colours of the page; null while it is on its way or not wanted, and for good if it cannot come. */
export function useMonaco(isWanted = true): Monaco | null {
  const { resolved: theme } = useTheme()
  const [monaco, setMonaco] = useState(loaded)
  const isMissing = isWanted && monaco === null

  useEffect(() => {
    if (!isMissing) return
    let isHere = true
    const cancel = whenIdle(() => {
      import('./monaco').then(
        (module) => {
          loaded = module
          if (isHere) setMonaco(module)
        },
        () => undefined,
      )
    })
    return () => {
      isHere = false
      cancel()
    }
  }, [isMissing])

  useEffect(() => monaco?.adoptTheme(theme), [monaco, theme])
  return isWanted ? monaco : null
}
