import { createContext, use, useSyncExternalStore } from 'react'
import type { Draft } from '../../draft/draft'
import type { CallCheck } from '../../diagnosis/call-checks'
import type { CallOutcome } from '../../evaluation/call-outcome'
import type { PageDiagnosis } from './page-diagnosis'
import { useDraftHold, type DraftHold } from './workbench'

/** The checks of the call, and the one that the page looks at. */
export interface ShownCheck {
  /** Empty while there is nothing to judge. */
  readonly checks: readonly CallCheck[]
  /** The worst of all checks. */
  readonly outcome: CallOutcome
  /** Index into `checks`. */
  readonly shown: number
  readonly show: (check: number) => void
  /** The draft and the diagnosis of the whole, as they are outside of `CheckScope`. */
  readonly whole: { readonly hold: DraftHold; readonly diagnosis: PageDiagnosis }
  /** The draft and the diagnosis as the shown check sees them: its own policy in the place of the resource's. */
  readonly seen: { readonly hold: DraftHold; readonly diagnosis: PageDiagnosis }
}

/** Holds the checks of the call; read it with `useShownCheck`. */
export const ShownCheckContext = createContext<ShownCheck | null>(null)

/** The checks of the call; null where a diagnosis stands outside of the workbench. */
export function useShownCheck(): ShownCheck | null {
  return use(ShownCheckContext)
}

/** A part of the draft of the whole, also where one check of the call is looked at; see `useDraftPart`. */
export function useWholePart<Part>(select: (draft: Draft) => Part): Part {
  const own = useDraftHold()
  const { subscribe, get } = useShownCheck()?.whole.hold ?? own
  return useSyncExternalStore(subscribe, () => select(get()))
}
