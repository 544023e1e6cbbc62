import type { PrincipalElement, PrincipalText } from '../../policy/policy'
import type { ElementResult, ValueResult } from '../evaluation'
import type { ReasonCode } from '../reason-codes'
import { NO, not, or, truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import { containersIn, isContainer } from './listed-containers'
import { marksIn } from '../../case/holes'
import { equalFit, type Fit } from '../holes/fit-machine'
import { parseArn } from '../../iam/arn'
import { parsePrincipalValue } from '../../iam/principal'
import type { Filling } from '../holes/filling'
import { exampleOf } from '../holes/common-text'
import { askTest, holeRequirement } from '../holes/hole-question'
import { matchValue, no, NO_GRANTS, type Grants, type NamedOutcome, type PrincipalScope, type Via } from './name-caller'
import { matchOpenValue, namesOf } from './name-open-caller'
import { anyOf, noneOf, type Question } from '../question'

const NO_CONTAINERS: ReadonlySet<string> = new Set()

/** A way in which an element takes the caller in: for certain, or as its question turns out. */
export interface PrincipalMatch {
  readonly matches: Kleene
  /** Through these names of the caller, where it does. */
  readonly grants: Grants
  readonly question: Question | null
}

/** Does a value name the caller, by any of its names? */
function named(value: PrincipalText, scope: PrincipalScope): readonly NamedOutcome[] {
  if (scope.request.holes.none) return [matchValue(value, scope)]
  const passes = (filling: Filling, via: Via): boolean => {
    const filled = filledScope(scope, filling)
    if (filled === null) return false
    const text = filling.fill(value.text)
    const one = matchValue({ ...value, text, names: parsePrincipalValue(value.key, text) }, filled)
    return one.matches === YES && one.via === via
  }
  return matchOpenValue(value, scope, passes) ?? [matchValue(value, scope)]
}

/** The same caller with the holes filled. */
function filledScope(scope: PrincipalScope, filling: Filling): PrincipalScope | null {
  const request = scope.request.filled(filling)
  if (request === null) return null
  const { federatedBy, canonicalUser } = scope.facts
  const facts = {
    ...scope.facts,
    ...(federatedBy === undefined ? {} : { federatedBy: filling.fill(federatedBy) }),
    ...(canonicalUser === undefined ? {} : { canonicalUser: filling.fill(canonicalUser) }),
  }
  return { ...scope, request, facts }
}

/** Whether what is listed contains what is listed beside it: by the accounts. */
function containerFits(texts: readonly string[]): readonly Fit[] {
  const accounts = [...new Set(texts.map((text) => parseArn(text)?.account ?? text))]
  return accounts.flatMap((one, i) => accounts.slice(i + 1).map((other) => equalFit(one, other)))
}

/** Does NotPrincipal spare the caller whatever its holes are? What contains what is listed beside it hangs on them too. */
function isSpared(element: PrincipalElement, scope: PrincipalScope, marks: readonly string[]): Question {
  const texts = element.values.map(({ text }) => text)
  const passes = (filling: Filling): boolean => {
    const filled = filledScope(scope, filling)
    if (filled === null) return false
    const values = element.values.map((value) => {
      const text = filling.fill(value.text)
      return { ...value, text, names: parsePrincipalValue(value.key, text) }
    })
    return matchPrincipal({ ...element, values }, { ...filled, boundary: NO }, 'Deny').matches === NO
  }
  const names = (['direct', 'role', 'account'] as const).flatMap((via) => namesOf(scope, via))
  const test = {
    id: `not ${texts.join(' ')}`,
    marks,
    passes,
    fits: [...texts.flatMap((text) => names.map((pattern) => ({ pattern, text }))), ...containerFits(texts)],
    get examples() {
      return texts.flatMap((text) => names.map((parts) => exampleOf(parts, text, scope.request.holes)))
    },
  }
  const { principal, holes } = scope.request
  return askTest(test, (holds) => holeRequirement(principal.text, 'StringEquals', texts, holds, holes))
}

/** Does Principal or NotPrincipal take the caller in, and by which of its names? */
export function matchPrincipal(
  element: PrincipalElement,
  scope: PrincipalScope,
  effect: 'Allow' | 'Deny',
): { result: ElementResult; matches: Kleene; reaches: readonly PrincipalMatch[] } {
  const values: ValueResult[] = []
  const open: { via: Via; question: Question }[] = []
  const grants = { direct: NO as Kleene, role: NO as Kleene, account: NO as Kleene }
  let found: Kleene = NO
  const marks = scope.request.holes.none
    ? []
    : marksIn(scope.request.principal.text, ...element.values.map(({ text }) => text))
  const containers = element.not && effect === 'Deny' ? containersIn(element.values) : NO_CONTAINERS
  const outcomes = element.values.map((value): readonly NamedOutcome[] =>
    isContainer(value, containers, scope.request.principal) ? [no('listed-as-container')] : named(value, scope),
  )
  for (const [i, { text, span }] of element.values.entries()) {
    const own = outcomes[i] ?? []
    let any: Kleene = NO
    for (const { matches, via, question } of own) {
      any = or(any, matches)
      grants[via] = or(grants[via], matches)
      if (question !== undefined) open.push({ via, question })
    }
    found = or(found, any)
    values.push({ text, span, matches: truthOf(any), reason: own[0]?.reason ?? 'other-principal' })
  }
  const done = (matches: Kleene, reason: ReasonCode, reaches: readonly PrincipalMatch[]) => ({
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
  if (effect === 'Deny' && element.values.length > 1 && marks.length > 0) {
    grants.direct = found = UNKNOWN
    open.length = 0
    open.push({ via: 'direct', question: isSpared(element, scope, marks) })
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

const directly = (matches: Kleene, question: Question | null): PrincipalMatch => ({
  matches,
  grants: { ...NO_GRANTS, direct: YES },
  question,
})

/** Where a name may be the caller's, each kind of name is a way of its own: an account that is named makes no role so. */
function reachesOf(
  found: Kleene,
  grants: Grants,
  open: readonly { via: Via; question: Question }[],
): readonly PrincipalMatch[] {
  if (found === NO) return []
  if (open.length === 0) return [{ matches: YES, grants, question: null }]
  return VIAS.flatMap((via): readonly PrincipalMatch[] => {
    const matches = grants[via]
    if (matches === NO) return []
    const questions = open.flatMap((one) => (one.via === via ? [one.question] : []))
    return [{ matches, grants: { ...NO_GRANTS, [via]: YES }, question: matches === UNKNOWN ? anyOf(questions) : null }]
  })
}

const VIAS: readonly Via[] = ['direct', 'role', 'account']

/** Whether a boundary is attached at all, which NotPrincipal asks. */
const BOUNDARY_ATTACHED: Question = {
  id: 'boundary attached',
  keys: [],
  answer: null,
  requirements: (holds) => [{ kind: 'layer', layer: 'boundary', status: holds ? 'attached' : 'notAttached' }],
  probe: null,
  samples: [],
}
