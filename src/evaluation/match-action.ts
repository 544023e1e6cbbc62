import { compileGlob, matchGlob, type Glob } from '../iam/wildcard'
import type { PolicyText, ValuesElement } from '../policy/policy'
import type { ElementResult, ValueResult } from './evaluation'
import { NO, YES, type Kleene } from './kleene'
import type { Reason } from './reasons'

/** An action pattern with the results that it has given, which are the same for every request. */
interface ActionPattern {
  readonly source: PolicyText
  glob: Glob | null
  readonly results: { [reason in Reason]?: ValueResult }
}

/** Action or NotAction, ready for matching. */
export interface CompiledAction {
  readonly element: ValuesElement
  readonly patterns: readonly ActionPattern[]
}

/** Prepares Action or NotAction. */
export function compileAction(element: ValuesElement): CompiledAction {
  return { element, patterns: element.values.map((source) => ({ source, glob: null, results: {} })) }
}

const COLON = 58
const STAR = 42
const QUESTION = 63

const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/**
 * Why a pattern matches an action, or does not. Both compare without case; `*` and `?` may stand anywhere.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
function reasonFor(pattern: ActionPattern, action: string): Reason {
  const { text } = pattern.source
  const length = text.length
  let sameService = false
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code === STAR || code === QUESTION) {
      if (code === STAR && i === length - 1) {
        return sameService || i === 0 || text.includes(':') ? 'matches' : 'action-without-service'
      }
      return reasonByGlob(pattern, action, sameService)
    }
    if (lower(code) !== action.charCodeAt(i)) {
      if (sameService) return 'action-differs'
      return text.includes(':') ? 'other-service' : 'action-without-service'
    }
    if (code === COLON) sameService = true
  }
  return length === action.length ? 'matches' : sameService ? 'action-differs' : 'action-without-service'
}

function reasonByGlob(pattern: ActionPattern, action: string, sameService: boolean): Reason {
  const { text } = pattern.source
  const onlyStars = /^\*+$/.test(text)
  if (!text.includes(':') && !onlyStars) return 'action-without-service'
  pattern.glob ??= compileGlob(text.toLowerCase())
  if (matchGlob(pattern.glob, action)) return 'matches'
  return sameService ? 'action-differs' : 'other-service'
}

/** Does the element take the action in? The action in lower case. */
export function matchAction(compiled: CompiledAction, lowerAction: string): { result: ElementResult; matches: Kleene } {
  const { element, patterns } = compiled
  const values: ValueResult[] = new Array<ValueResult>(patterns.length)
  let found = false
  for (let i = 0; i < patterns.length; i++) {
    const pattern = patterns[i] as ActionPattern
    const reason = reasonFor(pattern, lowerAction)
    if (reason === 'matches') found = true
    values[i] = pattern.results[reason] ??= {
      text: pattern.source.text,
      span: pattern.source.span,
      matches: reason === 'matches' ? 'yes' : 'no',
      reason,
    }
  }
  const matches = found !== element.not
  return {
    matches: matches ? YES : NO,
    result: {
      element: element.not ? 'NotAction' : 'Action',
      matches: matches ? 'yes' : 'no',
      reason: element.not ? (found ? 'not-element-excludes' : 'not-element-includes') : failure(found, values),
      span: element.span,
      values,
    },
  }
}

function failure(found: boolean, values: readonly ValueResult[]): Reason {
  if (found) return 'matches'
  for (const { reason } of values) if (reason !== 'other-service') return 'no-value-matches'
  return values.length === 0 ? 'no-value-matches' : 'other-service'
}
