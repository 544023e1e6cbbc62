import { buildCase } from '../build/build-case'
import type { Draft } from '../draft'
import { setRequestField } from '../edit/edit-draft'

/** Says who the caller is, where nothing else does. */
export function takeAsCaller(draft: Draft, arn: string): Draft {
  return buildCase(draft).fields.principal.value === '' ? setRequestField(draft, 'principal', arn) : draft
}
