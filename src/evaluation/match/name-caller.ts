import type { CaseFacts } from '../../case/access-case'
import { parseArn, lastInPath } from '../../iam/arn'
import type { PrincipalText } from '../../policy/policy'
import { NO, UNKNOWN, YES, type Kleene } from '../kleene'
import { textProbe, type Question } from '../question'
import type { ReasonCode } from '../reason-codes'
import { withKey, type EvaluatedRequest } from '../compile/request'

/**
 * How a resource-based Allow reaches the caller, which decides whose implicit denies it bypasses.
 * `direct`: the user, the very session, everyone, a service. `role`: the role of the session, or the user behind a
 * federated session. `account`: the account, which only delegates.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export interface Grants {
  readonly direct: Kleene
  readonly role: Kleene
  readonly account: Kleene
}

/** No name of the caller is granted anything. */
export const NO_GRANTS: Grants = { direct: NO, role: NO, account: NO }

/** One kind of those names. */
export type Via = keyof Grants

/** What matching a principal needs to know besides the request. */
export interface PrincipalScope {
  readonly request: EvaluatedRequest
  readonly facts: CaseFacts
  /** Is a permissions boundary attached to the caller? */
  readonly boundary: Kleene
  /** Does an account mean its root user only, as in a gateway endpoint policy? */
  readonly accountIsRoot: boolean
}

/** Does a value name the caller, why, and by which of its names? */
export interface NamedOutcome {
  readonly matches: Kleene
  readonly reason: ReasonCode
  readonly via: Via
  readonly question?: Question
}

const yes = (reason: ReasonCode, via: Via = 'direct'): NamedOutcome => ({ matches: YES, reason, via })
/** It does not name the caller. */
export const no = (reason: ReasonCode): NamedOutcome => ({ matches: NO, reason, via: 'direct' })

/** Does a value of Principal name the caller? */
export function matchValue(value: PrincipalText, scope: PrincipalScope): NamedOutcome {
  const { principal } = scope.request
  const { names, text } = value
  const partition = names.partition
  switch (names.kind) {
    case 'everyone':
      return yes('everyone-named')
    case 'service':
      if (principal.kind !== 'service') return no('other-principal')
      return principal.text === text ? yes('service-named') : no('other-service-principal')
    case 'identityProvider':
      return principal.kind === 'identityProvider' && principal.text === text
        ? yes('identity-provider-named')
        : no('other-principal')
    case 'canonicalUser':
      return matchCanonicalUser(text, scope)
    case 'group':
      return no('group-is-no-principal')
    case 'uniqueId':
      return matchUniqueId(text, scope.request)
    case 'unreadable':
      return no(text.includes('*') ? 'principal-wildcard' : 'principal-unreadable')
  }
  if (principal.account === null) return no('other-principal')
  if (partition !== null && partition !== principal.partition) return no('other-partition')
  if (names.account !== principal.account) return no('other-account')
  if (names.kind === 'account') {
    if (scope.accountIsRoot && principal.kind !== 'root') return no('account-is-root-only')
    return yes('account-named', 'account')
  }
  return matchIdentity(value, scope)
}

function matchIdentity({ names, text }: PrincipalText, scope: PrincipalScope): NamedOutcome {
  const { request, facts } = scope
  const { principal } = request
  const wildcard = text.includes('*') || text.includes('?')
  if (names.kind === 'user') {
    if (principal.kind === 'federatedUser' && facts.federatedBy === text) return yes('issuing-user-named', 'role')
    if (principal.kind === 'user' && principal.text === text) return yes('user-named')
    return no(
      wildcard ? 'principal-wildcard' : principal.kind === 'user' ? nameReason(text, request) : 'other-principal',
    )
  }
  if (names.kind === 'federatedUser') {
    return principal.kind === 'federatedUser' && principal.text === text
      ? yes('federated-user-named')
      : no('other-principal')
  }
  if (names.kind === 'session') {
    if (principal.kind !== 'roleSession') return no('other-principal')
    if (principal.text === text) return yes('session-named')
    if (wildcard) return no('principal-wildcard')
    return no(text.split('/')[1] === principal.name ? 'other-session' : 'session-is-of-other-role')
  }
  return matchRole(text, request)
}

const nameReason = (text: string, { principal }: EvaluatedRequest): ReasonCode =>
  text.toLowerCase() === principal.text.toLowerCase() ? 'case-differs' : 'other-user'

/** A role ARN names every session of the role; with its path, which the session's own ARN does not tell. */
function matchRole(text: string, request: EvaluatedRequest): NamedOutcome {
  const { principal } = request
  if (principal.kind !== 'roleSession' && principal.kind !== 'role') return no('other-principal')
  if (principal.kind === 'role' && principal.text === text) return yes('role-named', 'role')
  const state = request.find('aws:principalarn')
  if (state === 'unknown') return unknownRole(text, request)
  if (state !== 'absent' && state.values.includes(text)) return yes('role-named', 'role')
  const resource = parseArn(text)?.resource ?? ''
  if (lastInPath(resource) === principal.name) {
    return request.pathUnknown ? unknownRole(text, request) : no('role-path-differs')
  }
  if (text.includes('*') || text.includes('?')) return no('principal-wildcard')
  return no(resource.toLowerCase().endsWith(`/${principal.name.toLowerCase()}`) ? 'case-differs' : 'other-role')
}

const unknownRole = (text: string, request: EvaluatedRequest): NamedOutcome => ({
  matches: UNKNOWN,
  reason: 'role-path-unknown',
  via: 'role',
  question: {
    id: `principal ${text}`,
    keys: ['aws:PrincipalArn'],
    answer: (state) => matchRole(text, withKey(request, 'aws:principalarn', state)).matches === YES,
    requirements: (holds) => [{ kind: 'key', key: 'aws:PrincipalArn', operator: 'ArnEquals', values: [text], holds }],
    probe: textProbe(`role ${text}`, [text]),
    samples: [text],
  },
})

/** A unique id binds to one incarnation: a re-created user or role of the same name has another. */
function matchUniqueId(id: string, request: EvaluatedRequest): NamedOutcome {
  const { principal } = request
  const ofUser = id.startsWith('AIDA')
  const fits = ofUser ? principal.kind === 'user' : principal.kind === 'roleSession' || principal.kind === 'role'
  if (!fits) return no('other-principal')
  const via: Via = ofUser ? 'direct' : 'role'
  const state = request.find('aws:userid')
  if (state === 'unknown') {
    const operator = ofUser ? 'StringEquals' : 'StringLike'
    const values = [ofUser ? id : `${id}:*`]
    return {
      matches: UNKNOWN,
      reason: 'unique-id-unknown',
      via,
      question: {
        id: `principal ${id}`,
        keys: ['aws:userid'],
        answer: (other) => matchUniqueId(id, withKey(request, 'aws:userid', other)).matches === YES,
        requirements: (holds) => [{ kind: 'key', key: 'aws:userid', operator, values, holds }],
        probe: textProbe(`id ${id}`, [id, `${id}:*`], 'stringLike'),
        samples: [],
      },
    }
  }
  const userId = state === 'absent' ? '' : (state.values[0] ?? '')
  const named = ofUser ? userId === id : userId === id || userId.startsWith(`${id}:`)
  return named ? yes('unique-id-named', via) : no('unique-id-differs')
}

function matchCanonicalUser(id: string, { request, facts }: PrincipalScope): NamedOutcome {
  if (request.principal.account === null) return no('other-principal')
  if (facts.canonicalUser === undefined) return no('canonical-user-unknown')
  return facts.canonicalUser === id ? yes('canonical-user-named', 'account') : no('canonical-user-differs')
}
