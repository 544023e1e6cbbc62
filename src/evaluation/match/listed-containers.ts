import { lastInPath } from '../../iam/arn'
import type { PrincipalValueKind, RequestPrincipal } from '../../iam/principal'
import { hasWildcard } from '../../iam/wildcard'
import type { PrincipalText } from '../../policy/policy'

const IDENTITIES: ReadonlySet<PrincipalValueKind> = new Set(['user', 'role', 'session', 'federatedUser', 'uniqueId'])

/** A unique id does not tell its account. */
const ANY_ACCOUNT = ''

/**
 * NotPrincipal with Deny lists, beside a principal that it spares, what contains it: the account, and the role of a
 * session. Here the accounts and roles of which something narrower is listed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function containersIn(values: readonly PrincipalText[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { names, text } of values) {
    if (!IDENTITIES.has(names.kind) || hasWildcard(text)) continue
    found.add(names.account ?? ANY_ACCOUNT)
    if (names.kind === 'session') found.add(roleKey(names.account, text.split('/')[1]))
  }
  return found
}

/** Does a value of the list only contain what is listed beside it? It spares nobody else; the root user is the account. */
export function isContainer(
  { names, text }: PrincipalText,
  containers: ReadonlySet<string>,
  { kind }: RequestPrincipal,
): boolean {
  if (names.kind === 'account') {
    return kind !== 'root' && (containers.has(names.account ?? ANY_ACCOUNT) || containers.has(ANY_ACCOUNT))
  }
  const name = lastInPath(text)
  return names.kind === 'role' && kind === 'roleSession' && containers.has(roleKey(names.account, name))
}

const roleKey = (account: string | null, name = ''): string => `${account ?? ANY_ACCOUNT} ${name}`
