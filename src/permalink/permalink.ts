import type { Draft } from '../draft/draft'
import { restoreDraft, storeDraft, type RestoredDraft } from '../draft/file/restore-draft'
import type { LinkProblem } from './link-messages'
import { linkKindOf, readFragment, writeFragment } from './fragment'
import type { Withheld } from './link-messages'
import { linkProblem } from './link-problem'
import { readDraft } from './read-draft'
import { MAX_TEXT_BYTES } from './compress'
import { redactForLink } from './redact-for-link'
import { writeDraft } from './write-draft'

export { linkKindOf, LINK_VERSION } from './fragment'

/** Up to `short` a fragment passes chats and trackers; up to `long` it may be cut there; above, a file is better. */
const LINK_LENGTHS = { short: 3_000, long: 8_000 } as const

/** All policies of a link together, in characters with their white space. */
const MAX_POLICY_CHARACTERS = 2_000_000

/** A link and what is to be known before it is copied. */
export interface SharedLink {
  /** From the number sign on. */
  readonly fragment: string
  /** As in LINK_LENGTHS. */
  readonly size: 'short' | 'long' | 'tooLong'
  /** What the draft holds and the link does not. */
  readonly withheld: readonly Withheld[]
}

/** The problem of a text that is too large for a link. */
export function tooLargeForLink(text: string): LinkProblem {
  const kilobytes = (size: number) => Math.ceil(size / 1000)
  return linkProblem('draft-too-large-for-link', { size: kilobytes(text.length), limit: kilobytes(MAX_TEXT_BYTES) })
}

/** How far a fragment of this length travels. */
export function linkSize(length: number): SharedLink['size'] {
  if (length <= LINK_LENGTHS.short) return 'short'
  return length <= LINK_LENGTHS.long ? 'long' : 'tooLong'
}

/** A link that carries the draft, without credentials; or the problem that keeps it from being one. */
export function shareDraft(draft: Draft): SharedLink | { readonly problem: LinkProblem } {
  const { draft: kept, withheld } = redactForLink(draft)
  const text = writeDraft(kept)
  const fragment = writeFragment('case', text)
  return fragment === null
    ? { problem: tooLargeForLink(text) }
    : { fragment, size: linkSize(fragment.length), withheld }
}

/** The fragment of a link, from the number sign on; the empty string for a draft that is too large for one. */
export function encodeDraft(draft: Draft): string {
  const link = shareDraft(draft)
  return 'fragment' in link ? link.fragment : ''
}

/** Is this fragment meant as a shared case, of whatever version? */
export function isLinkFragment(fragment: string): boolean {
  return linkKindOf(fragment) === 'case'
}

/** The draft in the text of a link, checked as anything from outside is. */
export function openDraft(text: string): RestoredDraft<LinkProblem> {
  const draft = readDraft(text, MAX_POLICY_CHARACTERS)
  return draft ? restoreDraft(storeDraft(draft)) : { problem: linkProblem('link-damaged') }
}

/** The draft in a fragment, with or without its number sign, or what is wrong with it. Takes any text; never throws. */
export function decodeFragment(fragment: string): RestoredDraft<LinkProblem> {
  const opened = readFragment('case', fragment)
  return 'problem' in opened ? opened : openDraft(opened.text)
}
