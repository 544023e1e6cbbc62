/** What a key can stand for. */
export type Shortcut = 'palette' | 'undo' | 'redo' | 'help'

/** An empty field has nothing of its own to undo: what was cleared comes back by the app's own undo. */
const isEmptied = (target: EventTarget | null) =>
  (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) && target.value === ''

const inTextField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio]):not([type=checkbox]), textarea, [contenteditable], [role=textbox]') !== null

/** What a key stands for. Within text fields only ⌘K works: undo there is the field's own, while it has a text. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.defaultPrevented || event.isComposing) return null
  const key = event.key.toLowerCase()
  const command = event.metaKey || event.ctrlKey
  if (command && key === 'k' && !event.shiftKey) return 'palette'
  if (inTextField(event.target) && !(command && key === 'z' && isEmptied(event.target))) return null
  if (command && key === 'z') return event.shiftKey ? 'redo' : 'undo'
  if (event.ctrlKey && key === 'y') return 'redo'
  return key === '?' && !command ? 'help' : null
}
