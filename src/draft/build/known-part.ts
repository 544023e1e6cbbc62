import type { BuiltHole } from './find-case-holes'
import type { RequestField } from '../draft'
import { parseArn, splitArn } from '../../iam/arn'
import { BLANKS, withoutBlanks } from '../../iam/blank-fields'

/** What a part of the request is a kind of, as far as it is written. */
export type PartKind = 'user' | 'role' | 'session' | 'federated' | 'root' | 'caller' | 'resource'

/** What stands in an ARN that is masked or left out. */
export type UnknownPiece = 'account' | 'region' | 'name' | 'partition'

/** What is known of one part of the request. */
export interface KnownPart {
  readonly kind: PartKind
  /** Its name, as far as it is written; null where nothing is. */
  readonly name: string | null
  readonly unknown: readonly UnknownPiece[]
}

/** What is known of a field that holds holes; null where all of it is written, or nothing. */
export function knownPart(field: RequestField, value: string, holes: readonly BuiltHole[]): KnownPart | null {
  const text = withoutBlanks(value)
  const open = [...holes.filter((hole) => hole.value === null).map(({ name }) => name), BLANKS.account, BLANKS.region]
  const hasHole = (piece: string): boolean => open.some((hole) => piece.includes(hole))
  if ((field !== 'principal' && field !== 'resource') || text === '' || !hasHole(text)) return null
  const parts = text.startsWith('arn:') ? splitArn(text) : null
  if (parts === null) return { kind: field === 'principal' ? 'caller' : 'resource', name: null, unknown: ['name'] }
  const [, partition, , region, account, resource] = parts
  const [type = '', ...rest] = resource.split('/')
  const name = field === 'principal' ? (type === 'assumed-role' ? rest[0] : rest.at(-1)) : resource
  const unknown: UnknownPiece[] = []
  if (hasHole(partition)) unknown.push('partition')
  if (hasHole(region)) unknown.push('region')
  if (hasHole(account)) unknown.push('account')
  if (hasHole(resource)) unknown.push('name')
  const isKnown = name !== undefined && name !== '' && !open.includes(name)
  return { kind: field === 'principal' ? kindOf(text, type) : 'resource', name: isKnown ? name : null, unknown }
}

const KINDS: Readonly<Record<string, PartKind>> = {
  user: 'user',
  role: 'role',
  'assumed-role': 'session',
  'federated-user': 'federated',
  root: 'root',
}

const kindOf = (text: string, type: string): PartKind =>
  parseArn(text) !== null && Object.hasOwn(KINDS, type) ? (KINDS[type] ?? 'caller') : 'caller'
