import type { Denial } from '../denial/denial'
import { parseDenials } from '../denial/parse-denials'
import { chosenDenial } from './build-case'
import type { Draft } from './draft'
import { forgetRequest } from './edit-draft'
import { maskCredentials } from './mask-credentials'

const sameRequest = (one: Denial | null, other: Denial | null): boolean =>
  one?.principal === other?.principal && one?.action === other?.action && one?.resource === other?.resource

/**
 * Another text in the paste box, without any credentials. What the user changed in the form stays as long as the text
 * still speaks of the same request, and as long as there was no request in it before.
 */
export function setPaste(draft: Draft, text: string): Draft {
  const paste = maskCredentials(text).text
  if (paste === draft.paste) return draft
  const before = chosenDenial(draft, parseDenials(draft.paste))
  const after = chosenDenial(draft, parseDenials(paste))
  const next = { ...draft, paste }
  return before === null || sameRequest(before, after) ? next : forgetRequest(next)
}
