import type { Draft } from '../../draft/draft'

/** Is there no evidence yet: no text, no request, no policy? */
export function isFreshDraft({ paste, request, layers }: Draft): boolean {
  return (
    paste === '' && Object.keys(request).length === 0 && Object.values(layers).every(({ state }) => state !== 'given')
  )
}
