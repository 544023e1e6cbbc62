import type { Arn } from './arn'

/**
 * Services with one endpoint for all Regions of the partition `aws`, and the Region that their requests carry. What the
 * partitions of China and of GovCloud have stands in the draft.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion
 * https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
 */
export const SINGLE_REGION: ReadonlyMap<string, string> = new Map([
  ...['account', 'budgets', 'ce', 'cloudfront', 'cur', 'iam', 'organizations', 'route53', 'route53domains'].map(
    (service) => [service, 'us-east-1'] as const,
  ),
  ...['savingsplans', 'shield', 'support', 'waf'].map((service) => [service, 'us-east-1'] as const),
  ...['globalaccelerator', 'networkmanager'].map((service) => [service, 'us-west-2'] as const),
])

/**
 * Is an action, in lower case, checked within another call? A service checks iam:PassRole where it is handed the role, and
 * the Region is the one in which that service was called.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const isOfAnotherCall = (lowerAction: string): boolean => lowerAction === 'iam:passrole'

/**
 * Does Bedrock check it for a global inference profile? The ARN of the model then names no Region, and aws:RequestedRegion is `unspecified`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
export const isOfGlobalProfile = (service: string, arn: Arn | null): boolean =>
  service === 'bedrock' && arn?.region === '' && arn.resource.startsWith('foundation-model/')
