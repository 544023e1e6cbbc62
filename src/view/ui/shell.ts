import { useSyncExternalStore } from 'react'
import type { Shell } from '../../text/shell-quote'

const STORED = 'shell'
const listeners = new Set<() => void>()

function storedShell(): Shell {
  try {
    return localStorage.getItem(STORED) === 'powershell' ? 'powershell' : 'bash'
  } catch {
    return 'bash'
  }
}

/** Chooses the shell for every command on the page. */
export function chooseShell(shell: Shell) {
  try {
    localStorage.setItem(STORED, shell)
  } catch {
    // A browser without storage asks again next time.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The shell that the user chose last. */
export function useShell(): Shell {
  return useSyncExternalStore(subscribe, storedShell)
}
