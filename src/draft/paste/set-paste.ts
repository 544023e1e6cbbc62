import { chosenDenial, isSameRequest } from '../build/chosen-denial'
import type { Draft } from '../draft'
import { forgetJudged, forgetRequest } from '../edit/edit-draft'
import { maskTyped, type KnownClean } from '../file/mask-credentials'
import { parseDenials, type ReadDenials } from '../../denial/parse-denials'

/**
 * Another text in the paste box, without any credentials. What the user changed in the form stays as long as the text
 * still speaks of the same request, and as long as there was no request in it before.
 */
export function setPaste(
  draft: Draft,
  text: string,
  denialsOf: ReadDenials = parseDenials,
  isClean?: KnownClean,
): Draft {
  const paste = maskTyped(draft.paste, text, isClean).text
  if (paste === draft.paste) return draft
  const before = chosenDenial(draft, denialsOf(draft.paste))
  const next = { ...forgetJudged(draft), paste }
  return before === null || isSameRequest(before, chosenDenial(next, denialsOf(paste))) ? next : forgetRequest(next)
}
