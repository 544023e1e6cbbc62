import { isInRange, parseIpAddress, parseIpRange } from '../iam/ip-address'
import { isPrivateAddress } from '../iam/private-address'
import type { Observation } from './knowledge'

const ADDRESS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]|\/\d)/g
const MOST_READ = 20_000

/** The lists of addresses that the policies of the resource given here test, in the statements of an effect. */
const listsOf = ({ policies }: Observation, effect: 'Allow' | 'Deny'): readonly (readonly string[])[] =>
  policies
    .filter(({ layer }) => layer === 'resource')
    .flatMap(({ policy }) => policy.statements)
    .filter((one) => one.effect === effect)
    .flatMap(({ conditions }) => conditions)
    .filter(({ lowerKey, operator }) => lowerKey === 'aws:sourceip' && operator.negated === (effect === 'Deny'))
    .map(({ values }) => values.map((one) => one.text))

/** The public addresses of a text that no list has as they are: what a policy lists may stand in the text because it does. */
const calledFrom = ({ text }: Observation, lists: readonly (readonly string[])[]): readonly string[] =>
  [...text.slice(0, MOST_READ).matchAll(ADDRESS)]
    .map(([address]) => address)
    .filter((address) => !isPrivateAddress(address) && !lists.some((listed) => listed.includes(address)))

const isIn = (address: string, listed: readonly string[]): boolean => {
  const from = parseIpAddress(address)
  return listed.some((one) => {
    const range = parseIpRange(one)
    return from !== null && range !== null && isInRange(from, range)
  })
}

/**
 * A public address of the text that every Deny on all addresses but some lets off, in the policy of the resource as it is
 * given: whoever calls from there, this policy doesn't refuse. Null: the text has none, or one that such a Deny takes in.
 */
export function listedAddress(seen: Observation): string | null {
  const tests = listsOf(seen, 'Deny')
  const called = calledFrom(seen, tests)
  return tests.length > 0 && called.every((one) => tests.every((listed) => isIn(one, listed)))
    ? (called[0] ?? null)
    : null
}

/** A public address of the text that an Allow of the resource's policy given here lets in by its range, and no Deny takes in. */
export function addressLetIn(seen: Observation): string | null {
  const lists = listsOf(seen, 'Allow')
  const called = calledFrom(seen, lists)
  const isLetIn = called.every(
    (one) => lists.some((listed) => isIn(one, listed)) && listsOf(seen, 'Deny').every((listed) => isIn(one, listed)),
  )
  return lists.length > 0 && isLetIn ? (called[0] ?? null) : null
}
