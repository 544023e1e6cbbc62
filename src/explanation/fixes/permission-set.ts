import type { Fix } from '../explanation'
import { newStatements } from './fix-statements'

/** The roles of IAM Identity Center are named so; everyone who signs in with the permission set has the same one. */
export const OF_PERMISSION_SET = 'AWSReservedSSO_'

/** Does a fix exempt the role of a permission set, and so everyone who signs in with it? One more joins a list of such roles. */
export const exemptsPermissionSet = ({ codes, changes }: Fix): boolean =>
  codes.some((code) => code.startsWith('exempt-principal')) &&
  changes.some(
    (change) =>
      !change.before.includes(OF_PERMISSION_SET) &&
      newStatements(change).some((one) => JSON.stringify(one['Condition'] ?? '').includes(OF_PERMISSION_SET)),
  )
