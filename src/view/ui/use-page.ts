import { useEffect } from 'react'
import { arriveOnHeading } from './landmarks'

const APP = 'Why Denied?'

/** Names a page in the browser's tab, and puts the reader who comes from another page on its heading. */
export function usePage(title: string) {
  useEffect(() => {
    document.title = `${title} · ${APP}`
    return () => {
      document.title = APP
    }
  }, [title])
  useEffect(arriveOnHeading, [])
}
