import type { Draft } from '../../draft/draft'
import { useIntake } from './intake'
import { useDraft } from './workbench'

/** Is there no evidence yet: no text, no request, no policy? */
export function isFreshDraft({ paste, request, layers }: Draft): boolean {
  return (
    paste === '' && Object.keys(request).length === 0 && Object.values(layers).every(({ state }) => state !== 'given')
  )
}

/** Is there nothing on the page, and nothing on its way to it? */
export function useIsFresh(): boolean {
  const { isWaiting } = useIntake()
  return isFreshDraft(useDraft().draft) && !isWaiting
}
