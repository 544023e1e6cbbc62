import { splitArn } from '../../iam/arn'
import { isLinkedRoleName, isPermissionSetRole, PERMISSION_SET_PREFIX, permissionSetOf } from '../../iam/principal'
import { LINKED_ROLES } from '../../knowledge/linked-roles'

/** How a policy of a resource names a role. */
export interface NamedRole {
  readonly principal: { readonly AWS: string }
  readonly condition: Readonly<Record<string, Readonly<Record<string, string>>>> | null
}

/** The service of a service-linked role; one role can have a suffix of its own. */
const serviceOf = (name: string): string =>
  LINKED_ROLES.find(({ role }) => name === role || name.startsWith(`${role}_`))?.service ?? '<service of the role>'

/** The ARN of a role without a path, in parts; null for any other ARN. */
const plainRole = (
  arn: string,
): { readonly partition: string; readonly account: string; readonly name: string } | null => {
  const [, partition = '', , , account = '', resource = ''] = splitArn(arn) ?? []
  const name = /^role\/([^/]+)$/.exec(resource)?.[1]
  return name === undefined ? null : { partition, account, name }
}

/** The roles of a permission set, in whatever Region IAM Identity Center is; null for other roles. */
const permissionSetRoles = (arn: string): string | null => {
  const role = plainRole(arn)
  if (role === null || !isPermissionSetRole(role.name)) return null
  const set = permissionSetOf(role.name)
  const name = set === null ? role.name : `${PERMISSION_SET_PREFIX}${set}_*`
  return `arn:${role.partition}:iam::${role.account}:role/aws-reserved/sso.amazonaws.com/*${name}`
}

/** How a condition tests `aws:PrincipalArn` for one role or user. */
export interface PrincipalTest {
  /** The operator that is true of this principal alone, and the one that is true of all others. */
  readonly is: 'ArnEquals' | 'ArnLike'
  readonly without: 'ArnNotEquals' | 'ArnNotLike'
  readonly value: string
}

/**
 * A test of a role or user by its ARN, which may lack the path, as in the ARN of a session.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function principalTest(arn: string): PrincipalTest {
  const roles = permissionSetRoles(arn)
  if (roles !== null) return { is: 'ArnLike', without: 'ArnNotLike', value: roles }
  const { AWS } = namedRole(arn).principal
  return { is: 'ArnEquals', without: 'ArnNotEquals', value: AWS }
}

/**
 * A role as a policy has to name it, from an ARN that may lack the path, as sessions do: IAM refuses a principal that does
 * not exist. The roles of a permission set stand under the Region of IAM Identity Center and get another suffix when they are
 * made again, so that their account is named, with a test; those of services stand under their service. The root user in a
 * Principal is its whole account, so that it too takes a test.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function namedRole(arn: string): NamedRole {
  const plain: NamedRole = { principal: { AWS: arn }, condition: null }
  if (arn.endsWith(':root')) return { ...plain, condition: { ArnEquals: { 'aws:PrincipalArn': arn } } }
  const role = plainRole(arn)
  if (role === null) return plain
  const { partition, account, name } = role
  const start = `arn:${partition}:iam::${account}`
  const roles = permissionSetRoles(arn)
  if (roles !== null)
    return { principal: { AWS: `${start}:root` }, condition: { ArnLike: { 'aws:PrincipalArn': roles } } }
  return isLinkedRoleName(name)
    ? { principal: { AWS: `${start}:role/aws-service-role/${serviceOf(name)}/${name}` }, condition: null }
    : plain
}
