import type { Observation } from './knowledge'
import { onlyOne } from '../text/only-one'

/** The VPC endpoint whose own address a call of an API has. */
const CALLED = /\bhttps?:\/\/(?:[a-z\d]{10}-)?(vpce-[\da-f]{8,17})(?:-[a-z\d-]{1,30})?\.execute-api\./g
const MOST_READ = 20_000

/**
 * The VPC endpoint of the call that every Deny on all endpoints but some lets off, in the policy of the API as it is given.
 * Null: the address of the call names none, or one that such a Deny takes in.
 */
export function listedEndpoint({ policies, text }: Observation): string | null {
  const called = onlyOne([...text.slice(0, MOST_READ).matchAll(CALLED)].map(([, id]) => id))
  const tests = policies
    .filter(({ layer }) => layer === 'resource')
    .flatMap(({ policy }) => policy.statements)
    .filter(({ effect }) => effect === 'Deny')
    .flatMap(({ conditions }) => conditions)
  const ofEndpoint = tests.filter(({ lowerKey, operator }) => lowerKey === 'aws:sourcevpce' && operator.negated)
  if (called === undefined || ofEndpoint.length === 0 || ofEndpoint.length < tests.length) return null
  return ofEndpoint.every(({ values }) => values.some(({ text: listed }) => listed === called)) ? called : null
}
