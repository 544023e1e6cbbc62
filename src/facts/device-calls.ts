import { parsePrincipal } from '../iam/principal'

/**
 * What AWS IoT authorizes for a device by the policies of its certificate, which are no policies of IAM.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
 */
const DEVICE_ACTIONS: ReadonlySet<string> = new Set(
  [
    ...['Connect', 'Publish', 'Subscribe', 'Receive', 'RetainPublish'],
    ...['GetThingShadow', 'UpdateThingShadow', 'DeleteThingShadow', 'ListNamedShadowsForThing'],
    ...['StartNextPendingJobExecution', 'UpdateJobExecution', 'DescribeJobExecution', 'GetPendingJobExecutions'],
  ].map((name) => `iot:${name.toLowerCase()}`),
).add('greengrass:discover')

/** Is it a call that devices make, of whose caller nothing is known but that it is no principal of IAM? */
export const isDeviceCall = (action: string, principal: string): boolean =>
  DEVICE_ACTIONS.has(action.toLowerCase()) && parsePrincipal(principal) === null
