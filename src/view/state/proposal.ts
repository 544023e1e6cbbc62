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

/** Is the change drawn in the text that it is for? */
let isDrawn = false

/** Tells whether the change is drawn in its text now. */
export function tellDrawn(drawn: boolean) {
  if (drawn === isDrawn) return
  isDrawn = drawn
  for (const listener of listeners) listener()
}

/** Is the change drawn in the text that it is for? Then nothing else has to show it. */
export const useIsDrawn = (): boolean => useSyncExternalStore(subscribe, () => isDrawn)
