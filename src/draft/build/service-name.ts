import type { Denial } from '../../denial/denial'
import { isOfLoadBalancers } from '../../facts/load-balancer-accounts'
import { SITUATIONS } from '../../facts/situations/situations'
import { caseLayerOf } from '../../iam/layers'
import { accountOfArn, isAccountId } from '../../iam/arn'
import { isRegionName, regionsIn } from '../../iam/regions-in-text'
import { parsePolicy } from '../../policy/parse-policy'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'
import { besidePolicies } from './beside-policies'

/**
 * Services whose principal has a second name that holds the Region: a policy may write either. Of Step Functions no page
 * that says so was opened (unconfirmed); tools write its roles so.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html
 */
const WITH_REGION: ReadonlySet<string> = new Set([
  'logs.amazonaws.com',
  'states.amazonaws.com',
  'codedeploy.amazonaws.com',
])

const END = '.amazonaws.com'

/** What a template has in the place of a Region. */
const REGION_TO_FILL = /^(?:\$\{[^{}]{0,40}region[^{}]{0,40}\}|<region>)$/i

/** Is it the name of the service with a Region in it, or with what a template fills one in for? */
function isRegionalName(text: string, service: string): boolean {
  const start = `${service.slice(0, -END.length)}.`
  const region = text.slice(start.length, -END.length)
  return text.startsWith(start) && text.endsWith(END) && (isRegionName(region) || REGION_TO_FILL.test(region))
}

/** The service whose other name is an account of AWS, one a Region. */
const LOAD_BALANCERS = 'logdelivery.elasticloadbalancing.amazonaws.com'

/** Is it their account in the Region that the text names first? */
const isTheirAccount = (principal: string, text: string): boolean =>
  isOfLoadBalancers(isAccountId(principal) ? principal : accountOfArn(principal), regionsIn(text)[0])

/** The service that a row of words says was refused, as the policies of its layer write it where they have its other name alone; null: there is none. */
export function serviceAsWritten({ layers, paste }: Draft, denial: Denial | null): string | null {
  const service = denial?.inferred.principal ?? ''
  if (denial?.situation === undefined || (service !== LOAD_BALANCERS && !WITH_REGION.has(service))) return null
  const { decides } = SITUATIONS[denial.situation]
  if (decides === 'none' || decides === 'open') return null
  const layer = caseLayerOf(decides)
  const named = draftPoliciesOf(layers, layer)
    .flatMap(({ text }) => parsePolicy(text, layer).statements)
    .flatMap(({ effect, principal }) => (effect === 'Allow' && principal !== null ? principal.values : []))
    .map(({ text }) => text)
  if (named.includes(service)) return null
  const isItsName = (text: string): boolean =>
    service === LOAD_BALANCERS ? isTheirAccount(text, besidePolicies(paste)) : isRegionalName(text, service)
  const name = named.find(isItsName)
  return name !== undefined && isAccountId(name) ? `arn:aws:iam::${name}:root` : (name ?? null)
}
