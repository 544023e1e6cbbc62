import { isFile } from '../../ui/page-address'

/**
 * Keeps the app in this browser, once the page is there and has nothing else to do. Not while developing, not where
 * the page is a file already, and not where it was served for another AWS endpoint: that page must not outlive its server.
 */
export function startOffline() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || isFile()) return
  if (document.querySelector('meta[name="aws-endpoint"]') !== null) return
  const begin = () => void import('./keep-offline').then(({ keepOffline }) => keepOffline()).catch(() => undefined)
  const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(begin, { timeout: 5_000 }) : begin())
  if (document.readyState === 'complete') whenIdle()
  else window.addEventListener('load', whenIdle, { once: true })
}
