import { LANDMARKS } from '../ui/landmarks'

const boxIn = (root: HTMLElement) => root.querySelector<HTMLTextAreaElement>(`#${LANDMARKS.paste}`)

/**
 * Lets the page be drawn in place of the one that was built into index.html. What was typed there before its code came
 * is entered into the new box, where the hand was.
 */
export function takeOver(root: HTMLElement, draw: (root: HTMLElement) => void): void {
  const before = boxIn(root)
  const hadFocus = before !== null && document.activeElement === before
  draw(root)
  const box = boxIn(root)
  if (before === null || box === null) return
  if (before.value !== '') {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, before.value)
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  if (!hadFocus) return
  box.focus({ preventScroll: true })
  box.setSelectionRange(before.selectionStart, before.selectionEnd)
}
