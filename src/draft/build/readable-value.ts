import { servicePrincipalOf } from '../../denial/service-callers'
import { parseArn } from '../../iam/arn'
import { withoutBlanks } from '../../iam/blank-fields'
import { findHoles } from '../../iam/find-holes'
import { parsePrincipal } from '../../iam/principal'
import type { RequestField } from '../draft'

/** What people and services put over an action that is not to be shown; no request asks for a pattern of actions. */
const MASKED_ACTION = /[*?<>{}[\]…]|x{3,}|\.{3}|redacted/i

/** Does a text that stands for an action hold something in the place of it, or of a part of it? */
export const isMaskedAction = (said: string): boolean => MASKED_ACTION.test(said)

/**
 * Can what the text says of a field stand in a request as it is? What is masked or left out in it stays a hole; a text
 * that is no ARN at all would match no policy, which would say nothing of the real one. A service that is called by its
 * name stands in policies as its service principal.
 */
export function isReadable(field: RequestField, said: string): boolean {
  if (field === 'action') return said.includes(':') && !isMaskedAction(said)
  if (field === 'principal')
    return servicePrincipalOf(said) === null && (parsePrincipal(said) !== null || isMasked(said))
  if (field !== 'resource' || said === '*') return true
  return said.startsWith('arn:') && (parseArn(said) !== null || isMasked(said))
}

/** Does an ARN hold what stands for something that is not written? */
const isMasked = (said: string): boolean =>
  said.startsWith('arn:') && (findHoles(said, 'request').length > 0 || withoutBlanks(said) !== said)
