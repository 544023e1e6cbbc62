import { matchWildcard } from '../../iam/wildcard'
import type { PolicyText, ValuesElement } from '../../policy/policy'
import type { ElementResult, ValueResult } from '../evaluation'
import type { ReasonCode } from '../reason-codes'
import type { EvaluatedRequest } from '../compile/request'
import type { Filling } from '../holes/filling'
import { askTest, comparison, fitRequirement, holeRequirement } from '../holes/hole-question'
import { asPattern } from '../holes/marked-text'
import { matchMarked } from '../holes/match-marked'
import { kleene, NO, not, or, truthOf, UNKNOWN, YES, type Kleene } from '../kleene'
import { anyOf, noneOf, type Question } from '../question'
import { hasMark } from '../../case/holes'

const COLON = 58
const STAR = 42
const QUESTION = 63

const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/**
 * Why a pattern matches an action, or does not. Both compare without case; `*` and `?` may stand anywhere.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
function reasonFor(text: string, action: string): ReasonCode {
  const length = text.length
  let sameService = false
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code === STAR || code === QUESTION) {
      if (code === STAR && i === length - 1) {
        return sameService || i === 0 || text.includes(':') ? 'matches' : 'action-without-service'
      }
      return reasonByGlob(text, action, sameService)
    }
    if (lower(code) !== action.charCodeAt(i)) {
      if (sameService) return 'action-differs'
      return text.includes(':') ? 'other-service' : 'action-without-service'
    }
    if (code === COLON) sameService = true
  }
  return length === action.length ? 'matches' : sameService ? 'action-differs' : 'action-without-service'
}

function reasonByGlob(text: string, action: string, sameService: boolean): ReasonCode {
  const onlyStars = /^\*+$/.test(text)
  if (!text.includes(':') && !onlyStars) return 'action-without-service'
  if (matchWildcard(text.toLowerCase(), action)) return 'matches'
  return sameService ? 'action-differs' : 'other-service'
}

/** Does the element take the action in? The action in lower case; nothing is told of each value. */
export function takesActionIn({ values, not }: ValuesElement, lowerAction: string): boolean {
  for (let i = 0; i < values.length; i++) if (fitsAction((values[i] as PolicyText).text, lowerAction)) return !not
  return not
}

/** Does a pattern match an action? Of most the first character tells that it does not. */
function fitsAction(text: string, action: string): boolean {
  const length = text.length
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code === STAR || code === QUESTION) return reasonFor(text, action) === 'matches'
    if (lower(code) !== action.charCodeAt(i)) return false
  }
  return length === action.length
}

/** Does the element take the action in, and why? The action in lower case. */
export function matchAction(element: ValuesElement, lowerAction: string): ElementResult {
  const { values: patterns, not } = element
  const values = new Array<ValueResult>(patterns.length)
  let found = false
  let onlyOthers = true
  for (let i = 0; i < patterns.length; i++) {
    const { text, span } = patterns[i] as PolicyText
    const reason = reasonFor(text, lowerAction)
    if (reason === 'matches') found = true
    else if (reason !== 'other-service') onlyOthers = false
    values[i] = { text, span, matches: reason === 'matches' ? 'yes' : 'no', reason }
  }
  return {
    element: not ? 'NotAction' : 'Action',
    matches: found === not ? 'no' : 'yes',
    reason: not ? (found ? 'not-element-excludes' : 'not-element-includes') : plainReason(found, onlyOthers, values),
    span: element.span,
    values,
  }
}

/** The same where the policy's actions or the request's hold holes: does it take the action in whatever they are? */
export function matchOpenAction(
  { values: patterns, not: isNot, span: elementSpan }: ValuesElement,
  request: EvaluatedRequest,
  questions: Question[],
): { result: ElementResult; matches: Kleene } {
  const outcomes = patterns.map(({ text, span }) => ({ text, span, ...matchOpenPattern(text, request) }))
  const found = outcomes.reduce<Kleene>((all, { matches }) => or(all, matches), NO)
  const open = outcomes.flatMap(({ question }) => question ?? [])
  const values = outcomes.map(({ text, span, matches, reason }): ValueResult => ({
    text,
    span,
    matches: truthOf(matches),
    reason,
  }))
  const matches = isNot ? not(found) : found
  if (matches === UNKNOWN) questions.push(isNot ? noneOf(open) : anyOf(open))
  const onlyOthers = values.every(({ reason }) => reason === 'other-service')
  const reason = isNot
    ? (['not-element-includes', 'not-element-unknown', 'not-element-excludes'] as const)[found]
    : found === UNKNOWN
      ? 'value-unknown'
      : plainReason(found === YES, onlyOthers, values)
  const element = isNot ? 'NotAction' : 'Action'
  return { matches, result: { element, matches: truthOf(matches), reason, span: elementSpan, values } }
}

function matchOpenPattern(
  text: string,
  request: EvaluatedRequest,
): { matches: Kleene; reason: ReasonCode; question: Question | null } {
  const { lowerAction, holes } = request
  if (!hasMark(text) && !hasMark(lowerAction)) {
    const reason = reasonFor(text, lowerAction)
    return { matches: kleene(reason === 'matches'), reason, question: null }
  }
  if (/^\*+$/.test(text)) return { matches: YES, reason: 'matches', question: null }
  const pattern = asPattern(text.toLowerCase())
  const hasColon = text.includes(':')
  const fits = hasColon || hasMark(text) ? matchMarked(pattern, lowerAction, holes) : NO
  if (fits === NO)
    return { matches: NO, reason: hasColon ? 'action-differs' : 'action-without-service', question: null }
  if (fits === YES && hasColon) return { matches: YES, reason: 'matches', question: null }
  const passes = (filling: Filling): boolean => {
    const asked = request.filled(filling)
    return asked !== null && reasonFor(filling.fill(text), asked.lowerAction) === 'matches'
  }
  const test = comparison('action', pattern, lowerAction, passes, holes)
  const question = askTest(test, (holds) =>
    /[*?]/.test(text)
      ? fitRequirement(pattern, lowerAction, holds, holes)
      : holeRequirement(request.action, 'StringEqualsIgnoreCase', [text], holds, holes),
  )
  return { matches: UNKNOWN, reason: 'hole-unknown', question }
}

/** Do an element's actions hold holes? */
export const hasOpenAction = ({ values }: ValuesElement): boolean => values.some(({ text }) => hasMark(text))

function plainReason(found: boolean, onlyOthers: boolean, values: readonly ValueResult[]): ReasonCode {
  if (found) return 'matches'
  if (onlyOthers && values.length > 0) return 'other-service'
  const [only] = values
  return values.length === 1 && only !== undefined ? only.reason : 'no-value-matches'
}
