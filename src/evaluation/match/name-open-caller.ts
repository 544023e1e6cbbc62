import { hasMark, marksIn } from '../../case/holes'
import { parseArn, lastInPath } from '../../iam/arn'
import type { PrincipalKind } from '../../iam/principal'
import { hasWildcard, type PatternPart } from '../../iam/wildcard'
import type { PrincipalText } from '../../policy/policy'
import type { Filling } from '../holes/filling'
import { comparisonWithAny, askFreely, askTest, equality, holeRequirement } from '../holes/hole-question'
import { asPattern, literally } from '../holes/marked-text'
import { equalMarked, matchMarked } from '../holes/match-marked'
import { and, NO, UNKNOWN, YES, type Kleene } from '../kleene'
import type { Question } from '../question'
import type { ReasonCode } from '../reason-codes'
import { no, type NamedOutcome, type PrincipalScope, type Via } from './name-caller'

/** Does the value name the caller by this name, with the holes filled? */
type Passes = (filling: Filling, via: Via) => boolean

/** By which of its names each kind of caller can be named, who belongs to an account. */
const VIAS_OF: Readonly<Partial<Record<PrincipalKind, readonly Via[]>>> = {
  user: ['direct', 'account'],
  role: ['role', 'account'],
  roleSession: ['direct', 'role', 'account'],
  federatedUser: ['direct', 'role', 'account'],
  root: ['account'],
}

/**
 * Does a value of Principal name the caller whatever the holes in both are? One outcome for each kind of name that it
 * may be; null where neither holds any.
 */
export function matchOpenValue(
  value: PrincipalText,
  scope: PrincipalScope,
  passes: Passes,
): readonly NamedOutcome[] | null {
  const { request, facts } = scope
  const { principal, holes } = request
  const { text, names } = value
  const texts = [text, principal.text, facts.federatedBy ?? '', facts.canonicalUser ?? '']
  if (marksIn(...texts).length === 0) return null
  const test = (a: string, b: string, via: Via, reason: ReasonCode): readonly NamedOutcome[] => {
    const matches = equalMarked(a, b, holes)
    if (matches === NO) return [no('other-principal')]
    if (matches === YES) return [{ matches, reason, via }]
    const one = equality(`principal ${via}`, a, b, (filling) => passes(filling, via), holes)
    const question = askTest(one, (holds) => holeRequirement(b, 'StringEquals', [a], holds, holes))
    return [{ matches, reason: 'hole-unknown', via, question }]
  }
  switch (names.kind) {
    case 'everyone':
    case 'group':
    case 'uniqueId':
      return null
    case 'service':
      return principal.kind === 'service'
        ? test(text, principal.text, 'direct', 'service-named')
        : [no('other-principal')]
    case 'identityProvider':
      return principal.kind === 'identityProvider'
        ? test(text, principal.text, 'direct', 'identity-provider-named')
        : [no('other-principal')]
    case 'canonicalUser':
      if (principal.account === null || facts.canonicalUser === undefined) return null
      return test(text, facts.canonicalUser, 'account', 'canonical-user-named')
    case 'unreadable':
      if (!hasMark(text)) return null
      if (!holes.isAccount(text)) return anyName(value, scope, passes)
      break
    case 'account':
      break
    default:
      return matchOpenIdentity(value, scope, passes, test)
  }
  if (principal.account === null) return [no('other-principal')]
  if (scope.accountIsRoot && principal.kind !== 'root') return [no('account-is-root-only')]
  const root = `arn:${names.partition ?? principal.partition}:iam::${names.account ?? text}:root`
  const own = `arn:${principal.partition}:iam::${principal.account}:root`
  return test(root, own, 'account', 'account-named')
}

type Test = (a: string, b: string, via: Via, reason: ReasonCode) => readonly NamedOutcome[]

