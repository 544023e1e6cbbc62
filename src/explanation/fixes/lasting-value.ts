import { ANY_PART } from '../../iam/any-part'
import type { ElementResult } from '../../evaluation/evaluation'
import { familyFacts, parseOperator } from '../../iam/condition-operators'

/**
 * A value as it stays the same for the next session: what identifies the caller ends in the session's name, which is another
 * one each time. Null: the test takes no pattern for it.
 * Of a part that nobody names every one is meant. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
export const lastingValue = ({ key = '', operator = '' }: ElementResult, value: string): string | null => {
  const takesPattern = (): boolean => {
    const family = parseOperator(operator)?.family
    return family !== undefined && familyFacts(family).takesWildcards
  }
  if (value.includes(ANY_PART)) return takesPattern() ? value.replaceAll(ANY_PART, '*') : null
  const [, id] = /^(A[A-Z\d]{10,40}:|<[^<>]{1,60}>:)./.exec(value) ?? []
  if (key.toLowerCase() !== 'aws:userid' || id === undefined) return value
  return takesPattern() ? `${id}*` : null
}
