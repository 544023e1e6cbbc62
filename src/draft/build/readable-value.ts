import { isPhoneNumber } from '../../iam/phone-number'
import { servicePrincipalOf } from '../../denial/service-callers'
import { parseArn } from '../../iam/arn'
import { withoutBlanks } from '../../iam/blank-fields'
import { hasHole, hasHoleInAction } from '../../iam/find-holes'
import { parsePrincipal } from '../../iam/principal'
import type { RequestField } from '../draft'

/**
 * Can what the text says of a field stand in a request as it is? What is masked or left out in it stays a hole; a text
 * that is no ARN at all would match no policy, which would say nothing of the real one. A service that is called by its
 * name stands in policies as its service principal.
 */
export function isReadable(field: RequestField, said: string): boolean {
  if (field === 'action') return said.includes(':') && !hasHoleInAction(said)
  if (field === 'principal')
    return servicePrincipalOf(said) === null && (parsePrincipal(said) !== null || isPartial(said))
  if (field !== 'resource' || said === '*' || isPhoneNumber(said)) return true
  return said.startsWith('arn:') && (parseArn(said) !== null || isPartial(said))
}

/** Does an ARN hold what stands for something that is not written? */
const isPartial = (said: string): boolean => said.startsWith('arn:') && (hasHole(said) || withoutBlanks(said) !== said)
