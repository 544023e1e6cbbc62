import { useRef } from 'react'
import { isFree } from './landmarks'

/**
 * For the content of a Radix dialog that no trigger opens: when it closes, the focus goes back to where it was, unless what
 * closed it has put the focus elsewhere.
 */
export function useFocusReturn() {
  const before = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      if (!isFree()) return
      if (before.current instanceof HTMLElement) before.current.focus()
    },
  }
}
