import type { Draft } from '../../draft/draft'
import { useWorkPart } from './intake'
import { useDiagnosis } from './workbench'
import type { Work } from './work'

/** Is there no evidence yet: no text, no request, no policy? */
export function isFreshDraft({ paste, request, layers }: Draft): boolean {
  return (
    paste === '' && Object.keys(request).length === 0 && Object.values(layers).every(({ state }) => state !== 'given')
  )
}

const isFresh = ({ history }: Work, isWaiting: boolean): boolean => !isWaiting && isFreshDraft(history.draft)

/** Is there nothing on the page, and nothing on its way to it? */
export const useIsFresh = (): boolean => useWorkPart(isFresh)

/** Is there nothing but a text in which nothing of AWS was recognised? */
export function useIsUnread(): boolean {
  const { draft, reading } = useDiagnosis()
  const isNothing = reading?.problems.some(({ code }) => code === 'nothing-recognised') ?? false
  return isNothing && isFreshDraft({ ...draft, paste: '' })
}
