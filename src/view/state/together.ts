import type { Denial } from '../../denial/denial'
import { sharedValue } from './shared-value'

type Denials = readonly Denial[]

/** Whether the denials of a paste are looked at together, as far as the reader chose, and as far as one change answers all. */
interface Together {
  readonly chosen: { readonly of: Denials; readonly isTogether: boolean } | null
  readonly offered: Denials | null
}

const now = sharedValue<Together>({ chosen: null, offered: null })

const change = (next: Partial<Together>) => now.set({ ...now.get(), ...next })

/** Looks at denials together, or at the chosen one of them. */
export const lookTogether = (of: Denials, isTogether: boolean) => change({ chosen: { of, isTogether } })

/** Denials that one change answers are looked at together until the reader chooses; null: there are none. */
export function offerTogether(of: Denials | null) {
  if (of !== now.get().offered) change({ offered: of })
}

/** Are these denials looked at together? `chosen`: what the reader said; null: nothing. */
export function useTogether(of: Denials | null): { readonly chosen: boolean | null; readonly isShown: boolean } {
  const { chosen, offered } = now.use()
  const said = of !== null && chosen?.of === of ? chosen.isTogether : null
  return { chosen: said, isShown: said ?? (of !== null && offered === of) }
}
