import type { LinkProblem } from './link-messages'
import { linkAlone } from './link-parts'
import { linkProblem } from './link-problem'
import { MAX_FRAGMENT, seal, unseal } from './seal'

/** The version of the link format that this app writes; it reads this and all before it. */
export const LINK_VERSION = 1

/** What a link can carry, and the letter before its version. */
const LETTERS = { case: '', exercise: 'x', deck: 'd' } as const

/** What a link carries. */
export type LinkKind = keyof typeof LETTERS

const FRAGMENT = /^#?([a-z]?)(\d{1,9})\/(.*)$/s

/** What a fragment is meant to carry, of whatever version; null where it is no link of this app. */
export function linkKindOf(fragment: string): LinkKind | null {
  const [, letter] = FRAGMENT.exec(fragment) ?? []
  return (Object.keys(LETTERS) as LinkKind[]).find((kind) => LETTERS[kind] === letter) ?? null
}

/** A text as a fragment, from the number sign on; null where it is too large for a link. */
export function writeFragment(kind: LinkKind, text: string): string | null {
  const sealed = seal(text)
  return sealed === null || sealed.length > MAX_FRAGMENT ? null : `#${LETTERS[kind]}${String(LINK_VERSION)}/${sealed}`
}

/** The text in a fragment, with or without its number sign and what follows its payload, or what is wrong with it. Takes any text. */
export function readFragment(
  kind: LinkKind,
  fragment: string,
): { readonly text: string } | { readonly problem: LinkProblem } {
  const [, , version = '0', sealed = ''] = FRAGMENT.exec(linkAlone(fragment)) ?? []
  if (linkKindOf(fragment) !== kind || Number(version) < 1) return { problem: linkProblem('link-unknown') }
  if (Number(version) > LINK_VERSION) return { problem: linkProblem('link-newer', { version: Number(version) }) }
  return unseal(sealed.trim())
}
