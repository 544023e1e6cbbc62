import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { App } from './App'

/** Draws the page into an element, in place of what stands there, before it returns. */
export function drawInto(root: HTMLElement): void {
  const page = createRoot(root)
  flushSync(() =>
    page.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  )
}
