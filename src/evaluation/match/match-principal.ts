import type { PrincipalElement } from '../../policy/policy'
import type { ElementResult, ValueResult } from '../evaluation'
import type { Reason } from '../reasons'
import { NO, not, or, truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import { containersIn, isContainer } from './listed-containers'
import { matchValue, no, NO_GRANTS, type Grants, type PrincipalScope, type Via } from './name-caller'
import { anyOf, noneOf, type Question } from '../operators/question'

const NO_CONTAINERS: ReadonlySet<string> = new Set()

/** A way in which an element takes the caller in: for certain, or as its question turns out. */
export interface PrincipalMatch {
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
): { result: ElementResult; matches: Kleene; reaches: readonly PrincipalMatch[] } {
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
  const done = (matches: Kleene, reason: Reason, reaches: readonly PrincipalMatch[]) => ({
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
export const BOUNDARY_ATTACHED: Question = {
  id: 'boundary attached',
  keys: [],
  answer: null,
  requirements: (holds) => [{ kind: 'layer', layer: 'boundary', status: holds ? 'attached' : 'notAttached' }],
  probe: null,
  samples: [],
}
