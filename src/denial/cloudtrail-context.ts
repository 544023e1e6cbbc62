import { KEY_ROWS } from '../facts/keys/condition-keys'
import { recordedValue } from './recorded-value'
import { isFieldHidden, isValueHidden } from '../iam/find-holes'
import { own, setOwn } from '../text/own'
import type { Context } from './detail'
import { itemsUnder, textUnder, under, type RecordNode } from './record-tree'

const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)$/i

/** What IAM calls a kind of caller in aws:PrincipalType. */
const PRINCIPAL_TYPES: Readonly<Record<string, string>> = {
  IAMUser: 'User',
  AssumedRole: 'AssumedRole',
  FederatedUser: 'FederatedUser',
  Root: 'Account',
}

const identity = (event: RecordNode, ...path: string[]) => textUnder(event, 'userIdentity', ...path)

function principalArn(event: RecordNode): string | null {
  const type = identity(event, 'type')
  if (type === 'AssumedRole') return identity(event, 'sessionContext', 'sessionIssuer', 'arn')
  return type === 'IAMUser' || type === 'Root' || type === 'Role' || type === 'FederatedUser'
    ? identity(event, 'arn')
    : null
}

const SERVICE_HOST = /^[a-z][a-z\d.-]{1,60}\.amazonaws\.com$/

/** Nobody hands a user to a service, as a role is: what comes from the service's address is a call for the user. */
function isOfUser(event: RecordNode): boolean {
  const type = identity(event, 'type')
  const said = /^User: arn:aws[\w-]*:iam::[^:]+:user\//
  return type === 'IAMUser' || (type === null && said.test(textUnder(event, 'errorMessage') ?? ''))
}

/** A service calls with the caller's permissions when it is named beside another identity, or a user's call comes from it. */
function calledVia(event: RecordNode): string | null {
  const type = identity(event, 'type')
  const invoker = type === null || type === 'AWSService' ? null : identity(event, 'invokedBy')
  const address = textUnder(event, 'sourceIPAddress') ?? ''
  return invoker ?? (SERVICE_HOST.test(address) && isOfUser(event) ? address : null)
}

function sourceIp(event: RecordNode): string | null {
  const address = textUnder(event, 'sourceIPAddress') ?? ''
  return IP.test(address) && textUnder(event, 'vpcEndpointId') === null ? address : null
}

interface EventKey {
  readonly key: string
  readonly read: (event: RecordNode) => string | readonly string[] | null
}

/** Which condition keys an event states, those that are one field of it first: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
const KEYS: readonly EventKey[] = [
  ...KEY_ROWS.flatMap(({ name, event }) => {
    const path = event?.split('.') ?? null
    return path === null ? [] : [{ key: name, read: (e: RecordNode) => textUnder(e, ...path) }]
  }),
  { key: 'aws:PrincipalArn', read: principalArn },
  { key: 'aws:PrincipalType', read: (e) => own(PRINCIPAL_TYPES, identity(e, 'type') ?? '') ?? null },
  { key: 'aws:PrincipalIsAWSService', read: (e) => (identity(e, 'type') === 'AWSService' ? 'true' : null) },
  { key: 'aws:username', read: (e) => (identity(e, 'type') === 'IAMUser' ? identity(e, 'userName') : null) },
  {
    key: 'aws:SourceIdentity',
    read: (e) => identity(e, 'sessionContext', 'sourceIdentity') ?? identity(e, 'sourceIdentity'),
  },
  {
    key: 'aws:CalledVia',
    read: (e) => {
      const service = calledVia(e)
      return service === null ? null : [service]
    },
  },
  { key: 'aws:ViaAWSService', read: (e) => (calledVia(e) === null ? null : 'true') },
  { key: 'aws:SourceIp', read: sourceIp },
  { key: 'aws:UserAgent', read: (e) => textUnder(e, 'userAgent')?.replace(/^\[(.*)\]$/s, '$1') ?? null },
  { key: 'aws:SecureTransport', read: (e) => (under(e, 'tlsDetails')?.kind === 'object' ? 'true' : null) },
]

/** The key and value of a tag, however a service spells them. */
function tagOf(node: RecordNode): readonly [string, string] | null {
  const key = textUnder(node, 'key') ?? textUnder(node, 'tagKey')
  return key === null ? null : [key, textUnder(node, 'value') ?? textUnder(node, 'tagValue') ?? '']
}

