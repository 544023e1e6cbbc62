import { useSyncExternalStore } from 'react'
import type { Denial } from '../../denial/denial'

type Denials = readonly Denial[]

/** Whether the denials of a paste are looked at together, as far as the reader chose, and as far as one change answers all. */
interface Together {
  readonly chosen: { readonly of: Denials; readonly isTogether: boolean } | null
  readonly offered: Denials | null
}

let now: Together = { chosen: null, offered: null }
const listeners = new Set<() => void>()

function change(next: Partial<Together>) {
  now = { ...now, ...next }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Looks at denials together, or at the chosen one of them. */
export const lookTogether = (of: Denials, isTogether: boolean) => change({ chosen: { of, isTogether } })

/** Denials that one change answers are looked at together until the reader chooses; null: there are none. */
export function offerTogether(of: Denials | null) {
  if (of !== now.offered) change({ offered: of })
}

/** Are these denials looked at together? `chosen`: what the reader said; null: nothing. */
export function useTogether(of: Denials | null): { readonly chosen: boolean | null; readonly isShown: boolean } {
  const { chosen, offered } = useSyncExternalStore(subscribe, () => now)
  const said = of !== null && chosen?.of === of ? chosen.isTogether : null
  return { chosen: said, isShown: said ?? (of !== null && offered === of) }
}
