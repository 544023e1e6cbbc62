import type { RequestField } from '../../../draft/draft'
import { parseArn } from '../../../iam/arn'
import { parsePrincipal, type PrincipalKind } from '../../../iam/principal'

/** What a person calls a part of the request, and what else its ARN says. */
export interface PeopleName {
  readonly name: string
  readonly rest: string
}

/** A longer action has no room on one line, in characters. */
const LONGEST_ACTION = 27

const KINDS: Partial<Record<PrincipalKind, string>> = {
  user: 'user',
  role: 'role',
  roleSession: 'role',
  federatedUser: 'federated user',
}

/** A caller whose account is masked, so that its ARN is none to the parser. */
const MASKED = /^arn:[\w-]+:(?:iam|sts)::([^:]+):(?:(user|role)\/(?:.*\/)?([^/]+)|assumed-role\/([^/]+)\/(.+))$/

function maskedName(text: string): PeopleName | null {
  const [, account, kind, name, role, session] = MASKED.exec(text) ?? []
  if (account === undefined) return null
  return kind ? { name: `${kind} ${name}`, rest: account } : { name: `role ${role}`, rest: `${account} · ${session}` }
}

function callerName(text: string): PeopleName | null {
  const principal = text.startsWith('arn:') ? parsePrincipal(text) : null
  if (principal === null) return maskedName(text)
  const kind = KINDS[principal.kind]
  if (kind === undefined || principal.name === '') return null
  const rest = [principal.account, principal.sessionName].filter((part) => part !== null && part !== '')
  return { name: `${kind} ${principal.name}`, rest: rest.join(' · ') }
}

function resourceName(text: string): PeopleName | null {
  const arn = parseArn(text)
  if (arn === null || arn.resource === '' || arn.resource === '*') return null
  return { name: arn.resource, rest: [arn.service, arn.region, arn.account].filter((part) => part !== '').join(' · ') }
}

/** The name that people have for a part of the request; null where its text is its name, or says no name. */
export function peopleName(field: RequestField, text: string): PeopleName | null {
  if (field === 'principal') return callerName(text)
  // In the narrow field its line would end within a word.
  if (field === 'action' && text.length > LONGEST_ACTION) return { name: text, rest: '' }
  return field === 'resource' ? resourceName(text) : null
}
