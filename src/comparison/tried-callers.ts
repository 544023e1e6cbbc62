import { textClasses } from '../evaluation/operators/text-classes'
import { likePattern, type TextPattern } from '../evaluation/operators/text-walk'
import { representativesFor } from '../evaluation/operators/comparisons'
import { isAccountId, lastInPath, parseArn } from '../iam/arn'
import { namesPrincipals } from '../iam/layers'
import { isServicePrincipal, parsePrincipal } from '../iam/principal'
import { hasWildcard } from '../iam/wildcard'
import type { ConditionEntry } from '../policy/policy'
import type { GroundCompared } from './ground-compared'

/** A caller that stands for all that the policies cannot tell from it. */
export interface TriedCaller {
  readonly principal: string
  /** The ARN of its role, where that has a path: the session's ARN leaves it out. */
  readonly role?: string
  /** Its unique id, where a policy names it by that. */
  readonly userId?: string
  /** Who it stands for. */
  readonly is: 'named' | 'other-of-account' | 'other-account' | 'anonymous' | 'service' | 'holder'
}

/** Callers to try; `isComplete` where the policies tell no others apart. */
export interface CallersToTry {
  readonly callers: readonly TriedCaller[]
  readonly isComplete: boolean
}

const OTHER_ACCOUNT = '999988887777'
/** Where the policies name that one. */
const YET_ANOTHER_ACCOUNT = '888877776666'

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

/** What tells one tried caller from another. */
export const callerId = ({ principal, role = '', userId = '' }: TriedCaller): string => `${principal} ${role} ${userId}`

/** The kinds of callers that an account has, each with how its ARN begins. */
const KINDS = ['iam::{account}:user/', 'iam::{account}:role/', 'sts::{account}:federated-user/'] as const

/** What the policies say of callers. */
interface Said {
  /** ARNs of users, roles and sessions that they name. */
  readonly arns: Set<string>
  readonly accounts: Set<string>
  readonly partitions: Set<string>
  readonly services: Set<string>
  /** Patterns of ARNs, of names of users and of names of services; of `exact` ones each is a text. */
  readonly ofArns: TextPattern[]
  readonly ofNames: TextPattern[]
  readonly ofServices: TextPattern[]
  readonly names: Set<string>
  readonly others: TriedCaller[]
  isComplete: boolean
  /** Some condition is there: then it can matter of which kind a caller is. */
  hasConditions: boolean
}

/** A value of a test as a text or as a pattern; what it fits cannot be said of all operators. */
function takeValue(
  said: Said,
  { operator, values }: ConditionEntry,
  texts: Set<string>,
  patterns: TextPattern[],
): void {
  const found = representativesFor(operator.family)
  if (found.kind !== 'texts') {
    if (found.kind !== 'presence') said.isComplete = false
    return
  }
  if (found.readable !== null) patterns.push(found.readable)
  for (const { text } of values) {
    const fitting = found.fitting(text)
    if (fitting === null) said.isComplete = false
    else if (fitting === 'itself') texts.add(text)
    else if (fitting !== 'nothing') patterns.push(fitting)
  }
}

/** The account of an ARN or a pattern of ARNs; one that is itself a pattern gives an example. */
function takeAccount(said: Said, account: string): void {
  if (account === '' || account === '*') return
  const [start = '', ...rest] = account.replaceAll('?', '0').split('*')
  const example = start + rest.join('').padStart(12 - start.length, '0')
  if (isAccountId(example)) said.accounts.add(example)
  if (example !== account) said.isComplete = false
}

function takeArn(said: Said, text: string): void {
  const arn = parseArn(text)
  if (arn === null) return
  if (!hasWildcard(arn.partition)) said.partitions.add(arn.partition)
  takeAccount(said, arn.account)
}

function takeConditions(said: Said, conditions: readonly ConditionEntry[]): void {
  for (const entry of conditions) {
    said.hasConditions = true
    const { lowerKey, values } = entry
    if (lowerKey === 'aws:principalarn') {
      takeValue(said, entry, said.arns, said.ofArns)
      for (const { text } of values) takeArn(said, text)
    }
    if (lowerKey === 'aws:principalaccount') for (const { text } of values) takeAccount(said, text)
    if (lowerKey === 'aws:username') takeValue(said, entry, said.names, said.ofNames)
    if (lowerKey === 'aws:principalservicename') takeValue(said, entry, said.services, said.ofServices)
  }
}

