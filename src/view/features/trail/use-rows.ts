import { useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react'
import { own } from '../../../text/own'

/** So many rows are shown at first, and more of them each time. */
const STEP = 100
/** So many stand there at once; the others follow when there is time. */
const AT_ONCE = 15

/** The rows that are shown of many, and the way to see more. */
export function useShown<R>(rows: readonly R[]) {
  const [shown, setShown] = useState(STEP)
  const left = Math.max(0, rows.length - shown)
  const visible = useMemo(() => rows.slice(0, shown), [rows, shown])
  return {
    rows: useDeferredValue(visible, visible.slice(0, AT_ONCE)),
    left,
    more: Math.min(left, STEP),
    showMore: () => setShown(shown + STEP),
  }
}

const KEYS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Moves the focus from row to row with the arrow keys; each row has one button marked `data-row`. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const step = own(KEYS, event.key)
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const next = buttons[buttons.findIndex((button) => button === document.activeElement) + step]
  if (next === undefined || !buttons.includes(document.activeElement as HTMLElement)) return
  event.preventDefault()
  next.focus()
}

/** A click on a row counts, one that ends a selection of text does not. */
export const isPlainClick = () => window.getSelection()?.isCollapsed ?? true
