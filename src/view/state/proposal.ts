import { useSyncExternalStore } from 'react'
import type { FixChange } from '../../explanation/explanation'

/** The change that the answer proposes, for whoever shows the text that it is for. */
let proposed: readonly FixChange[] = []
const listeners = new Set<() => void>()

/** Proposes changes in place of those before. */
export function propose(changes: readonly FixChange[]) {
  if (changes === proposed) return
  proposed = changes
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The changes that are proposed now. */
export const useProposal = (): readonly FixChange[] => useSyncExternalStore(subscribe, () => proposed)
