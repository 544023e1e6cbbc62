import type { Draft } from '../draft/draft'
import { restoreDraft } from '../draft/file/restore-draft'
import links from '../permalink/vectors/links-1.json'

/** A link of version 1 that was made once, and the draft that it must open to for ever. */
export interface LinkVector {
  readonly id: string
  readonly fragment: string
  readonly draft: Draft
}

/** The links that keep opening. Their drafts stand in the file as a deck's file holds them. */
export const LINK_VECTORS: readonly LinkVector[] = links.map(({ id, fragment, draft }) => {
  const restored = restoreDraft(draft)
  if ('problem' in restored) throw new Error(`The draft of ${id} cannot be read`)
  return { id, fragment, draft: restored.draft }
})
