import type { Denial } from '../../denial/denial'
import { SITUATIONS } from '../../facts/situations/situations'
import { caseLayerOf } from '../../iam/layers'
import { isRegionName } from '../../iam/regions-in-text'
import { parsePolicy } from '../../policy/parse-policy'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'

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

/** The service that a row of words says was refused, as the policies of its layer write it where they have its other name alone; null: there is none. */
export function serviceAsWritten({ layers }: Draft, denial: Denial | null): string | null {
  const service = denial?.inferred.principal ?? ''
  if (denial?.situation === undefined || !WITH_REGION.has(service)) return null
  const { decides } = SITUATIONS[denial.situation]
  if (decides === 'none' || decides === 'open') return null
  const layer = caseLayerOf(decides)
  const named = draftPoliciesOf(layers, layer)
    .flatMap(({ text }) => parsePolicy(text, layer).statements)
    .flatMap(({ effect, principal }) => (effect === 'Allow' && principal !== null ? principal.values : []))
    .map(({ text }) => text)
  return named.includes(service) ? null : (named.find((text) => isRegionalName(text, service)) ?? null)
}
