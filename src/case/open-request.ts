import { parseArn } from '../iam/arn'
import type { RequestPrincipal } from '../iam/principal'
import { resourceShapes } from '../iam/resource-shapes'
import { ANY_TEXT, digits, someOf, type HoleDomain } from './hole-domain'
import { hasMark, isMark, marksIn, type Holes, type RequestPart } from './holes'

/** Makes a mark for something that is not known, given what it is. */
type Unknown = (what: string, domain: HoleDomain) => string

/** Marks for what a part that is missing would say. */
export const ofMissing =
  (holes: Holes, part: RequestPart): Unknown =>
  (what, domain) =>
    holes.fresh(what, part, domain)

/** Marks for what is hidden by a text that has holes where more than a name would stand. */
export const ofHidden = (holes: Holes, marked: string): Unknown => {
  const [mark = ''] = marksIn(marked)
  return (_what, domain) => holes.fresh(holes.of(mark).name, null, domain)
}

/**
 * Who an unknown caller can be, each with marks for what is not known of it: with policies of its own a user or the
 * session of an ordinary role, else anyone at all.
 */
export function unknownCallers(
  unknown: Unknown,
  partition: string,
  hasOwnPolicies: boolean,
): readonly RequestPrincipal[] {
  const account = unknown('account', digits(12))
  const name = unknown('name', someOf('name'))
  const session = unknown('session', someOf('name'))
  const path = unknown('path', ANY_TEXT)
  const one = (
    kind: RequestPrincipal['kind'],
    text: string,
    more: Partial<RequestPrincipal> = {},
  ): RequestPrincipal => ({ kind, text, partition, account, name, sessionName: null, ...more })
  const iam = `arn:${partition}:iam::${account}:`
  const sts = `arn:${partition}:sts::${account}:`
  const own = [
    one('user', `${iam}user/${name}`),
    one('user', `${iam}user/${path}/${name}`),
    one('roleSession', `${sts}assumed-role/${name}/${session}`, { sessionName: session }),
  ]
  if (hasOwnPolicies) return own
  const outside = { account: null, partition: null }
  const service = unknown('service', someOf('name'))
  const serviceName = `${service}.amazonaws.com`
  const linked = `AWSServiceRoleFor${name}`
  return [
    ...own,
    one('roleSession', `${sts}assumed-role/${linked}/${session}`, { name: linked, sessionName: session }),
    one('federatedUser', `${sts}federated-user/${name}`),
    one('root', `${iam}root`, { name: 'root' }),
    one('service', serviceName, { ...outside, name: serviceName }),
    ...['oidc-provider', 'saml-provider'].map((type) =>
      one('identityProvider', `${iam}${type}/${path}`, { account: null, name: path }),
    ),
    one('identityProvider', service, { ...outside, name: service }),
    one('anonymous', 'anonymous', { ...outside, name: 'anonymous' }),
  ]
}

/** What an unknown resource of an action can be, in this partition and account. */
export function unknownResources(
  unknown: Unknown,
  lowerAction: string,
  partition: string,
  account: string,
): readonly string[] {
  const region = unknown('region', someOf('region'))
  const rest = unknown('resource', ANY_TEXT)
  const filled = new Map([
    ['{region}', region],
    ['{account}', account],
    ['{name}', unknown('name', someOf('name'))],
    ['{rest}', rest],
  ])
  const shapes = resourceShapes(lowerAction)
  if (shapes !== null) {
    return shapes.map((shape) => `arn:${partition}:${shape.replace(/\{\w+\}/g, (field) => filled.get(field) ?? '')}`)
  }
  const service = unknown('service', someOf('field'))
  return [
    `arn:${partition}:${service}:${region}:${account}:${rest}`,
    `arn:${partition}:${service}::${account}:${rest}`,
    `arn:${partition}:${service}:::${rest}`,
    `arn:${partition}:${service}:${region}::${rest}`,
    '*',
  ]
}

/**
 * What a KMS key's ARN can be where a hole hides whether it is an alias, and whether that of a key that AWS manages,
 * since KMS judges those otherwise; the text as it is for any other.
 */
export function readingsOfKey(text: string, holes: Holes): readonly string[] {
  const arn = hasMark(text) ? parseArn(text) : null
  if (arn?.service !== 'kms' || !hasMark(arn.resource)) return [text]
  const { resource } = arn
  const head = text.slice(0, text.length - resource.length)
  const rest = () => ofHidden(holes, resource)('', ANY_TEXT)
  if (resource.startsWith('alias/') && isMark(resource.charAt(6))) return [text, `${head}alias/aws/${rest()}`]
  if (!isMark(resource.charAt(0))) return [text]
  return ['key/', 'alias/', 'alias/aws/'].map((type) => `${head}${type}${rest()}`)
}

/**
 * What a caller's ARN can be of which an ellipsis hides more than a name: the role with its session, or a path before
 * the name; the ARN as it is where it hides no more.
 */
export function readingsOfCaller(text: string, holes: Holes): readonly string[] {
  const last = text.slice(-1)
  if (!holes.isEllipsis(last)) return [text]
  const resource = parseArn(text)?.resource ?? ''
  const head = text.slice(0, -1)
  const unknown = ofHidden(holes, last)
  const { min } = holes.of(last).domain
  const name = unknown('', { ...someOf('name'), min })
  const [type, ...rest] = resource.split('/')
  if (type === 'assumed-role' && rest.length === 1) return [`${head}${name}/${unknown('', someOf('name'))}`]
  if (type !== 'user' && type !== 'role') return [text]
  return [`${head}${name}`, `${head}${unknown('', { ...ANY_TEXT, min })}/${unknown('', someOf('name'))}`]
}
