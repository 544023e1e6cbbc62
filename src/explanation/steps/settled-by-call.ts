import { roleTakerOf } from '../../facts/calls/needs-of-call'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { parseArn } from '../../iam/arn'
import { serviceOfOperation } from '../../iam/operations'
import type { Situation } from '../situation'

/** Services with one endpoint for all Regions: a request to them has the Region of that endpoint. */
const GLOBAL: ReadonlySet<string> = new Set(
  'iam organizations cloudfront route53 route53domains globalaccelerator shield waf support budgets ce cur account aws-portal billing trustedadvisor networkmanager importexport sso-directory health artifact'.split(
    ' ',
  ),
)

/** Calls that make a thing, and so can make it elsewhere. */
const MAKES = /^(?:create|run|put|import|register|start|request|allocate|list|describe)/i

const settledRegion = (situation: Situation, values: readonly string[]): boolean => {
  const { request, error = '' } = situation.accessCase
  if (GLOBAL.has(serviceOfAction(request.action))) return true
  // The call went there already: what it reached in another Region is not its choice.
  if (values.some((value) => error.includes(`--region ${value}`) || error.includes(`.${value}.amazonaws.com`)))
    return true
  const region = parseArn(request.resource)?.region ?? ''
  return region !== '' && !values.includes(region) && !MAKES.test(nameOfAction(request.action))
}

/** Keys whose value the call itself settles, so that it cannot be asked to carry another one. */
const SETTLED: ReadonlyMap<string, (situation: Situation, values: readonly string[]) => boolean> = new Map([
  ['aws:requestedregion', settledRegion],
  [
    'iam:passedtoservice',
    ({ denial }: Situation, values: readonly string[]) => {
      const called = denial?.operation ?? ''
      const taker = roleTakerOf(`${serviceOfOperation(called)}:${called}`)
      return taker !== null && !values.includes(taker)
    },
  ],
])

/** Does the call settle the value of a key, so that no other value can be asked for? */
export const isSettledByCall = (situation: Situation, key: string, values: readonly string[]): boolean =>
  SETTLED.get(key.toLowerCase())?.(situation, values) === true
