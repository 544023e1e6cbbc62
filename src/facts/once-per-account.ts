import { matchWildcard } from '../iam/wildcard'

/**
 * Calls for what an account has to have once: there where somebody made it, and missing in a new account, whatever the
 * policies are. As patterns, in lower case.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
 */
export const ONCE_PER_ACCOUNT = ['iam:createservicelinkedrole', 'aws-marketplace:*'] as const

/** Is an action asked for only until an account has what it makes? */
export const isOncePerAccount = (action: string): boolean =>
  ONCE_PER_ACCOUNT.some((pattern) => matchWildcard(pattern, action.toLowerCase()))
