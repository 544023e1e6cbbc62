import { parseDenials, type ReadDenials } from '../../denial/parse-denials'
import { chosenDenial } from '../build/chosen-denial'
import { plainDraft } from '../build/plain-draft'
import { requestOf, type RequestParts } from '../build/request-fields'
import type { Denial } from '../../denial/denial'
import type { Draft } from '../draft'
import { isAnotherCaller } from './placement-rules'
import { isAnotherResource } from './policy-owner'

/** A draft with what it asks about. */
export interface DraftQuestion {
  readonly draft: Draft
  readonly denials: readonly Denial[]
  /** The denial that is chosen of them. */
  readonly denial: Denial | null
  readonly request: RequestParts
}

/** Reads what a draft asks about. */
export function questionOf(draft: Draft, denialsOf: ReadDenials = parseDenials): DraftQuestion {
  const denials = denialsOf(draft.paste)
  const plain = plainDraft(draft, denials)
  const request = requestOf(plain.draft, chosenDenial(draft, plain.denials))
  return { draft, denials, denial: chosenDenial(draft, denials), request }
}

/**
 * How the error after a paste relates to the one before it: it stays the same, or another text tells of the same caller and
 * resource, as far as anyone can see, or plainly of another caller, or of another resource for the same caller.
 */
export type ErrorRelation = 'same' | 'moreOfSame' | 'otherCaller' | 'otherResource'

/** How the question after a paste relates to the one before it. */
export function relation(before: DraftQuestion, after: DraftQuestion): ErrorRelation {
  if (before.draft.paste === after.draft.paste) return 'same'
  const caller = before.request.principal || (before.draft.policiesOf ?? '')
  if (isAnotherCaller(caller, after.request.principal)) return 'otherCaller'
  return isAnotherResource(before.request.resource, after.request.resource) ? 'otherResource' : 'moreOfSame'
}
