import type { CaseFacts } from '../case/access-case'
import { parseArn } from '../iam/arn'
import type { PrincipalElement, PrincipalText } from '../policy/policy'
import type { ElementResult, ValueResult } from './evaluation'
import { NO, not, or, truthOf, UNKNOWN, YES, type Kleene } from './kleene'
import { containersIn, isContainer } from './listed-containers'
import { anyOf, noneOf, textProbe, type Question } from './question'
import type { Reason } from './reasons'
import { withKey, type EvaluatedRequest } from './request'

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

export const NO_GRANTS: Grants = { direct: NO, role: NO, account: NO }

type Via = keyof Grants

/** What matching a principal needs to know besides the request. */
export interface PrincipalScope {
  readonly request: EvaluatedRequest
  readonly facts: CaseFacts
  /** Is a permissions boundary attached to the caller? */
  readonly boundary: Kleene
  /** Does an account mean its root user only, as in a gateway endpoint policy? */
  readonly accountIsRoot: boolean
}

interface Outcome {
  readonly matches: Kleene
  readonly reason: Reason
  readonly via: Via
  readonly question?: Question
}

const yes = (reason: Reason, via: Via = 'direct'): Outcome => ({ matches: YES, reason, via })
const no = (reason: Reason): Outcome => ({ matches: NO, reason, via: 'direct' })

/** Does a value of Principal name the caller? */
function matchValue(value: PrincipalText, scope: PrincipalScope): Outcome {
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

function matchIdentity({ names, text }: PrincipalText, scope: PrincipalScope): Outcome {
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

const nameReason = (text: string, { principal }: EvaluatedRequest): Reason =>
  text.toLowerCase() === principal.text.toLowerCase() ? 'case-differs' : 'other-user'

/** A role ARN names every session of the role; with its path, which the session's own ARN does not tell. */
function matchRole(text: string, request: EvaluatedRequest): Outcome {
  const { principal } = request
  if (principal.kind !== 'roleSession' && principal.kind !== 'role') return no('other-principal')
  if (principal.kind === 'role' && principal.text === text) return yes('role-named', 'role')
  const state = request.find('aws:principalarn')
  if (state === 'unknown') return unknownRole(text, request)
  if (state !== 'absent' && state.values.includes(text)) return yes('role-named', 'role')
  const resource = parseArn(text)?.resource ?? ''
  if (resource.slice(resource.lastIndexOf('/') + 1) === principal.name) {
    return request.pathUnknown ? unknownRole(text, request) : no('role-path-differs')
  }
  if (text.includes('*') || text.includes('?')) return no('principal-wildcard')
  return no(resource.toLowerCase().endsWith(`/${principal.name.toLowerCase()}`) ? 'case-differs' : 'other-role')
}

const unknownRole = (text: string, request: EvaluatedRequest): Outcome => ({
  matches: UNKNOWN,
  reason: 'role-path-unknown',
  via: 'role',
  question: {
    id: `principal ${text}`,
    keys: ['aws:PrincipalArn'],
    answer: (state) => matchRole(text, withKey(request, 'aws:principalarn', state)).matches === YES,
    requirement: (holds) => ({ kind: 'key', key: 'aws:PrincipalArn', operator: 'ArnEquals', values: [text], holds }),
    probe: textProbe(`role ${text}`, [text]),
    samples: [text],
  },
})

/** A unique id binds to one incarnation: a re-created user or role of the same name has another. */
function matchUniqueId(id: string, request: EvaluatedRequest): Outcome {
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
        requirement: (holds) => ({ kind: 'key', key: 'aws:userid', operator, values, holds }),
        probe: ofUser ? textProbe(`id ${id}`, [id]) : textProbe(`id ${id}`, [id, `${id}:*`], 'stringLike'),
        samples: [ofUser ? id : `${id}:session`],
      },
    }
  }
  const userId = state === 'absent' ? '' : (state.values[0] ?? '')
  const named = ofUser ? userId === id : userId === id || userId.startsWith(`${id}:`)
  return named ? yes('unique-id-named', via) : no('unique-id-differs')
}

