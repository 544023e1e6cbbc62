import type { KeyboardEvent } from 'react'
import { own } from '../../../text/own'

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
