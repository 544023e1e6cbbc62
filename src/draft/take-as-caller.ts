import { buildCase } from './build-case'
import type { Draft } from './draft'
import { setRequestField } from './edit-draft'

/** Says who the caller is, where nothing else does. */
export function takeAsCaller(draft: Draft, arn: string): Draft {
  return buildCase(draft).fields.principal.value === '' ? setRequestField(draft, 'principal', arn) : draft
}
