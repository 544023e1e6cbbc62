import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { keyRow } from '../../facts/keys/condition-keys'
import { regionsIn } from '../../iam/regions-in-text'
import { matchWildcard } from '../../iam/wildcard'

const isOfKey = ({ key = '' }: ElementResult, asked: string): boolean => key.toLowerCase() === asked.toLowerCase()

/** Does a test hold for all values but those that it lists? */
const isOfAllBut = ({ operator = '' }: ElementResult): boolean => /^StringNot/i.test(operator)

/** Must the key be there for the statement to apply? */
const needsKey = (elements: readonly ElementResult[], key: string): boolean =>
  elements.some(
    (one) =>
      isOfKey(one, key) &&
      one.operator?.toLowerCase() === 'null' &&
      one.values.some(({ text }) => text.toLowerCase() === 'false'),
  )

/** Documented values of a key that a test may leave out, so that hardly any request has one. */
const MOST_LEFT_OUT = 1

/** Does a Deny want a key to be there, and spare all of its documented values but one at most? */
const sparesMostValues = ({ elements }: StatementResult): boolean =>
  elements.some((one) => {
    const { key = '', values } = one
    const documented = keyRow(key)?.values ?? []
    const listed = new Set(values.map(({ text }) => text))
    const leftOut = documented.filter((value) => !listed.has(value))
    const hasFewLeft = documented.length > 0 && leftOut.length <= MOST_LEFT_OUT
    return isOfAllBut(one) && listed.size > 1 && hasFewLeft && needsKey(elements, key)
  })

/** Does a Deny of all Regions but some spare every Region that the text names? A request whose resource names none goes to one of these, for all that is known. */
function sparesRegionsOf({ elements }: StatementResult, text: string): boolean {
  const named = [...new Set(regionsIn(text))]
  return (
    named.length > 0 &&
    elements.some(
      (one) =>
        one.matches === 'unknown' &&
        isOfKey(one, 'aws:RequestedRegion') &&
        isOfAllBut(one) &&
        named.every((region) => one.values.some((value) => matchWildcard(value.text, region))),
    )
  )
}

/** Does a Deny that may apply hardly ever do so, or hardly to what a text tells of? Then another one is the likelier. */
export const hardlyApplies = (statement: StatementResult, text: string): boolean =>
  sparesMostValues(statement) || sparesRegionsOf(statement, text)