function matchOpenIdentity(
  { names, text }: PrincipalText,
  { request, facts }: PrincipalScope,
  passes: Passes,
  test: Test,
): readonly NamedOutcome[] {
  const { principal, holes } = request
  const { kind } = principal
  if (principal.account === null) return [no('other-principal')]
  if (names.kind === 'user') {
    if (kind === 'federatedUser' && facts.federatedBy !== undefined) {
      return test(text, facts.federatedBy, 'role', 'issuing-user-named')
    }
    return kind === 'user' ? test(text, principal.text, 'direct', 'user-named') : [no('other-principal')]
  }
  if (names.kind === 'federatedUser') {
    return kind === 'federatedUser'
      ? test(text, principal.text, 'direct', 'federated-user-named')
      : [no('other-principal')]
  }
  if (names.kind === 'session') {
    return kind === 'roleSession' ? test(text, principal.text, 'direct', 'session-named') : [no('other-principal')]
  }
  if (kind !== 'roleSession' && kind !== 'role') return [no('other-principal')]
  const state = request.find('aws:principalarn')
  const plain = state === 'absent' || state === 'unknown' ? null : (state.values[0] ?? '')
  const sameAccount = and(
    equalMarked(names.partition ?? '', principal.partition ?? '', holes),
    equalMarked(names.account ?? '', principal.account, holes),
  )
  if (kind === 'role') return test(text, principal.text, 'role', 'role-named')
  if (plain !== null && !request.pathUnknown) return test(text, plain, 'role', 'role-named')
  // Its path is not known: where the policy names it without one, that is it; else it may stand under the path.
  if (plain !== null && equalMarked(text, plain, holes) === YES)
    return [{ matches: YES, reason: 'role-named', via: 'role' }]
  const resource = parseArn(text)?.resource ?? ''
  const last = lastInPath(resource)
  const isPlain =
    resource.indexOf('/') === resource.lastIndexOf('/') &&
    !marksIn(resource).some((mark) => holes.of(mark).domain.chars === 'any')
  if (plain !== null && isPlain) return test(text, plain, 'role', 'role-named')
  const sameName = marksIn(last).some((mark) => holes.of(mark).domain.chars === 'any')
    ? UNKNOWN
    : equalMarked(last, principal.name, holes)
  if (and(sameAccount, sameName) === NO) return [no('other-role')]
  const marks = marksIn(text, principal.text)
  const question = askFreely(`principal ${text}`, ['aws:PrincipalArn'], marks, (holds) => [
    { kind: 'key', key: 'aws:PrincipalArn', operator: 'ArnEquals', values: [text], holds },
  ])
  return [{ matches: UNKNOWN, reason: 'hole-unknown', via: 'role', question }]
}

/** Patterns for the names of a caller; the path of a role is not always known. */
export function namesOf({ request, facts }: PrincipalScope, via: Via): readonly (readonly PatternPart[])[] {
  const { partition, account, name, kind, text } = request.principal
  const own = `arn:${partition}:iam::${account}`
  if (via === 'direct') return [literally(text)]
  if (via === 'account') return [literally(`${own}:root`), literally(account ?? '')]
  if (kind === 'role') return [literally(text)]
  if (kind === 'federatedUser') return facts.federatedBy === undefined ? [] : [literally(facts.federatedBy)]
  const state = request.find('aws:principalarn')
  const isOpen = state === 'absent' || state === 'unknown' || request.pathUnknown
  return [
    isOpen ? [...literally(`${own}:role/`), ...asPattern('*'), ...literally(name)] : literally(state.values[0] ?? ''),
  ]
}

/** A value that may be any name at all. */
function anyName({ text, key }: PrincipalText, scope: PrincipalScope, passes: Passes): readonly NamedOutcome[] {
  const { principal, holes } = scope.request
  if (key !== 'AWS' || principal.account === null) return [no('other-principal')]
  const outcomes = (VIAS_OF[principal.kind] ?? []).flatMap((via): readonly NamedOutcome[] => {
    const names = namesOf(scope, via)
    if (names.every((parts) => matchMarked(parts, text, holes) === NO)) return []
    const test = comparisonWithAny(`principal ${via}`, names, text, (filling) => passes(filling, via), holes)
    const spelled = names.map((parts) => parts.map((part) => part.text).join(''))
    const operator = spelled.some(hasWildcard) ? 'ArnLike' : 'StringEquals'
    const question: Question = askTest(test, (holds) => holeRequirement(text, operator, spelled, holds, holes))
    return [{ matches: UNKNOWN as Kleene, reason: 'hole-unknown', via, question }]
  })
  return outcomes.length === 0 ? [no('other-principal')] : outcomes
}
