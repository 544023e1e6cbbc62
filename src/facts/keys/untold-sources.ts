import { serviceOfAction } from '../../iam/action'
import { own } from '../../text/own'
import { keysWith } from './condition-keys'

/** Services that call another one without telling for which resource: by the service that is called. */
const UNTOLD: Readonly<Record<string, readonly string[]>> = {
  // AWS's own library says what the page of SNS on keys says of it.
  // https://aws.github.io/modern-data-architecture-accelerator/typedocs/functions/_aws-mdaa_cloudwatch-constructs.grantCloudWatchAlarmsTopicAccess.html
  kms: ['events.amazonaws.com'],
}

const OF_SOURCE = keysWith('ofSource')

/** Does a service not tell a key for which resource it calls, though others do? */
export const isUntoldSource = (principal: string, action: string, lowerKey: string): boolean =>
  OF_SOURCE.has(lowerKey) && (own(UNTOLD, serviceOfAction(action))?.includes(principal) ?? false)
