import { parseArn } from '../iam/arn'
import { namesPrincipals } from '../iam/layers'
import type { GroundCompared } from './ground-compared'

/** A caller that stands for all that the policies cannot tell from it. */
export interface TriedCaller {
  readonly principal: string
  /** The ARN of its role, where that has a path: the session's ARN leaves it out. */
  readonly role?: string
  /** Who it stands for. */
  readonly is: 'named' | 'other-of-account' | 'other-account' | 'anonymous' | 'service' | 'holder'
}

const OTHER_ACCOUNT = '999988887777'

/** Who has an identity-based policy, a boundary or a session policy: nothing more is known of it. */
export const HOLDER: TriedCaller = { principal: 'arn:aws:iam::111122223333:user/example', is: 'holder' }

/** What a caller of these layers says of itself, where the caller is one of several that are tried. */
export const CALLER_KEYS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:username',
])

/** The session of a role, which is what calls. */
function asCaller(arn: string): string {
  const parts = parseArn(arn)
  if (parts === null || parts.service !== 'iam' || !parts.resource.startsWith('role/')) return arn
  const name = parts.resource.slice(parts.resource.lastIndexOf('/') + 1)
  return `arn:${parts.partition}:sts::${parts.account}:assumed-role/${name}/session`
}

const plain = (text: string): string => text.replaceAll('*', 'example').replaceAll('?', 'x')

/** Callers of each kind that the principals and the conditions on the caller of some policies tell apart. */
export function callersToTry(statements: readonly GroundCompared[], owner: string): readonly TriedCaller[] {
  const callers = new Map<string, TriedCaller>()
  const accounts = new Set([owner])
  const add = (principal: string, is: TriedCaller['is'], role?: string): void => {
    if (!callers.has(principal)) callers.set(principal, { principal, is, ...(role === undefined ? {} : { role }) })
  }
  const addArn = (text: string): void => {
    const arn = plain(text)
    const account = parseArn(arn)?.account ?? ''
    if (/^\d{12}$/.test(account)) accounts.add(account)
    else if (account !== '') {
      addArn(text.replace(parseArn(text)?.account ?? '', OTHER_ACCOUNT))
      return
    }
    if (arn.endsWith(':root')) return
    add(asCaller(arn), 'named', /:role\/.+\//.test(arn) ? arn : undefined)
  }
  for (const { layer, ground } of statements) {
    if (!namesPrincipals(layer)) continue
    for (const { key, text, names } of ground.statement.principal?.values ?? []) {
      if (names.account !== null) accounts.add(names.account)
      if (key === 'Service') add(text, 'service')
      else if (key === 'Federated' && text.startsWith('arn:')) add(text, 'named')
      else if (
        names.kind === 'user' ||
        names.kind === 'role' ||
        names.kind === 'session' ||
        names.kind === 'federatedUser'
      )
        addArn(text)
    }
    for (const { lowerKey, values } of ground.statement.conditions) {
      if (lowerKey === 'aws:principalarn') for (const { text } of values) addArn(text)
      if (lowerKey === 'aws:principalaccount')
        for (const { text } of values) if (/^\d{12}$/.test(text)) accounts.add(text)
      if (lowerKey === 'aws:principalservicename') for (const { text } of values) add(plain(text), 'service')
    }
  }
  for (const account of accounts) add(`arn:aws:iam::${account}:user/anyone-else`, 'other-of-account')
  add(`arn:aws:iam::${OTHER_ACCOUNT}:user/anyone-else`, 'other-account')
  add('anonymous', 'anonymous')
  add('another-service.amazonaws.com', 'service')
  return [...callers.values()]
}
