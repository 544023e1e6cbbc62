import { useEffect, useEffectEvent } from 'react'

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** The command key as it is written on this keyboard. */
export const COMMAND_KEY = isApple ? '⌘' : 'Ctrl '

/** The shortcuts as the help lists them. */
export const SHORTCUTS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: `${COMMAND_KEY}K`, does: 'All commands' },
  { keys: `${COMMAND_KEY}Z`, does: 'Undo; in a text field its own, unless it is empty' },
  { keys: `${COMMAND_KEY}${isApple ? '⇧' : 'Shift '}Z`, does: 'Redo, outside of a text field' },
  { keys: `${COMMAND_KEY}V`, does: 'Paste evidence, anywhere outside of a text field' },
  { keys: '?', does: 'This list, outside of a text field' },
  { keys: '← →', does: 'Move between tabs, and move a splitter that has the focus' },
  { keys: 'Esc', does: 'Close what is open' },
]

/** An empty field has nothing of its own to undo: what was cleared comes back by the app's own undo. */
const isEmptied = (target: EventTarget | null) =>
  (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) && target.value === ''

const inTextField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio]):not([type=checkbox]), textarea, [contenteditable], [role=textbox]') !== null

/** Runs what a key stands for. Within text fields only ⌘K works: undo there is the field's own, while it has a text. */
export function useShortcuts(run: Readonly<Record<'palette' | 'undo' | 'redo' | 'help', () => void>>) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const key = event.key.toLowerCase()
    const command = event.metaKey || event.ctrlKey
    const name =
      command && key === 'k' && !event.shiftKey
        ? 'palette'
        : inTextField(event.target) && !(command && key === 'z' && isEmptied(event.target))
          ? null
          : command && key === 'z'
            ? event.shiftKey
              ? 'redo'
              : 'undo'
            : event.ctrlKey && key === 'y'
              ? 'redo'
              : key === '?' && !command
                ? 'help'
                : null
    if (name === null) return
    event.preventDefault()
    run[name]()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    // In the capture phase, since an editor has its own meaning for ⌘K.
    document.addEventListener('keydown', listener, true)
    return () => document.removeEventListener('keydown', listener, true)
  }, [])
}
