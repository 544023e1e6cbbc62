import { isAccountId, parseArn, lastInPath, roleArnOfSession } from './arn'

/** Who asks: the kinds of principal that a request can come from. */
export type PrincipalKind =
  | 'user'
  | 'role'
  | 'roleSession'
  | 'federatedUser'
  | 'root'
  | 'service'
  | 'identityProvider'
  | 'anonymous'

/** Is the caller somebody without policies of its own, whom only a resource-based policy can allow? */
export const isOutsider = (kind: PrincipalKind): boolean =>
  kind === 'service' || kind === 'identityProvider' || kind === 'anonymous'

/** Can a permissions boundary be attached to this kind of caller? */
export const canHaveBoundary = (kind: PrincipalKind): boolean => !isOutsider(kind) && kind !== 'root'

/**
 * Is it the name of a service-linked role, whose policy is its service’s and nobody else’s to change?
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 */
export const isLinkedRoleName = (name: string | undefined): boolean => name?.startsWith('AWSServiceRoleFor') === true

/** How the roles of IAM Identity Center are called: everyone who signs in with a permission set has the same one. */
export const PERMISSION_SET_PREFIX = 'AWSReservedSSO_'

/**
 * Is it the name of the role of a permission set, which IAM Identity Center made and which always has a path?
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export const isPermissionSetRole = (name: string | undefined): boolean =>
  name?.startsWith(PERMISSION_SET_PREFIX) === true

const OF_SET = /^AWSReservedSSO_(.{1,64})_[\da-f]{1,16}$/

/** The permission set that the name of its role tells; null: it is another role, or no name. */
export const permissionSetOf = (name: string | undefined): string | null => OF_SET.exec(name ?? '')?.[1] ?? null

/** How the session of an EC2 instance ends, which has the instance’s ID for its name, also a masked one: a part of patterns. */
export const ENDS_IN_INSTANCE = String.raw`\/i-[\da-fx*…]{1,17}$`

/** The principal of a request, read from its ARN or name. */
export interface RequestPrincipal {
  readonly kind: PrincipalKind
  /** As written. */
  readonly text: string
  readonly partition: string | null
  /** Null where the principal belongs to no account: services, identity providers, anonymous requests. */
  readonly account: string | null
  /** User name, role name or federated-user name, without path. */
  readonly name: string
  /** Of a role session. */
  readonly sessionName: string | null
}

/**
 * Well-known identity providers that have no ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
const BUILT_IN_PROVIDERS: ReadonlySet<string> = new Set([
  'cognito-identity.amazonaws.com',
  'www.amazon.com',
  'graph.facebook.com',
  'accounts.google.com',
])

/** Reads the principal of a request; null when the text is none. `isAccount` tells what passes for an account id. */
export function parsePrincipal(text: string, isAccount = isAccountId): RequestPrincipal | null {
  if (text.startsWith('arn:')) return parseArnPrincipal(text, isAccount)
  const whole = (kind: PrincipalKind): RequestPrincipal => ({
    kind,
    text,
    partition: null,
    account: null,
    name: text,
    sessionName: null,
  })
  if (text === 'anonymous') return whole('anonymous')
  if (BUILT_IN_PROVIDERS.has(text)) return whole('identityProvider')
  return isServicePrincipal(text) ? whole('service') : null
}

/** Is it a service's name, such as `logs.us-east-1.amazonaws.com`? */
export function isServicePrincipal(text: string): boolean {
  return /^[\w.-]+$/.test(text) && (text.endsWith('.amazonaws.com') || text.endsWith('.amazonaws.com.cn'))
}

function parseArnPrincipal(text: string, isAccount: (text: string) => boolean): RequestPrincipal | null {
  const arn = parseArn(text)
  if (arn === null || !isAccount(arn.account) || arn.region !== '') return null
  const { partition, account, service, resource } = arn
  const one = (kind: PrincipalKind, name: string, sessionName: string | null = null): RequestPrincipal | null =>
    name === '' ? null : { kind, text, partition, account, name, sessionName }
  if (resource === 'root' && (service === 'iam' || service === 'sts')) return one('root', 'root')
  const slash = resource.indexOf('/')
  if (slash < 0) return null
  const type = resource.slice(0, slash)
  const rest = resource.slice(slash + 1)
  const lastName = lastInPath(rest)
  if (service === 'iam') {
    if (type === 'user') return one('user', lastName)
    if (type === 'role') return one('role', lastName)
    if (type === 'oidc-provider' || type === 'saml-provider') {
      return rest === ''
        ? null
        : { kind: 'identityProvider', text, partition, account: null, name: rest, sessionName: null }
    }
  }
  if (service === 'sts') {
    if (type === 'federated-user') return one('federatedUser', rest)
    if (type === 'assumed-role') {
      const end = rest.indexOf('/')
      return end < 0 ? one('roleSession', rest, '') : one('roleSession', rest.slice(0, end), rest.slice(end + 1))
    }
  }
  return null
}

/** What one value of a Principal element names. */
export type PrincipalValueKind =
  | 'everyone'
  | 'account'
  | 'user'
  | 'role'
  | 'session'
  | 'federatedUser'
  | 'group'
  | 'uniqueId'
  | 'service'
  | 'identityProvider'
  | 'canonicalUser'
  | 'unreadable'

/** A value of a Principal element: what it names, and its account where it has one. */
export interface PrincipalValue {
  readonly kind: PrincipalValueKind
  readonly account: string | null
  readonly partition: string | null
}

const bare = (kind: PrincipalValueKind): PrincipalValue => ({ kind, account: null, partition: null })
const EVERYONE = bare('everyone')
const UNREADABLE = bare('unreadable')
const UNIQUE_ID = bare('uniqueId')

/** Reads a value of a Principal element under its key: AWS, Service, Federated or CanonicalUser. */
export function parsePrincipalValue(key: string, text: string): PrincipalValue {
  if (key === 'Service') return bare('service')
  if (key === 'Federated') return bare('identityProvider')
  if (key === 'CanonicalUser') return bare('canonicalUser')
  if (text === '*') return EVERYONE
  if (isAccountId(text)) return { kind: 'account', account: text, partition: null }
  // Unique ids: AIDA… of a user, AROA… of a role.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  if (/^A(?:IDA|ROA)[0-9A-Z]+$/.test(text)) return UNIQUE_ID
  const arn = parseArn(text)
  if (arn === null || arn.region !== '') return UNREADABLE
  const { account, partition, service, resource } = arn
  if (service === 'iam' && resource === 'root') return { kind: 'account', account, partition }
  const kind = VALUE_TYPES.find(([of, type]) => service === of && resource.startsWith(type))?.[2] ?? 'unreadable'
  return { kind, account, partition }
}

const VALUE_TYPES: readonly (readonly [service: string, type: string, kind: PrincipalValueKind])[] = [
  ['iam', 'user/', 'user'],
  ['iam', 'role/', 'role'],
  ['iam', 'group/', 'group'],
  ['sts', 'assumed-role/', 'session'],
  ['sts', 'federated-user/', 'federatedUser'],
  ['iam', 'oidc-provider/', 'identityProvider'],
  ['iam', 'saml-provider/', 'identityProvider'],
]

/**
 * The ARN by which services list who called: of a session that of its role. Null for a session of a permission set, whose
 * role lies under a path that the session’s ARN doesn’t show, and for a federated user, whom no service lists.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function arnBehind(principal: string): string | null {
  const role = roleArnOfSession(principal)
  if (principal.includes(':federated-user/') || role?.includes(`:role/${PERMISSION_SET_PREFIX}`)) return null
  return role ?? principal
}
