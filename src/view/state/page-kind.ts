import { useSyncExternalStore } from 'react'
import type { Diagnosis } from '../../diagnosis/diagnosis'
import { useIsUnread } from './fresh-draft'
import { useWaitingPolicies } from './waiting-policies'
import { useDiagnosis } from './workbench'

/**
 * What kind of page an answer wants. "policies": layers, editor and request beside it; "plain": no policy decides, so that
 * none of these helps; "unread": nothing of AWS was found in the text.
 */
export type PageKind = 'policies' | 'plain' | 'unread'

/** The page of a diagnosis: plain where no policy decides and none is given. */
export const pageKindOf = ({ explanation, draft }: Pick<Diagnosis, 'explanation' | 'draft'>): 'policies' | 'plain' =>
  explanation?.answer.noPolicy !== undefined && Object.values(draft.layers).every(({ state }) => state !== 'given')
    ? 'plain'
    : 'policies'

/** The paste whose layers the reader asked for all the same. */
let doubted: string | null = null
const listeners = new Set<() => void>()

/** Shows the layers of a paste that no policy decides. */
export function doubt(paste: string) {
  doubted = paste
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What kind of page the workbench is. */
export function usePageKind(): PageKind {
  const diagnosis = useDiagnosis()
  const isUnread = useIsUnread()
  const isWaiting = useWaitingPolicies().length > 0
  const isDoubted = useSyncExternalStore(subscribe, () => doubted === diagnosis.draft.paste)
  if (isUnread) return 'unread'
  return isWaiting || isDoubted ? 'policies' : pageKindOf(diagnosis)
}
