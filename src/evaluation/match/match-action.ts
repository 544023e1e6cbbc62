import { matchWildcard } from '../../iam/wildcard'
import type { PolicyText, ValuesElement } from '../../policy/policy'
import type { ElementResult, ValueResult } from '../evaluation'
import type { Reason } from '../reasons'

const COLON = 58
const STAR = 42
const QUESTION = 63

const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/**
 * Why a pattern matches an action, or does not. Both compare without case; `*` and `?` may stand anywhere.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
function reasonFor(text: string, action: string): Reason {
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

function reasonByGlob(text: string, action: string, sameService: boolean): Reason {
  const onlyStars = /^\*+$/.test(text)
  if (!text.includes(':') && !onlyStars) return 'action-without-service'
  if (matchWildcard(text.toLowerCase(), action)) return 'matches'
  return sameService ? 'action-differs' : 'other-service'
}

/** Does the element take the action in? The action in lower case. */
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

function plainReason(found: boolean, onlyOthers: boolean, values: readonly ValueResult[]): Reason {
  if (found) return 'matches'
  if (onlyOthers && values.length > 0) return 'other-service'
  const [only] = values
  return values.length === 1 && only !== undefined ? only.reason : 'no-value-matches'
}
