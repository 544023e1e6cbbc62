import type { Draft } from '../draft/draft'
import { restoreDraft, type RestoredDraft } from '../draft/restore-draft'
import type { Problem } from '../text/problem'
import { linkProblem, type Withheld } from './link-messages'
import { readDraft } from './read-draft'
import { MAX_FRAGMENT, seal, unseal } from './seal'
import { MAX_TEXT_BYTES } from './squeeze'
import { withhold } from './withhold'
import { writeDraft } from './write-draft'

export { linkSentence } from './link-messages'

/** The version of the link format that this app writes; it reads this and all before it. */
export const LINK_VERSION = 1

/** Characters of a fragment from which on it should be told: Slack cuts link texts, then mail and trackers. */
export const LINK_LENGTHS = { short: 2_000, long: 3_000, tooLong: 8_000 } as const

/** All policies of a link together, in characters with their white space. */
const MAX_POLICY_CHARACTERS = 2_000_000

/** A link and what is to be known before it is copied. */
export interface SharedLink {
  /** From the number sign on. */
  readonly fragment: string
  /** `short` passes everywhere, `long` may be cut in chats, `tooLong` had better be a file. */
  readonly size: 'short' | 'long' | 'tooLong'
  /** What the draft holds and the link does not. */
  readonly withheld: readonly Withheld[]
}

/** A link that carries the draft, without credentials; or the problem that keeps it from being one. */
export function shareDraft(draft: Draft): SharedLink | { readonly problem: Problem } {
  const { draft: kept, withheld } = withhold(draft)
  const text = writeDraft(kept)
  const sealed = seal(text)
  const kilobytes = (size: number) => Math.ceil(size / 1000)
  if (sealed === null || sealed.length > MAX_FRAGMENT)
    return {
      problem: linkProblem('draft-too-large-for-link', {
        size: kilobytes(text.length),
        limit: kilobytes(MAX_TEXT_BYTES),
      }),
    }
  const fragment = `#${String(LINK_VERSION)}/${sealed}`
  const size =
    fragment.length <= LINK_LENGTHS.long ? 'short' : fragment.length <= LINK_LENGTHS.tooLong ? 'long' : 'tooLong'
  return { fragment, size, withheld }
}

/** The fragment of a link, from the number sign on; the empty string for a draft that is too large for one. */
export function encodeDraft(draft: Draft): string {
  const link = shareDraft(draft)
  return 'fragment' in link ? link.fragment : ''
}

const VERSIONED = /^#?(\d{1,9})\/(.*)$/s

/** Is this fragment meant as a shared case, of whatever version? */
export function isLinkFragment(fragment: string): boolean {
  return VERSIONED.test(fragment)
}

/** The draft in a fragment, with or without its number sign, or what is wrong with it. Takes any text; never throws. */
export function decodeFragment(fragment: string): RestoredDraft {
  const [, version, sealed] = VERSIONED.exec(fragment) ?? []
  if (version === undefined || sealed === undefined) return { problem: linkProblem('link-unknown') }
  if (Number(version) > LINK_VERSION) return { problem: linkProblem('link-newer', { version: Number(version) }) }
  if (Number(version) < 1) return { problem: linkProblem('link-unknown') }
  const opened = unseal(sealed.trim())
  if ('problem' in opened) return opened
  const draft = readDraft(opened.text, MAX_POLICY_CHARACTERS)
  return draft ? restoreDraft(draft) : { problem: linkProblem('link-damaged') }
}
