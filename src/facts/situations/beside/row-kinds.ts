import { SITUATIONS, type SituationId } from '../situations'

/** Does a service that is named say only that it couldn't assume the role? */
export const saysNoTrust = (id: SituationId): boolean => {
  const { decides, refused = '', actions = [] } = SITUATIONS[id]
  return decides === 'trust' && refused.endsWith('.amazonaws.com') && actions.includes('sts:AssumeRole')
}

/** Rows that can also mean that a role isn’t there. */
const ROLE_MAY_LACK: ReadonlySet<SituationId> = new Set<SituationId>([
  'emr-role',
  'prescribed-role-unfit',
  'role-refused',
  'service-role-unfit',
])

/** Can a sentence also mean that there is no such role? */
export const mayLackRole = (id: SituationId): boolean => saysNoTrust(id) || ROLE_MAY_LACK.has(id)

/** Is a bucket what a policy has to let somebody into? */
export const isOfBucket = (id: SituationId): boolean => {
  const { decides, actions = [] } = SITUATIONS[id]
  return (
    (decides === 'identity' || decides === 'resource') &&
    actions.length > 0 &&
    actions.every((one) => one.startsWith('s3:'))
  )
}

/** Does the role that a service was given read or write objects there? */
export const isOfRoleAtBucket = (id: SituationId): boolean =>
  isOfBucket(id) && SITUATIONS[id].decides === 'identity' && SITUATIONS[id].refused === 'given-role'

/** Does it read an object of a bucket? */
export const readsObject = (id: SituationId): boolean =>
  isOfBucket(id) && (SITUATIONS[id].actions ?? []).includes('s3:GetObject')

/** Is what differs between accounts rather how full a policy of the account is? */
const isOfFullPolicy = (id: SituationId): boolean => id === 'state-machine-log-delivery'

/** Does a sentence say only that the role of a service lacks a permission? */
export const saysRoleLacks = (id: SituationId): boolean => {
  const { decides, refused } = SITUATIONS[id]
  return decides === 'identity' && refused === 'given-role' && !isOfFullPolicy(id)
}

/** Does a sentence speak of the use of a KMS key? */
export const isOfKey = (id: SituationId): boolean => {
  const { decides, service, actions = [] } = SITUATIONS[id]
  return (
    decides !== 'none' && (service === 'kms' || (actions.length > 0 && actions.every((one) => one.startsWith('kms:'))))
  )
}
