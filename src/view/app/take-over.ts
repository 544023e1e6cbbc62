import { twinOf } from './twin'

type Field = HTMLInputElement | HTMLTextAreaElement

const isField = (element: Element | null): element is Field =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')

/** Enters a text into a field below React, which takes it for what was typed. */
function enter(field: Field, text: string) {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/**
 * Lets the page be drawn in place of the one that was built into index.html. What was typed there before its code came
 * is entered into the new fields, and what had the focus has it again, with the hand where it was.
 */
export function takeOver(root: HTMLElement, draw: (root: HTMLElement) => void): void {
  const typed = [...root.querySelectorAll('textarea, input')]
    .filter((field) => isField(field) && field.value !== '')
    .map((field) => ({ field: field as Field, twin: twinOf(field, root) }))
  const focused = root.contains(document.activeElement) ? document.activeElement : null
  const focusedTwin = focused && twinOf(focused, root)
  draw(root)
  for (const { field, twin } of typed) {
    const next = twin(root) ?? null
    if (isField(next)) enter(next, field.value)
  }
  const next = focusedTwin?.(root) ?? null
  next?.focus({ preventScroll: true })
  if (isField(focused) && isField(next)) next.setSelectionRange(focused.selectionStart, focused.selectionEnd)
}
