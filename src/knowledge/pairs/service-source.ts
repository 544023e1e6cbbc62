import { isAccountId, splitArn } from '../../iam/arn'
import { isRegionName, REGION_NAME } from '../../iam/regions-in-text'
import { onlyOne } from '../../text/only-one'
import { testsFor } from '../compared-condition'
import type { Observation } from '../knowledge'
import type { FindPair } from './pair-finder'
import { clueOf, placesOf, withoutPolicies } from './text-places'

/** What a policy tests of whom a service works for, and the same of everything that a text names beside its policies. */
interface Tested {
  readonly keys: readonly string[]
  readonly inText: RegExp
  /** What a value of the test says of it; empty where it leaves it open. */
  readonly of: (value: string) => string
}

const REGION: Tested = {
  keys: ['aws:sourcearn'],
  inText: new RegExp(String.raw`(?<![a-z\d-])(${REGION_NAME})(?!\d)`, 'g'),
  of: (value) => {
    const region = splitArn(value)?.[3] ?? ''
    return isRegionName(region) ? region : ''
  },
}

const ACCOUNT: Tested = {
  keys: ['aws:sourcearn', 'aws:sourceaccount'],
  inText: /(?<![\w-])(\d{12})(?![\w-])/g,
  of: (value) => {
    const account = isAccountId(value) ? value : (splitArn(value)?.[4] ?? '')
    return isAccountId(account) ? account : ''
  },
}

/** Services without a Region, whose requests carry that of one all the same. */
const GLOBAL = /\b(?:cloudfront|route ?53|iam|global|organizations)\b/i

const isOpen = ({ context }: Observation, key: string): boolean => !context.has(key)

const another =
  ({ keys, inText, of }: Tested): FindPair =>
  (seen) => {
    const places = placesOf(withoutPolicies(seen.text), inText)
    const [first] = places
    const here = onlyOne(places.map(({ value }) => value))
    if (first === undefined || here === undefined || (here === 'us-east-1' && GLOBAL.test(seen.text))) return null
    for (const { given, statement, test } of testsFor(seen)) {
      const isOfService = statement.principal?.values.some(({ key }) => key === 'Service') === true
      if (statement.effect !== 'Allow' || !isOfService || !keys.includes(test.lowerKey)) continue
      const values = test.values.map(({ text }) => text)
      const theirs = values.map(of)
      const [there] = values
      if (there === undefined || theirs.includes('') || theirs.includes(here) || !isOpen(seen, test.lowerKey)) continue
      return {
        layer: given.layer,
        facts: { asked: here, there, testedKey: test.key },
        clues: [clueOf(first), { kind: 'test-written', text: there }],
      }
    }
    return null
  }

/** A policy lets a service in for what is in one Region, and everything that the text names is in another. */
export const otherSourceRegion = another(REGION)

/** The same of the account. */
export const otherSourceAccount = another(ACCOUNT)
