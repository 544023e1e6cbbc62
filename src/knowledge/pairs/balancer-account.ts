import { regionOfLoadBalancers } from '../../facts/load-balancer-accounts'
import { accountOfArn, isAccountId } from '../../iam/arn'
import { regionsIn } from '../../iam/regions-in-text'
import { namedTexts } from '../../policy/statement-names'
import { onlyOne } from '../../text/only-one'
import { allowsOf } from '../given-policies'
import type { FindPair } from './pair-finder'
import { withoutPolicies } from './text-places'

const accountOf = (name: string): string => (isAccountId(name) ? name : accountOfArn(name))

/** The bucket policy lets in the account as which load balancers write in one Region, and everything that the text names is in another. */
export const balancersOfOtherRegion: FindPair = (seen) => {
  const here = onlyOne(regionsIn(withoutPolicies(seen.text)))
  const named = allowsOf(seen.policies, 'resource', 's3:PutObject').flatMap(({ statement: { principal } }) =>
    namedTexts(principal),
  )
  const theirs = named.flatMap((name) => {
    const there = regionOfLoadBalancers(accountOf(name))
    return there === undefined ? [] : [{ there, name }]
  })
  const [first] = theirs
  const isLetIn = named.includes('logdelivery.elasticloadbalancing.amazonaws.com')
  if (here === undefined || first === undefined || isLetIn || theirs.some(({ there }) => there === here)) return null
  return {
    facts: { asked: here, there: first.there, account: accountOf(first.name) },
    clues: [{ kind: 'named', text: first.name }],
  }
}
