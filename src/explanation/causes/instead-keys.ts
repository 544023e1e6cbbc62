import { parsePrincipal } from '../../iam/principal'
import { resourceState } from '../../knowledge/resource-state'
import { own } from '../../text/own'
import type { Situation } from '../situation'

/** Keys by which a test says of a service's call what it says of a caller by another. */
const OF_SERVICES: Readonly<Record<string, string>> = {
  'aws:principalorgid': 'aws:SourceOrgID',
  'aws:principalorgpaths': 'aws:SourceOrgPaths',
  'aws:principalaccount': 'aws:SourceAccount',
}

const TAG_OF_RESOURCE = /^[\w-]+:ResourceTag\/(.+)$/i

/** The key that says the same of this request: the tag that is set instead of the one that is there, the source instead of the caller. */
export const insteadOf = ({ accessCase: { request } }: Situation, key: string): string | null => {
  const tag = TAG_OF_RESOURCE.exec(key)?.[1]
  if (tag !== undefined)
    return resourceState(request.action, request.resource) === 'new' ? `aws:RequestTag/${tag}` : null
  const isService = parsePrincipal(request.principal)?.kind === 'service'
  return isService ? (own(OF_SERVICES, key.toLowerCase()) ?? null) : null
}