function tagsUnder(node: RecordNode | null, ...path: string[]): (readonly [string, string])[] {
  const found = under(node, ...path)
  if (found?.kind === 'object' && under(found, 'items') === null) {
    return found.members.flatMap(({ key, value }) => (value.kind === 'text' ? [[key, value.value] as const] : []))
  }
  return itemsUnder(node, ...path).flatMap((item) => {
    const tag = tagOf(item)
    return tag ? [tag] : []
  })
}

/** The parameters of requests that hold tags. */
export const TAG_PARAMETERS = ['tags', 'tagSpecificationSet'] as const

function requestTags(event: RecordNode): (readonly [string, string])[] {
  const specifications = itemsUnder(event, 'requestParameters', 'tagSpecificationSet')
  return [
    ...tagsUnder(event, 'requestParameters', 'tags'),
    ...specifications.flatMap((item) => tagsUnder(item, 'tags')),
  ]
}

function tagContext(event: RecordNode): Record<string, string | readonly string[]> {
  const context: Record<string, string | readonly string[]> = {}
  const requested = requestTags(event)
  for (const [key, value] of requested) context[`aws:RequestTag/${key}`] = value
  if (requested.length > 0) context['aws:TagKeys'] = [...new Set(requested.map(([key]) => key))]
  for (const [key, value] of tagsUnder(event, 'eventContext', 'tagContext', 'principalTags'))
    context[`aws:PrincipalTag/${key}`] = value
  for (const resource of itemsUnder(event, 'eventContext', 'tagContext', 'resourceTags')) {
    for (const [key, value] of tagsUnder(resource, 'tags')) context[`aws:ResourceTag/${key}`] = value
  }
  return context
}

const OIDC = /^(?:arn:\S{1,80}:oidc-provider\/)?([\w-]{1,100}\.[\w./-]{1,400})$/

/**
 * What the token of a web identity says: its audience and its subject, which are keys named after the provider.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
function tokenContext(event: RecordNode): Record<string, string> {
  const provider = identity(event, 'identityProvider') ?? ''
  const host = identity(event, 'type') === 'WebIdentityUser' ? OIDC.exec(provider)?.[1] : undefined
  if (host === undefined) return {}
  const id = identity(event, 'principalId') ?? ''
  const audience = id.startsWith(`${provider}:`) ? id.slice(provider.length + 1).split(':', 1)[0] : undefined
  const subject = identity(event, 'userName')
  return {
    ...(audience ? { [`${host}:aud`]: audience } : {}),
    ...(subject ? { [`${host}:sub`]: subject } : {}),
  }
}

/** The values of the context that AWS itself recorded, in events that carry it. */
function recorded(event: RecordNode): Record<string, string | readonly string[]> {
  return contextOf(under(event, 'eventContext', 'requestContext'))
}

/** The condition keys of an object whose members are keys and their values. */
export function contextOf(node: RecordNode | null): Record<string, string | readonly string[]> {
  const context: Record<string, string | readonly string[]> = {}
  if (node?.kind !== 'object') return context
  for (const { key, value } of node.members) {
    const name = key.includes(':') ? key : `aws:${key}`
    const recordedAs = recordedValue(name, value)
    if (recordedAs !== null) setOwn(context, name, recordedAs)
  }
  return withoutHidden(context)
}

/** Without the keys of which a value is hidden, so that nothing is known of them. */
function withoutHidden(context: Context): Record<string, string | readonly string[]> {
  const known: Record<string, string | readonly string[]> = {}
  for (const [key, value] of Object.entries(context)) {
    const values = typeof value === 'string' ? [value] : value
    if (!values.some(isValueHidden)) setOwn(known, key, value)
  }
  return known
}

/** The condition keys whose values the event states. */
export function eventContext(event: RecordNode): Context {
  const context: Record<string, string | readonly string[]> = {}
  for (const { key, read } of KEYS) {
    const value = read(event)
    if (value !== null && value !== '' && !isFieldHidden(String(value))) setOwn(context, key, value)
  }
  return withoutHidden({ ...context, ...tokenContext(event), ...tagContext(event), ...recorded(event) })
}