function takePrincipals(said: Said, { ground }: GroundCompared): void {
  for (const { key, text, names } of ground.statement.principal?.values ?? []) {
    if (names.account !== null) takeArn(said, text)
    if (names.kind === 'account' && names.account !== null) takeAccount(said, names.account)
    if (names.kind === 'service') said.services.add(text)
    else if (names.kind === 'identityProvider') said.others.push({ principal: text, is: 'named' })
    else if (['user', 'role', 'session', 'federatedUser'].includes(names.kind)) said.arns.add(text)
    else if (names.kind === 'uniqueId') said.others.push(ofUniqueId(text))
    else if (names.kind === 'canonicalUser' || names.kind === 'unreadable') said.isComplete = false
    if (key === 'Federated' && names.kind !== 'identityProvider') said.isComplete = false
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const ofUniqueId = (id: string): TriedCaller =>
  id.startsWith('AIDA')
    ? { principal: `arn:aws:iam::${OTHER_ACCOUNT}:user/named-by-id`, userId: id, is: 'named' }
    : {
        principal: `arn:aws:sts::${OTHER_ACCOUNT}:assumed-role/named-by-id/session`,
        userId: `${id}:session`,
        is: 'named',
      }

/**
 * A caller of whom no unique id is known: itself, and with each id that a policy names a user or role by, where it can be
 * its own.
 */
export function withUniqueIds(caller: TriedCaller, statements: readonly GroundCompared[]): readonly TriedCaller[] {
  const { kind, sessionName } = parsePrincipal(caller.principal) ?? {}
  const [prefix, end] = kind === 'user' ? ['AIDA', ''] : kind === 'roleSession' ? ['AROA', `:${sessionName}`] : []
  const ids = statements
    .flatMap(({ ground }) => ground.statement.principal?.values ?? [])
    .flatMap(({ text, names }) => (names.kind === 'uniqueId' ? [text] : []))
  return [
    caller,
    ...[...new Set(ids)]
      .filter((id) => prefix !== undefined && id.startsWith(prefix))
      .map((id) => ({ ...caller, userId: `${id}${end}` })),
  ]
}

/** Users, roles and federated users whose ARNs begin so, as far as the policies tell them apart. */
function arnsAfter(start: string, said: Said): readonly string[] {
  const named = [...said.arns].filter((arn) => arn.startsWith(start) && !hasWildcard(arn))
  if (said.ofArns.length === 0) return [...named, `${start}anyone-else`]
  const classes = textClasses(named, said.ofArns, likePattern(`${start}?*`))
  if (classes === null) said.isComplete = false
  return [...new Set([...named, ...(classes ?? [`${start}anyone-else`])])].filter((arn) => !arn.endsWith('/'))
}

/** The session of a role, which is what calls. */
function asCaller(arn: string, is: TriedCaller['is']): TriedCaller {
  const parts = parseArn(arn)
  if (parts === null || parts.service !== 'iam' || !parts.resource.startsWith('role/')) return { principal: arn, is }
  const session = `arn:${parts.partition}:sts::${parts.account}:assumed-role/${lastInPath(parts.resource)}/session`
  return { principal: session, is, ...(/^role\/.+\//.test(parts.resource) ? { role: arn } : {}) }
}

/** A name that a user can have. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const USER_NAME = /^[\w+=,.@-]{1,64}$/

/** Names of users, as far as the policies tell them apart. */
function namesOf(said: Said): readonly string[] {
  if (said.names.size + said.ofNames.length === 0) return []
  // The name is the end of an ARN: then both would have to be told apart at once.
  if (said.ofArns.length > 0) said.isComplete = false
  const classes = textClasses([...said.names], said.ofNames)
  if (classes === null) said.isComplete = false
  return [...new Set([...said.names, ...(classes ?? [])])].filter((name) => USER_NAME.test(name))
}

/** Callers of one account. */
function callersOf(account: string, rest: TriedCaller['is'], said: Said): readonly TriedCaller[] {
  const partitions = said.partitions.size === 0 ? ['aws'] : [...said.partitions]
  const names = namesOf(said)
  return partitions.flatMap((partition): readonly TriedCaller[] => {
    const startOf = (kind: string): string => `arn:${partition}:${kind.replace('{account}', account)}`
    const kinds = said.hasConditions ? KINDS : KINDS.slice(0, said.arns.size > 0 ? 2 : 1)
    const arns = kinds.flatMap((kind) => arnsAfter(startOf(kind), said))
    return [
      ...arns.map((arn) => asCaller(arn, said.arns.has(arn) && rest !== 'other-account' ? 'named' : rest)),
      // A user of the same name may have a path, and so be another one than a policy names.
      ...names
        .flatMap((name) => [name, `some-path/${name}`])
        .map((name): TriedCaller => ({ principal: `${startOf(KINDS[0])}${name}`, is: rest })),
      ...(said.hasConditions ? [{ principal: `arn:${partition}:iam::${account}:root`, is: rest }] : []),
    ]
  })
}

/** Names of services, as far as the policies tell them apart. */
function servicesOf(said: Said): readonly TriedCaller[] {
  const classes =
    said.ofServices.length === 0
      ? []
      : textClasses([...said.services], said.ofServices, likePattern('?*.amazonaws.com'))
  if (classes === null) said.isComplete = false
  return [...said.services, ...(classes ?? []), 'another-service.amazonaws.com']
    .filter(isServicePrincipal)
    .map((principal) => ({ principal, is: 'service' }))
}

/** Callers of each kind that the principals and the conditions on the caller of some policies tell apart. */
export function callersToTry(statements: readonly GroundCompared[], owner: string): CallersToTry {
  const said: Said = {
    arns: new Set(),
    accounts: new Set([owner]),
    partitions: new Set(),
    services: new Set(),
    ofArns: [],
    ofNames: [],
    ofServices: [],
    names: new Set(),
    others: [],
    isComplete: true,
    hasConditions: false,
  }
  for (const one of statements) {
    if (!namesPrincipals(one.layer)) continue
    takePrincipals(said, one)
    takeConditions(said, one.ground.statement.conditions)
  }
  const outside = said.accounts.has(OTHER_ACCOUNT) ? YET_ANOTHER_ACCOUNT : OTHER_ACCOUNT
  const all: readonly TriedCaller[] = [
    ...[...said.arns].filter((arn) => arn.includes(':assumed-role/')).map((arn) => asCaller(arn, 'named')),
    ...said.others,
    ...[...said.accounts].flatMap((account) => callersOf(account, 'other-of-account', said)),
    ...callersOf(outside, 'other-account', said),
    { principal: 'anonymous', is: 'anonymous' },
    ...servicesOf(said),
  ]
  const callers = new Map<string, TriedCaller>()
  for (const one of all) if (!callers.has(callerId(one))) callers.set(callerId(one), one)
  return { callers: [...callers.values()], isComplete: said.isComplete }
}
