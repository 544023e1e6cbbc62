import { servicePrincipalOf } from '../denial/service-callers'
import { isAccountId, parseArn } from '../iam/arn'
import type { RequestField } from './draft'

/** What people and services put over a value that is not to be shown. */
const MASK = /\*{2,}|x{4,}|[<>{}[\]…]|\.{3}|redacted/i

/** The account fields of ARNs that are no account ids: AWS's own policies, CloudFront's origin identities. */
const OTHER_ACCOUNTS: ReadonlySet<string> = new Set(['', 'aws', 'cloudfront', '*'])

/** The account that a masked account field leaves room for: as long, with the same digits where digits are left. */
function fitsMask(field: string, account: string): boolean {
  const digits = [...field.matchAll(/\d/g)]
  if (field.length !== account.length) return digits.length === 0
  return digits.every(({ index, 0: digit }) => account[index] === digit)
}

/** An ARN with the caller's account in the place of a masked one; null where there is none, or it cannot be that. */
export function unmaskAccount(resource: string, account: string): string | null {
  const arn = parseArn(resource)
  if (arn === null || isAccountId(arn.account) || OTHER_ACCOUNTS.has(arn.account)) return null
  if (!isAccountId(account) || MASK.test(arn.resource) || !fitsMask(arn.account, account)) return null
  return ['arn', arn.partition, arn.service, arn.region, account, arn.resource].join(':')
}

/**
 * Can what the text says of a field stand in a request as it is? A resource that is no ARN, or that is masked, would
 * match no policy, which would say nothing of the real one. A service that is called by its name stands in policies as
 * its service principal.
 */
export function isReadable(field: RequestField, said: string): boolean {
  if (field === 'principal') return servicePrincipalOf(said) === null
  if (field === 'action') return said.includes(':') && !MASK.test(said)
  if (field !== 'resource' || said === '*') return true
  const arn = parseArn(said)
  return arn !== null && (isAccountId(arn.account) || OTHER_ACCOUNTS.has(arn.account)) && !MASK.test(said)
}
