import { accountOfArn, firstInPath, lastInPath, parseArn, roleArnOfSession, roleOfSession } from '../iam/arn'
/** A user or role whose policies can be read. */
export interface ImportTarget {
  readonly kind: 'user' | 'role'
  readonly name: string
  readonly arn: string
}

/**
 * The user or role behind a principal's ARN; an assumed-role session stands for its role, whose path its ARN lacks.
 * Null for root users, federated users, services and whatever has no policies of its own.
 */
export function importTargetOf(principal: string): ImportTarget | null {
  const text = principal.trim()
  const arn = parseArn(text)
  if (arn === null || arn.account === '' || !arn.resource.includes('/')) return null
  const kind = firstInPath(arn.resource)
  if (arn.service === 'iam' && (kind === 'user' || kind === 'role')) return { kind, name: lastInPath(text), arn: text }
  const role = roleOfSession(arn)
  return role === null ? null : { kind: 'role', name: role, arn: roleArnOfSession(text)! }
}

/** The role that a request wants to assume, where it is of the account of the caller and so can be read with it. */
export function assumedRoleOf({ action, resource }: AssumingRequest, caller: ImportTarget): ImportTarget | null {
  const role = importTargetOf(resource)
  const isAssumed = /^sts:assumerole/i.test(action) && role?.kind === 'role' && resource === role.arn
  return isAssumed && role.arn !== caller.arn && accountOfArn(role.arn) === accountOfArn(caller.arn) ? role : null
}

interface AssumingRequest {
  readonly action: string
  readonly resource: string
}
