import { splitArn } from '../../iam/arn'
import { isLinkedRoleName } from '../../iam/principal'
import { LINKED_ROLES } from '../../knowledge/linked-roles'

/** How a policy of a resource names a role. */
export interface NamedRole {
  readonly principal: { readonly AWS: string }
  readonly condition: Readonly<Record<string, Readonly<Record<string, string>>>> | null
}

/** The service of a service-linked role; one role can have a suffix of its own. */
const serviceOf = (name: string): string =>
  LINKED_ROLES.find(({ role }) => name === role || name.startsWith(`${role}_`))?.service ?? '<service of the role>'

/**
 * A role as a policy has to name it, from an ARN that may lack the path, as sessions do: IAM refuses a principal that does
 * not exist. The roles of a permission set stand under the Region of IAM Identity Center and get another suffix when they are
 * made anew, so that their account is named, with a test; those of services stand under their service.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function namedRole(arn: string): NamedRole {
  const plain: NamedRole = { principal: { AWS: arn }, condition: null }
  const parts = splitArn(arn)
  if (parts === null) return plain
  const [, partition, , , account, resource] = parts
  const name = /^role\/([^/]+)$/.exec(resource)?.[1]
  if (name === undefined) return plain
  const root = `arn:${partition}:iam::${account}`
  const [, set] = /^AWSReservedSSO_(\w+)_[0-9a-f]{16}$/.exec(name) ?? []
  if (set !== undefined) {
    const roles = `${root}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_${set}_*`
    return { principal: { AWS: `${root}:root` }, condition: { ArnLike: { 'aws:PrincipalArn': roles } } }
  }
  return isLinkedRoleName(name)
    ? { principal: { AWS: `${root}:role/aws-service-role/${serviceOf(name)}/${name}` }, condition: null }
    : plain
}
