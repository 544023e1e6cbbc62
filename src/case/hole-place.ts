import { splitArn } from '../iam/arn'
import { ANY_TEXT, digits, someOf, type HoleDomain } from './hole-domain'

/** What kind of text a hole stands in. */
export type HolePlace = 'principal' | 'resource' | 'account' | 'policy'

/** What the place of a mark says of it. */
export function domainAt(text: string, mark: string, place: HolePlace, isEllipsis: boolean): HoleDomain {
  const min = isEllipsis && endsName(text, mark, place) ? 0 : 1
  if (place === 'account') return accountRest(text, mark)
  const parts = text.startsWith('arn:') ? splitArn(text) : null
  if (parts === null) return { ...ANY_TEXT, min }
  const [, partition, service, region, account, resource] = parts
  if (partition.includes(mark) || region.includes(mark)) return someOf('region')
  if (service.includes(mark)) return someOf('field')
  if (account.includes(mark)) return accountRest(account, mark)
  return { chars: namesOne(service, resource, mark, isEllipsis) ? 'name' : 'any', min, max: Infinity }
}

/** What is left of an account id beside the digits that are written. */
function accountRest(account: string, mark: string): HoleDomain {
  const rest = account.replace(mark, '')
  const isPlain = rest.length < 12 && /^\d*$/.test(rest)
  return isPlain ? digits(12 - rest.length) : someOf('digits')
}

/** Does an ellipsis end a name of which something is written, so that it may stand for nothing? */
function endsName(text: string, mark: string, place: HolePlace): boolean {
  const at = text.indexOf(mark)
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  if (before === '' || before === ':' || (after !== '' && after !== '/' && after !== ':')) return false
  return before !== '/' || (place !== 'principal' && after === '')
}

/** Does a mark in the last part of an ARN stand in the name of a user, role or bucket, which holds no slash? */
function namesOne(service: string, resource: string, mark: string, isEllipsis: boolean): boolean {
  const segments = resource.split('/')
  const segment = segments.findIndex((one) => one.includes(mark))
  if (service === 'sts' && (segments[0] === 'assumed-role' || segments[0] === 'federated-user')) return segment > 0
  if (isEllipsis) return false
  if (service === 's3') return segment === 0 && !resource.includes(':')
  return service === 'iam' && NAMED.has(segments[0] ?? '') && segment > 0 && segment === segments.length - 1
}

const NAMED: ReadonlySet<string> = new Set(['user', 'role'])
