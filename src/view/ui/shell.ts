import { useSyncExternalStore } from 'react'
import type { Shell } from '../../text/shell-quote'
import { createListeners } from './listeners'

const STORED = 'shell'
const listeners = createListeners()

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
  listeners.tell()
}

/** The shell that the user chose last. */
export function useShell(): Shell {
  return useSyncExternalStore(listeners.subscribe, storedShell)
}
