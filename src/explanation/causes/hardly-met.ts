import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { keyRow } from '../../facts/keys/condition-keys'
import { regionsIn } from '../../iam/regions-in-text'
import { matchWildcard } from '../../iam/wildcard'

/** Must the key be there for the statement to apply? */
const needsKey = (elements: readonly ElementResult[], key: string): boolean =>
  elements.some(
    (one) =>
      one.key?.toLowerCase() === key.toLowerCase() &&
      one.operator?.toLowerCase() === 'null' &&
      one.values.some(({ text }) => text.toLowerCase() === 'false'),
  )

/** Documented values of a key that a test may leave, so that hardly any request has one. */
const MOST_LEFT = 1

/**
 * Does a Deny want a key to be there, and let all of its documented values pass but one at most? Then another Deny that
 * applies without the key is the likelier.
 */
export const isHardlyMet = ({ elements }: StatementResult): boolean =>
  elements.some(({ key = '', operator = '', values }) => {
    const documented = keyRow(key)?.values ?? []
    const listed = new Set(values.map(({ text }) => text))
    const left = documented.filter((value) => !listed.has(value))
    const isShort = documented.length > 0 && left.length <= MOST_LEFT
    return /^StringNot/i.test(operator) && listed.size > 1 && isShort && needsKey(elements, key)
  })

/**
 * Does a Deny of all Regions but some leave every Region that the text names? A request whose resource names none goes to one
 * of these, as far as anything tells: another Deny that applies everywhere is the likelier.
 */
export function leavesRegionsOf({ elements }: StatementResult, text: string): boolean {
  const named = new Set(regionsIn(text))
  return (
    named.size > 0 &&
    elements.some(
      ({ key = '', operator = '', values, matches }) =>
        matches === 'unknown' &&
        key.toLowerCase() === 'aws:requestedregion' &&
        /^StringNot/i.test(operator) &&
        [...named].every((region) => values.some((value) => matchWildcard(value.text, region))),
    )
  )
}
