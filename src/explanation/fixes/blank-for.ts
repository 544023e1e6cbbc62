import type { CaseRequest } from '../../case/access-case'
import { hasWildcard, matchWildcard } from '../../iam/wildcard'
import { lastingResource } from '../../policy/one-off-ids'
import { blanksAsAny, hasBlank } from '../../text/blank'

/** Is it the resource with named blanks for what its text does not say? */
export const isBlankFor = (text: string, resource: string): boolean =>
  hasBlank(text) && !hasWildcard(text) && matchWildcard(blanksAsAny(text), resource)

/** Is it the pattern that takes the place of a resource whose id is used once, with such blanks? */
export const isBlankForLasting = (text: string, { action, resource }: CaseRequest): boolean => {
  const pattern = lastingResource(resource, action)
  const isPattern = pattern !== resource && pattern.endsWith('*') && text.endsWith('*')
  return isPattern && isBlankFor(text.slice(0, -1), pattern.slice(0, -1))
}
