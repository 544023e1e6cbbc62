import { lastInPath, isIdentityArn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import type { JudgedCase } from '../judged-case'
import { statementsThere } from './does-work'
import { ownForm } from './own-part'
import { textsOf } from '../../text/fields'

/** What of IAM a policy allows to whoever administers nothing: to look, and to hand over a role. */
const LOOKS = /^iam:(?:get|list|generate|simulate|passrole)/i

/** Do the caller's policies, which are here, allow no change of anybody's access? */
export const onlyReadsAccess = (judged: JudgedCase): boolean => {
  const allows = statementsThere(judged, 'identity').filter((one) => one['Effect'] === 'Allow')
  const actions = allows.flatMap((one) => textsOf(one['Action']))
  return (
    allows.length > 0 &&
    allows.every((one) => one['NotAction'] === undefined) &&
    actions.every((one) => one !== '*' && (!/^iam:/i.test(one) || LOOKS.test(one)))
  )
}

/** Does a caller change what they themselves may do, and no policy leaves that to each user? */
export const isOfSelf = (judged: JudgedCase): boolean => {
  const { request } = judged.accessCase
  const name = parsePrincipal(request.principal)?.name ?? ''
  return (
    name !== '' &&
    isIdentityArn(request.resource) &&
    lastInPath(request.resource) === name &&
    (request.resource !== request.principal || ownForm(judged, 'identity') === null)
  )
}
