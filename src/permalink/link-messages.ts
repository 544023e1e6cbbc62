import { CASE_MESSAGES } from '../case/case-messages'
import { PASTE_MESSAGES, type PasteProblem } from '../draft/messages/paste-messages'
import { textOfCode } from '../text/message-text'
import type { Problem } from '../text/problem'

/** What to say of a link that does not open or cannot be made; `{name}` is filled from the problem's data. */
export const LINK_MESSAGES = {
  'link-cut-off':
    'The end of this link is missing: {missing} of its characters. Chats, trackers and terminals cut long links. Ask for it again, or for the case as a file.',
  'link-damaged': 'This link was changed on its way and cannot be opened. Ask for it again, or for the case as a file.',
  'link-newer':
    'This link was made by a newer version of Why Denied? (link format {version}). Reload the page to get the newest version, then open the link again.',
  'link-too-long': 'This link has {length} characters; at most {limit} are opened. Ask for the case as a file.',
  'link-unknown': 'The address doesn’t end in a link of Why Denied?, so an empty page was opened.',
  'draft-too-large-for-link':
    'This case has {size} kB of text, but a link carries at most {limit} kB. Share it as a file instead.',
  'deck-unreadable': 'This file isn’t a deck of Why Denied?. Open one that was saved here.',
  'error-too-long':
    'The error in the address has {length} characters, but at most {limit} are accepted. Paste it into the box instead.',
} as const

/** A code of something to say of a link. */
export type LinkProblemCode = keyof typeof LINK_MESSAGES

/** A problem with a link or a deck: of its own, or of the draft in it. */
export type LinkProblem = Problem<LinkProblemCode | PasteProblem['code']>

const SENTENCES: Readonly<Record<LinkProblem['code'], string>> = {
  ...CASE_MESSAGES,
  ...PASTE_MESSAGES,
  ...LINK_MESSAGES,
}

/** The sentence for a link that does not open: the link itself, or the draft in it. */
export const linkSentence = ({ code, data }: LinkProblem): string => textOfCode(SENTENCES[code], data)

/** Codes that name what was taken out before a link was made, in words. */
export const WITHHELD_MESSAGES = {
  credentials: 'Credentials were removed. A link never carries them.',
  'encoded-message':
    'The encoded authorization message was taken out: what it holds can be decoded in your account only.',
} as const

/** What a link does not carry although the draft holds it. */
export type Withheld = keyof typeof WITHHELD_MESSAGES
