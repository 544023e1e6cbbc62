import { isInRange, parseIpAddress, parseIpRange } from '../iam/ip-address'
import { isPrivateAddress } from '../iam/private-address'
import type { Observation } from './knowledge'

const ADDRESS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]|\/\d)/g
const MOST_READ = 20_000

/**
 * A public address of the text that every Deny on all addresses but some lets off, in the policy of the resource as it is
 * given: whoever calls from there, this policy doesn't refuse. Null: the text has none, or one that such a Deny takes in.
 */
export function listedAddress({ policies, text }: Observation): string | null {
  const tests = policies
    .filter(({ layer }) => layer === 'resource')
    .flatMap(({ policy }) => policy.statements)
    .filter(({ effect }) => effect === 'Deny')
    .flatMap(({ conditions }) => conditions)
    .filter(({ lowerKey, operator }) => lowerKey === 'aws:sourceip' && operator.negated)
    .map(({ values }) => values.map((one) => one.text))
  // What a policy lists as it is, may stand in the text because it does.
  const called = [...text.slice(0, MOST_READ).matchAll(ADDRESS)]
    .map(([address]) => address)
    .filter((address) => !isPrivateAddress(address) && !tests.some((listed) => listed.includes(address)))
  const isListed = (address: string): boolean => {
    const from = parseIpAddress(address)
    return tests.every((listed) =>
      listed.some((one) => {
        const range = parseIpRange(one)
        return from !== null && range !== null && isInRange(from, range)
      }),
    )
  }
  return tests.length > 0 && called.every(isListed) ? (called[0] ?? null) : null
}
