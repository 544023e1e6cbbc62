import type { ElementResult } from '../../evaluation/evaluation'
import { familyFacts, parseOperator } from '../../iam/condition-operators'

/**
 * A value as it stays the same for the next session: what identifies the caller ends in the session's name, which is another
 * one each time. Null: the test takes no pattern for it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
export const lastingValue = ({ key = '', operator = '' }: ElementResult, value: string): string | null => {
  const [, id] = /^(A[A-Z\d]{10,40}:|<[^<>]{1,60}>:)./.exec(value) ?? []
  if (key.toLowerCase() !== 'aws:userid' || id === undefined) return value
  const family = parseOperator(operator)?.family
  return family !== undefined && familyFacts(family).takesWildcards ? `${id}*` : null
}
