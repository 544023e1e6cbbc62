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
  const [arn, partition, service, , account, ...rest] = principal.trim().split(':')
  const [type, ...path] = rest.join(':').split('/')
  if (arn !== 'arn' || !account || path.length === 0) return null
  if (service === 'iam' && (type === 'user' || type === 'role'))
    return { kind: type, name: path.at(-1)!, arn: principal.trim() }
  if (service === 'sts' && type === 'assumed-role')
    return { kind: 'role', name: path[0]!, arn: `arn:${partition}:iam::${account}:role/${path[0]}` }
  return null
}

const accountOf = (arn: string): string => arn.split(':')[4] ?? ''

/** The role that a request wants to assume, where it is of the account of the caller and so can be read with it. */
export function assumedRoleOf({ action, resource }: AssumingRequest, caller: ImportTarget): ImportTarget | null {
  const role = importTargetOf(resource)
  const isAssumed = /^sts:assumerole/i.test(action) && role?.kind === 'role' && resource === role.arn
  return isAssumed && role.arn !== caller.arn && accountOf(role.arn) === accountOf(caller.arn) ? role : null
}

interface AssumingRequest {
  readonly action: string
  readonly resource: string
}