function matchCanonicalUser(id: string, { request, facts }: PrincipalScope): Outcome {
  if (request.principal.account === null) return no('other-principal')
  if (facts.canonicalUser === undefined) return no('canonical-user-unknown')
  return facts.canonicalUser === id ? yes('canonical-user-named', 'account') : no('canonical-user-differs')
}

const NO_CONTAINERS: ReadonlySet<string> = new Set()

/** A way in which an element takes the caller in: for certain, or as its question turns out. */
export interface Reach {
  readonly matches: Kleene
  /** Through these names of the caller, where it does. */
  readonly grants: Grants
  readonly question: Question | null
}

/** Does Principal or NotPrincipal take the caller in, and by which of its names? */
export function matchPrincipal(
  element: PrincipalElement,
  scope: PrincipalScope,
  effect: 'Allow' | 'Deny',
): { result: ElementResult; matches: Kleene; reaches: readonly Reach[] } {
  const values: ValueResult[] = []
  const open: { via: Via; question: Question }[] = []
  const grants = { direct: NO as Kleene, role: NO as Kleene, account: NO as Kleene }
  let found: Kleene = NO
  const containers = element.not && effect === 'Deny' ? containersIn(element.values) : NO_CONTAINERS
  for (const value of element.values) {
    const { matches, reason, via, question } = isContainer(value, containers, scope.request.principal)
      ? no('listed-as-container')
      : matchValue(value, scope)
    found = or(found, matches)
    grants[via] = or(grants[via], matches)
    if (question !== undefined) open.push({ via, question })
    values.push({ text: value.text, span: value.span, matches: truthOf(matches), reason })
  }
  const done = (matches: Kleene, reason: string, reaches: readonly Reach[]) => ({
    matches,
    reaches,
    result: {
      element: element.not ? ('NotPrincipal' as const) : ('Principal' as const),
      matches: truthOf(matches),
      reason,
      span: element.span,
      values,
    },
  })
  if (!element.not) {
    const [only] = values
    const reason =
      values.length === 1 && only !== undefined ? only.reason : found === YES ? 'matches' : 'no-value-matches'
    return done(found, found === UNKNOWN ? 'value-unknown' : reason, reachesOf(found, grants, open))
  }
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
  if (effect === 'Deny' && found !== NO && scope.boundary !== NO) {
    if (scope.boundary === YES) return done(YES, 'not-principal-boundary', [directly(YES, null)])
    const question = found === YES ? BOUNDARY_ATTACHED : anyOf([BOUNDARY_ATTACHED, noneOf(open.map(questionOf))])
    return done(UNKNOWN, 'not-principal-boundary-unknown', [directly(UNKNOWN, question)])
  }
  const question = found === UNKNOWN ? noneOf(open.map(questionOf)) : null
  const reason = found === YES ? 'not-element-excludes' : found === NO ? 'not-element-includes' : 'not-element-unknown'
  return done(not(found), reason, [directly(not(found), question)])
}

const questionOf = ({ question }: { question: Question }): Question => question

const directly = (matches: Kleene, question: Question | null): Reach => ({
  matches,
  grants: { ...NO_GRANTS, direct: YES },
  question,
})

/** Where a name may be the caller's, each kind of name is a way of its own: an account that is named makes no role so. */
function reachesOf(found: Kleene, grants: Grants, open: readonly { via: Via; question: Question }[]): readonly Reach[] {
  if (found === NO) return []
  if (open.length === 0) return [{ matches: YES, grants, question: null }]
  return VIAS.flatMap((via): readonly Reach[] => {
    const matches = grants[via]
    if (matches === NO) return []
    const questions = open.flatMap((one) => (one.via === via ? [one.question] : []))
    return [{ matches, grants: { ...NO_GRANTS, [via]: YES }, question: matches === UNKNOWN ? anyOf(questions) : null }]
  })
}

const VIAS: readonly Via[] = ['direct', 'role', 'account']

/** Whether a boundary is attached at all, which NotPrincipal asks. */
export const BOUNDARY_ATTACHED: Question = {
  id: 'boundary attached',
  keys: [],
  answer: null,
  requirement: (holds) => ({ kind: 'layer', layer: 'boundary', status: holds ? 'attached' : 'notAttached' }),
  probe: null,
  samples: [],
}
