import { serviceOfAction } from '../../iam/action'
import { isPermissionSetRole, parsePrincipal } from '../../iam/principal'
import { isTagCheckOfNew, mayMake, resourceState } from '../../knowledge/resource-state'
import { neverInReference } from '../../reference/key-presence'
import { referenceOfPart } from '../../reference/reference-part'
import { own } from '../../text/own'
import type { JudgedCase } from '../judged-case'

/** Keys by which a test says of a service's call what it says of a caller by another. */
const OF_SERVICES: Readonly<Record<string, string>> = {
  'aws:principalorgid': 'aws:SourceOrgID',
  'aws:principalorgpaths': 'aws:SourceOrgPaths',
  'aws:principalaccount': 'aws:SourceAccount',
}

/** Keys of a sign-in with MFA at AWS STS. */
const OF_MFA = /^aws:multifactorauth(?:present|age)$/i

/** A key of MFA, where the sign-in was at IAM Identity Center, which tells AWS STS of none. */
export const isOfCenterMfa = ({ accessCase: { request } }: JudgedCase, key: string): boolean => {
  const caller = parsePrincipal(request.principal)
  return OF_MFA.test(key) && caller?.kind === 'roleSession' && isPermissionSetRole(caller.name)
}

const TAG_OF_REQUEST = /^aws:RequestTag\/(.+)$/i

const TAG_OF_RESOURCE = /^[\w-]+:ResourceTag\/(.+)$/i

/** The operation that was called, of whichever service. */
const operationOf = ({ denial }: JudgedCase): string => `:${denial?.operation ?? ''}`.toLowerCase()

/** Does a call that makes something tag it with the same call, so that it has no tag yet? */
export const isTagOfMade = (judged: JudgedCase, key: string): boolean =>
  TAG_OF_RESOURCE.test(key) && isTagCheckOfNew(judged.accessCase.request.action, operationOf(judged))

const isOfService = (key: string, action: string): boolean =>
  ['aws', serviceOfAction(action)].includes(key.split(':', 1)[0]?.toLowerCase() ?? '')

/** Does AWS list for the action that no request on this resource carries the key? */
const isNever = ({ services, accessCase: { request } }: JudgedCase, key: string): boolean =>
  services !== undefined &&
  neverInReference(referenceOfPart(services), request.action.toLowerCase(), request.resource)(key.toLowerCase())

/** The key that says the same of this request, where such a request can carry that. */
export const insteadOf = (judged: JudgedCase, key: string): string | null => {
  const instead = saysSame(judged, key)
  return instead !== null && isNever(judged, instead) ? null : instead
}

/** The key that says the same of this request: the tag that is set instead of the one that is there, or the other way round, the source instead of the caller. */
const saysSame = (judged: JudgedCase, key: string): string | null => {
  const { request } = judged.accessCase
  if (isOfCenterMfa(judged, key)) return 'aws:PrincipalArn'
  const tag = TAG_OF_RESOURCE.exec(key)?.[1]
  // A tag under the prefix of another service: every service has the one of all.
  if (tag !== undefined && !isOfService(key, request.action)) return `aws:ResourceTag/${tag}`
  if (tag !== undefined)
    return resourceState(request.action, request.resource, operationOf(judged)) === 'new'
      ? `aws:RequestTag/${tag}`
      : null
  const sent = TAG_OF_REQUEST.exec(key)?.[1]
  // What is there already has its tags, which no call sends; beside what a call makes it is not meant to have them.
  if (sent !== undefined) return mayMake(request.action) || request.resource === '*' ? null : `aws:ResourceTag/${sent}`
  const isService = parsePrincipal(request.principal)?.kind === 'service'
  return isService ? (own(OF_SERVICES, key.toLowerCase()) ?? null) : null
}
