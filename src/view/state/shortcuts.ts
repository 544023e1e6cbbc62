import { useEffect, useEffectEvent } from 'react'
import { shortcutOf, type Shortcut } from './shortcut-of'

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

/** Runs what a key stands for. */
export function useShortcuts(run: Readonly<Record<Shortcut, () => void>>) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const name = shortcutOf(event)
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
